import type { NameOf } from '../domain/cell.ts';
import type { ClaimState, ClaimValue, LinkKind } from '../domain/claim.ts';
import type { Count } from '../domain/count.ts';
import type { Proposal, ProposedField } from '../domain/proposal.ts';
import type { RecordState } from '../domain/record.ts';
import type { Attestation } from '../domain/span.ts';
import { ABOUTS, STANDINGS, UNITS } from '../domain/vocabulary.ts';
import { fold } from '../kit/fold.ts';
import type { DeskFigure } from '../reconcile/desk-figure.ts';

export interface LinkShown {
  readonly kind: LinkKind;
  readonly name: string;
  readonly to: string | null;
  readonly hold: 'sought' | 'held' | 'unobtainable' | null;
  readonly words: Attestation | null;
  readonly inferred: boolean;
}

/** A figure of the desk with where its words stand and who says it. */
export interface Placed {
  readonly figure: DeskFigure;
  readonly record: string | null;
  readonly proposal: string | null;
  readonly words: Attestation;
  readonly voice: string;
  readonly chain: readonly LinkShown[];
  readonly number: string | null;
}

const OWN_VOICE = 'the source’s own voice';
const ownVoiceKey = (source: string): string => `author:${source}`;

const among = <Code extends string>(codes: readonly Code[], code: string | null): Code | undefined =>
  codes.find((known) => known === code);

/** A figure that people recorded; null while it has no count. */
export function figureRecorded(state: RecordState, nameOf: NameOf): Placed | null {
  const open = state.claims.filter((claim) => claim.status !== 'withdrawn');
  const best = (field: string): ClaimState | undefined => {
    const all = open.filter(({ claim }) => claim.field === field);
    return all.find((claim) => claim.adopted !== null) ?? all[0];
  };
  const count = best('count');
  const words = count?.claim.attestedBy[0];
  if (count === undefined || words === undefined || count.claim.value.kind !== 'count') return null;
  const code = (field: string): string | null => codeIn(best(field)?.claim.value);
  const text = (field: string): string | null => textIn(best(field)?.claim.value);
  const [origin] = count.claim.chain;
  const about = among(ABOUTS, code('about'));
  const partOf = best('part-of')?.claim.value;
  const chain = count.claim.chain.map((link): LinkShown => ({
    kind: link.kind,
    name: nameOf(link.to),
    to: link.to,
    hold: null,
    words: link.words,
    inferred: count.claim.basis === 'inferred',
  }));
  const voice = chain[0]?.name ?? OWN_VOICE;
  const figure: DeskFigure = {
    id: state.id,
    count: count.claim.value.count,
    unit: among(UNITS, code('unit')) ?? 'person',
    about: about ?? 'other',
    aboutKnown: about !== undefined && about !== 'other',
    ofWhom: text('of-whom'),
    standing: among(STANDINGS, code('standing')) ?? 'plain',
    period: text('period'),
    asOf: text('as-of'),
    place: text('where'),
    partOf: partOf?.kind === 'record' ? partOf.record : null,
    sameAs: null,
    voiceKey: origin === undefined ? ownVoiceKey(words.source) : fold(voice),
    source: words.source,
    rootKey: words.source,
    inferred: count.claim.basis === 'inferred',
  };
  return { figure, record: state.id, proposal: null, words, voice, chain, number: null };
}

function codeIn(value: ClaimValue | undefined): string | null {
  return value?.kind === 'code' ? value.code : null;
}

function textIn(value: ClaimValue | undefined): string | null {
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'when' ? value.edtf : null;
}

/** A figure that is only read. `became`: which record an accepted proposal is now. */
export function figureRead(proposal: Proposal, became: ReadonlyMap<string, string>): Placed | null {
  const best = (field: string): ProposedField | undefined => proposal.fields.find((entry) => entry.field === field);
  const count = countIn(best('count'));
  if (count === null) return null;
  const text = (field: string): string | null => plainIn(best(field));
  const about = among(ABOUTS, text('about'));
  const linked = (field: string): string | null => {
    const value = best(field)?.value;
    return value?.kind === 'proposal' ? (became.get(value.proposal) ?? value.proposal) : null;
  };
  const chain = proposal.chain.map((link): LinkShown => ({
    kind: link.kind,
    name: link.to.name,
    to: null,
    hold: link.to.kind === 'cited-source' ? 'sought' : null,
    words: null,
    inferred: link.inferred,
  }));
  const inferred = proposal.chain[0]?.inferred ?? false;
  const voice = chain[0]?.name ?? OWN_VOICE;
  const figure: DeskFigure = {
    id: proposal.id,
    count,
    unit: among(UNITS, text('unit')) ?? 'person',
    about: about ?? 'other',
    aboutKnown: about !== undefined && about !== 'other',
    ofWhom: text('of-whom'),
    standing: among(STANDINGS, text('standing')) ?? 'plain',
    period: text('period'),
    asOf: text('as-of'),
    place: text('where'),
    partOf: linked('part-of'),
    sameAs: linked('same-as'),
    voiceKey: chain[0] === undefined ? ownVoiceKey(proposal.source) : fold(voice),
    source: proposal.source,
    rootKey: proposal.source,
    inferred,
  };
  const words = { source: proposal.source, text: proposal.text, span: proposal.anchors[0] };
  return { figure, record: null, proposal: proposal.id, words, voice, chain, number: proposal.anchors[0].text };
}

const countIn = (field: ProposedField | undefined): Count | null =>
  field?.value.kind === 'count' ? field.value.count : null;

function plainIn(field: ProposedField | undefined): string | null {
  switch (field?.value.kind) {
    case 'text':
      return field.value.text;
    case 'code':
      return field.value.code;
    case 'when':
      return field.value.edtf;
    case 'named':
      return field.value.named.name;
    default:
      return null;
  }
}
