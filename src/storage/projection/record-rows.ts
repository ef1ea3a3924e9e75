import type { Claim, ClaimState } from '../../domain/claim.ts';
import { countBounds } from '../../domain/count.ts';
import type { RecordKind, RecordState } from '../../domain/record.ts';
import { underSecondKey } from '../../domain/sensitivity.ts';
import { fold } from '../../kit/fold.ts';
import { asciiOrNull, utf8 } from '../packed.ts';
import type { Bytes } from '../tables.ts';

/** A record as the fold left it, with what only the desk knows: what it is called, and how many of its pairs contradict. */
export interface RecordEntry {
  readonly state: RecordState;
  readonly title: string;
  readonly conflicts: number;
}

/** Names of these persons lie only under the second key. */
export const isSealed = (state: RecordState): boolean => state.mark !== null && underSecondKey(state.mark.sensitivity);

/** Days since 1970-01-01, both included; `null` where open. */
export interface Days {
  readonly from: number | null;
  readonly to: number | null;
}

/** Sort keys of blobs are cut here: a hostile title must not fill the pages of an index. */
const SORT_BYTES = 192;
/** What is unknown sorts last. */
export const UNKNOWN_NUMBER = 9_007_199_254_740_991;
export const UNKNOWN_CODE = '~';
/** Sorts after every UTF-8 string. */
export const UNKNOWN_TITLE: Bytes = Uint8Array.of(0xff);

interface Leading {
  readonly code: string | null;
  readonly when: string | null;
  readonly count: string | null;
}

/** By which fields the records of a kind are sorted and filtered in their table. */
const LEADING = {
  person: { code: 'kind', when: 'born', count: 'count' },
  event: { code: null, when: 'when', count: null },
  act: { code: 'violation', when: 'when', count: null },
  involvement: { code: 'degree', when: null, count: null },
  statement: { code: 'manner', when: 'when', count: null },
  figure: { code: 'about', when: 'period', count: 'count' },
  proceeding: { code: 'step', when: 'when', count: null },
  intervention: { code: 'stage', when: 'when', count: null },
  'cited-source': { code: null, when: 'published', count: null },
} as const satisfies Record<RecordKind, Leading>;

export interface ClaimFacts {
  readonly field: string;
  readonly status: string;
  readonly basis: string;
  readonly adopted: number;
  readonly code: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

/** What of a claim can be filtered by: its code, the bounds of its count, the days of its date. */
export function claimFacts(state: ClaimState, days: (edtf: string) => Days | null): ClaimFacts {
  const { claim } = state;
  const bounds = claim.value.kind === 'count' ? countBounds(claim.value.count) : null;
  const span = claim.value.kind === 'when' ? days(claim.value.edtf) : null;
  return {
    field: asciiOrNull(claim.field) ?? '',
    status: state.status,
    basis: claim.basis,
    adopted: state.adopted === null ? 0 : 1,
    code: claim.value.kind === 'code' ? asciiOrNull(claim.value.code) : null,
    low: bounds === null ? null : bounds.low,
    high: bounds === null || bounds.high === Infinity ? null : bounds.high,
    fromDay: span === null ? null : span.from,
    toDay: span === null ? null : span.to,
  };
}

export interface SortKeys {
  readonly byCode: string;
  readonly byDay: number;
  readonly byCount: number;
}

/** The adopted value of a leading field leads, else the first that stands. */
export function sortKeys(kind: RecordKind, claims: readonly ClaimFacts[]): SortKeys {
  const leading: Leading = LEADING[kind];
  const lead = (field: string | null): ClaimFacts | undefined => {
    const standing = claims.filter((claim) => claim.field === field && claim.status !== 'withdrawn');
    return standing.find((claim) => claim.adopted === 1) ?? standing[0];
  };
  return {
    byCode: lead(leading.code)?.code ?? UNKNOWN_CODE,
    byDay: lead(leading.when)?.fromDay ?? UNKNOWN_NUMBER,
    byCount: lead(leading.count)?.low ?? UNKNOWN_NUMBER,
  };
}

/** A folded string as a sort key: UTF-8 compared by bytes, the same on every database. */
export function sortKey(words: string): Bytes {
  return utf8(fold(words.slice(0, 4 * SORT_BYTES))).slice(0, SORT_BYTES);
}

/** Each record this one names, and as what: a field's name or a link's kind. */
export function references(state: RecordState): readonly { readonly ref: string; readonly as: string }[] {
  const seen = new Map<string, { ref: string; as: string }>();
  const note = (ref: string, as: string): void => void seen.set(`${ref} ${as}`, { ref, as });
  for (const { claim, status } of state.claims) {
    if (status === 'withdrawn') continue;
    if (claim.value.kind === 'record') note(claim.value.record, asciiOrNull(claim.field) ?? '');
    for (const link of claim.chain) note(link.to, link.kind);
  }
  return [...seen.values()];
}

/** Every id that the rows of a record need a key for. */
export function* idsOf(state: RecordState): Generator<string> {
  yield state.id;
  for (const { claim } of state.claims) yield* claimIds(claim);
}

function* claimIds(claim: Claim): Generator<string> {
  if (claim.value.kind === 'record') yield claim.value.record;
  for (const link of claim.chain) yield link.to;
  for (const words of claim.attestedBy) {
    yield words.source;
    yield words.text;
  }
}
