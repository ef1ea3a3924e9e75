import type { ClaimState, Decision } from './claim.ts';
import type { ProposalId, RecordId, SourceId } from './ids.ts';
import type { Sensitivity } from './sensitivity.ts';

export const RECORD_KINDS = [
  'person',
  'event',
  'act',
  'involvement',
  'statement',
  'figure',
  'proceeding',
  'intervention',
  'cited-source',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type ValueKind = 'text' | 'code' | 'count' | 'when' | 'person' | 'event' | 'act' | 'figure';

export interface Field {
  readonly holds: ValueKind;
  /** `one`: two recorded values may contradict; `many`: they stand together and never conflict. */
  readonly many: boolean;
}

const one = (holds: ValueKind): Field => ({ holds, many: false });
const many = (holds: ValueKind): Field => ({ holds, many: true });

/** Which fields a kind of record has (DESIGN §3; MECHANICS, Status of claims). A new field is a line here. */
export const FIELDS = {
  person: {
    name: many('text'),
    kind: one('code'),
    role: many('text'),
    count: one('count'),
    born: one('when'),
    sex: one('code'),
    'age-group': one('code'),
  },
  event: { title: one('text'), when: one('when'), where: one('text') },
  act: {
    violation: one('code'),
    victim: many('person'),
    when: one('when'),
    where: one('text'),
    means: many('text'),
    modality: one('code'),
    event: one('event'),
  },
  involvement: { act: one('act'), person: one('person'), degree: one('code') },
  statement: { content: one('text'), manner: one('code'), 'said-by': one('person'), when: one('when') },
  figure: {
    count: one('count'),
    unit: one('code'),
    about: one('code'),
    'of-whom': one('text'),
    standing: one('code'),
    period: one('when'),
    'as-of': one('when'),
    where: one('text'),
    'part-of': one('figure'),
  },
  proceeding: {
    step: one('code'),
    person: one('person'),
    role: one('code'),
    when: one('when'),
    body: one('person'),
    term: one('text'),
    'rests-on': many('text'),
  },
  intervention: { what: one('text'), stage: one('code'), body: one('person'), when: one('when'), about: one('event') },
  'cited-source': { title: one('text'), identifier: one('text'), published: one('when'), 'made-by': many('person') },
} as const satisfies Record<RecordKind, Record<string, Field>>;

export function fieldOf(kind: RecordKind, field: string): Field | undefined {
  const fields: Readonly<Record<string, Field>> = FIELDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

export type HoldState = 'sought' | 'held' | 'unobtainable';

/** A record of the register: nothing but the claims people made and what they decided about them. */
export interface RecordState {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly made: Decision;
  readonly claims: readonly ClaimState[];
  /** Proposals this record was accepted from. */
  readonly proposals: readonly ProposalId[];
  /** Persons: how much to guard them; null for other kinds. */
  readonly mark: { readonly sensitivity: Sensitivity; readonly decision: Decision } | null;
  /** Cited sources: whether the work is in custody; null for other kinds. */
  readonly hold: {
    readonly state: HoldState;
    readonly source: SourceId | null;
    readonly decision: Decision | null;
  } | null;
  /** Why the whole record waits for work: the deed that made it was taken back while others rest on it. */
  readonly unsettled: string | null;
}
