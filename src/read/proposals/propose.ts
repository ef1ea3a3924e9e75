import type { ProposalId } from '../../domain/ids.ts';
import type { NamedHere, Proposal, ProposedField, ProposedValue } from '../../domain/proposal.ts';
import type { Entity, ReadAct, ReadFigure, Reading, ReadStatement, ReadWork } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { codeWords } from '../../domain/vocabulary.ts';
import { capacitiesOf } from './capacities.ts';
import { countOf } from '../figures/figure-count.ts';
import type { Beside } from '../grounded/gate.ts';
import { BESIDE_SCORE } from '../grounded/take-items.ts';
import { Namer } from './named-here.ts';
import { chainOf, says, viaOf } from './proposal-chain.ts';
import { deskOf, type Desk, type ProposeAt } from './proposal-desk.ts';
import { proposalIdOf, type Unnamed } from './proposal-id.ts';
import { whyWords } from './why-words.ts';

/** What a reading suggests for the register: cited works, persons, statements, figures and acts, in that order (SPEC P1–P4). */
export function propose(reading: Reading, at: ProposeAt): Proposal[] {
  const desk = deskFor(reading, at);
  return [
    ...reading.works.map((work) => name(at, workProposal(desk, work))),
    ...reading.entities.flatMap((entity) => personProposal(desk, entity) ?? []).map((draft) => name(at, draft)),
    ...saidProposals(desk, reading),
  ];
}

/** What somebody else found beside a reading suggests: names are those of the reading, and it ranks below (SPEC E63). */
export function proposeBeside(reading: Reading, beside: Beside, at: ProposeAt): Proposal[] {
  const whole: Reading = {
    ...reading,
    statements: [...reading.statements, ...beside.statements],
    figures: [...reading.figures, ...beside.figures],
    acts: [...reading.acts, ...beside.acts],
  };
  return saidProposals(deskFor(whole, at), beside).map((proposal) => ({ ...proposal, score: BESIDE_SCORE }));
}

function deskFor(reading: Reading, at: ProposeAt): Desk {
  const counts = reading.figures
    .filter(({ unit }) => unit === 'person')
    .map((figure) => ({ count: countOf(figure, reading.language), span: figure.span }));
  const namer = new Namer(reading, counts);
  for (const { span, capacity } of capacitiesOf(reading, at.textWords)) namer.note(span, capacity);
  return deskOf(reading, at, namer);
}

const saidProposals = (desk: Desk, { statements, figures, acts }: Beside): Proposal[] => [
  ...statements.map((statement) => name(desk.at, statementProposal(desk, statement))),
  ...figureProposals(desk, figures),
  ...acts.map((act) => name(desk.at, actProposal(desk, act))),
];

const name = (at: ProposeAt, draft: Unnamed): Proposal => ({
  id: proposalIdOf(at.text, draft),
  source: at.source,
  text: at.text,
  ...draft,
});

const field = (key: string, value: ProposedValue, ...spans: readonly [Span, ...Span[]]): ProposedField => ({
  field: key,
  value,
  spans,
  inferred: false,
});
const code = (text: string): ProposedValue => ({ kind: 'code', code: text });
const text = (words: string): ProposedValue => ({ kind: 'text', text: words });

function workProposal({ namer }: Desk, work: ReadWork): Unnamed {
  const fields = [
    field('title', { kind: 'named', named: namer.work(work) }, ...work.spans),
    ...(work.identifier === null ? [] : [field('identifier', text(work.identifier), work.spans[0])]),
    ...(work.published === null
      ? []
      : [field('published', { kind: 'when', edtf: work.published.date }, work.published.span)]),
  ];
  return {
    kind: 'cited-source',
    anchors: work.spans,
    fields,
    perpetrators: [],
    chain: [],
    summary: `cited: ${work.title}`,
    score: 0.8,
    why: work.why.map(whyWords),
  };
}

function personProposal(desk: Desk, entity: Entity): Unnamed[] | null {
  if (entity.kind !== 'person' || entity.commenter) return null;
  const spans = desk.personSpans.get(entity.id) ?? [];
  const [first, ...rest] = [...spans].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  if (first === undefined) return null;
  const named = desk.namer.person(first);
  if (named === null) return null;
  const variants = [...new Set(rest.map((span) => span.text))].filter(
    (words) => words !== entity.name && !PRONOUN.test(words),
  );
  const fields = [
    field('name', { kind: 'named', named }, first),
    ...variants.flatMap((words) => {
      const span = rest.find((other) => other.text === words);
      return span === undefined ? [] : [field('name', text(words), span)];
    }),
    field('kind', code('individual'), first),
  ];
  const anchors: readonly [Span, ...Span[]] = [first, ...rest];
  return [
    {
      kind: 'person',
      anchors,
      fields,
      perpetrators: [],
      chain: [],
      summary: entity.name,
      score: 0.7,
      why: ['named in the text'],
    },
  ];
}

const PRONOUN = /^(?:he|she|they|him|her|them|his|hers|their)$/i;
const QUOTED = 80;

