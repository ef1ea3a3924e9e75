import type { Proposal } from '../domain/proposal.ts';
import type { Span } from '../domain/span.ts';
import type { MarkRole } from '../domain/mark-role.ts';

export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
}

const ANCHOR_ROLE = {
  statement: 'content',
  figure: 'figure',
  act: 'trigger',
  person: 'name',
  'cited-source': 'work',
} as const satisfies Record<Proposal['kind'], MarkRole>;
/** How a statement is given (`manner`) is attested by its cue. */
const FIELD_ROLE: Readonly<Record<string, MarkRole>> = {
  victim: 'victim',
  where: 'place',
  when: 'time',
  period: 'time',
  means: 'means',
  manner: 'cue',
};

/** Which words of the text a proposal lights, and as what. */
export function marksOf(proposal: Proposal): Marked[] {
  const marks = new Map<string, Marked>();
  const add = ({ start, end }: Span, role: MarkRole): void =>
    void marks.set(`${start} ${end} ${role}`, { start, end, role });
  for (const span of proposal.anchors) add(span, ANCHOR_ROLE[proposal.kind]);
  for (const { field, spans } of proposal.fields) {
    const role = FIELD_ROLE[field];
    if (role === undefined) continue;
    for (const span of spans) if (!isAnchor(proposal, span)) add(span, role);
  }
  for (const who of proposal.perpetrators) add(who.span, 'perpetrator');
  proposal.chain.forEach((link, at) => add(link.to.span, at === 0 ? 'source' : 'via'));
  return [...marks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A statement without a cue is attested by its own words: those are lit already. */
const isAnchor = ({ anchors }: Proposal, span: Span): boolean =>
  anchors.some(({ start, end }) => start === span.start && end === span.end);