function statementProposal(desk: Desk, statement: ReadStatement): Unnamed {
  const [first, ...rest] = statement.content;
  if (first === undefined) throw new RangeError(`statement ${statement.id} has no content`);
  const source = statement.source ?? (statement.sourceName === null ? null : desk.namer.wordsFor(statement.sourceName));
  const named = source === null ? null : desk.namer.person(source);
  const chain = chainOf(desk, first, source, statement.via);
  const fields = [
    field('content', text(statement.content.map((span) => span.text).join(' … ')), first, ...rest),
    field('manner', code(statement.voice), statement.cue ?? first),
    ...(named === null || source === null ? [] : [field('said-by', { kind: 'named', named }, source)]),
  ];
  const content = first.text.length > QUOTED ? `${first.text.slice(0, QUOTED).trimEnd()}…` : first.text;
  return {
    kind: 'statement',
    anchors: [first, ...rest],
    fields,
    perpetrators: [],
    chain,
    summary: `“${content}”${says(chain)}`,
    score: statement.score,
    why: statement.why.map(whyWords),
  };
}

/** A whole stands before its part, so that the part can name its proposal; a count said again stands for itself. */
function figureProposals(desk: Desk, figures: readonly ReadFigure[]): Proposal[] {
  const ids = new Map<string, ProposalId>();
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const made = new Map<string, Proposal>();
  const make = (figure: ReadFigure, depth: number): void => {
    if (made.has(figure.id)) return;
    const whole = figure.subsetOf === null ? undefined : byId.get(figure.subsetOf);
    if (whole !== undefined && depth < 3) make(whole, depth + 1);
    const proposal = name(desk.at, figureProposal(desk, figure, whole === undefined ? undefined : ids.get(whole.id)));
    ids.set(figure.id, proposal.id);
    made.set(figure.id, proposal);
  };
  for (const figure of figures) make(figure, 0);
  return figures.flatMap((figure) => made.get(figure.id) ?? []);
}

function figureProposal(desk: Desk, figure: ReadFigure, whole: ProposalId | undefined): Unnamed {
  const { span, of, place } = figure;
  const sentence = desk.words.around(span);
  const count = countOf(figure, desk.reading.language);
  const chain = chainOf(desk, span, figure.assertedBy, figure.via);
  const date = (edtf: string): Span =>
    desk.dates.touching(sentence.start, sentence.end).find(({ value }) => value === edtf)?.span ?? sentence;
  const fields = [
    field('count', { kind: 'count', count }, span),
    field('unit', code(figure.unit), span),
    ...(figure.about === 'other' ? [] : [field('about', code(figure.about), sentence)]),
    ...(of === null ? [] : [field('of-whom', text(of.text), of)]),
    ...(figure.standing === 'plain' ? [] : [field('standing', code(figure.standing), sentence)]),
    ...(figure.period === null ? [] : [field('period', { kind: 'when', edtf: figure.period }, date(figure.period))]),
    ...(figure.asOf === null ? [] : [field('as-of', { kind: 'when', edtf: figure.asOf }, date(figure.asOf))]),
    ...(place === null ? [] : [field('where', text(place.text), place)]),
    ...(whole === undefined ? [] : [field('part-of', { kind: 'proposal', proposal: whole }, span)]),
  ];
  const what = figure.about === 'other' ? span.text : `${span.text} ${codeWords(figure.about)}`;
  const score = Math.round((0.9 - (figure.inferred ? 0.15 : 0) - (figure.about === 'other' ? 0.2 : 0)) * 100) / 100;
  return {
    kind: 'figure',
    anchors: [span],
    fields,
    perpetrators: [],
    chain,
    summary: `${what}${says(chain)}`,
    score,
    why: figure.why,
  };
}

function actProposal(desk: Desk, act: ReadAct): Unnamed {
  const victims = act.victims.flatMap((span) => {
    const named = desk.namer.person(span);
    return named === null ? [] : [field('victim', { kind: 'named', named }, span)];
  });
  const { time } = act;
  const when = time === null ? null : (desk.dates.touching(time.start, time.end)[0]?.value ?? null);
  const fields = [
    field('violation', code(act.violation), act.trigger),
    ...victims,
    ...(when === null || time === null ? [] : [field('when', { kind: 'when', edtf: when }, time)]),
    ...(act.place === null ? [] : [field('where', text(act.place.text), act.place)]),
    ...act.means.map((span) => field('means', text(span.text), span)),
    field('modality', code(act.modality), act.trigger),
  ];
  const chain = chainOf(desk, act.trigger, act.assertedBy, viaOf(desk, act));
  const perpetrators = act.perpetrators.flatMap((span): NamedHere[] => {
    const named = desk.namer.person(span);
    return named === null ? [] : [named];
  });
  const of = act.victims.map((span) => span.text).join(', ');
  const by = perpetrators.map((named) => named.name).join(', ');
  const summary = `${codeWords(act.violation)}${of === '' ? '' : ` of ${of}`}${by === '' ? '' : ` by ${by}`}${says(chain)}`;
  const anchors: readonly [Span, ...Span[]] = [act.trigger, ...act.victims];
  return { kind: 'act', anchors, fields, perpetrators, chain, summary, score: act.score, why: act.why };
}
