import { assertNever } from '../kit/assert-never.ts';
import { fold } from '../kit/fold.ts';
import type { ClaimState, ClaimStatus, ClaimValue } from './claim.ts';
import { boundsMeet, countBounds, isVague, type Count } from './count.ts';
import { fieldOf, type RecordState } from './record.ts';
import { whenBounds, whenMeet } from './when.ts';

/** How two values of one field stand to each other (DESIGN §3). Only `contradicts` can become a conflict. */
export type Relation = 'same' | 'narrower' | 'gloss' | 'differs' | 'contradicts';

/** Codes of which one qualifies the other: never a conflict ("executed" for "died"). */
const GLOSSES: readonly (readonly string[])[] = [
  ['killing', 'death-in-custody'],
  ['torture', 'ill-treatment', 'assault', 'sexual-violence'],
  ['arrest', 'arbitrary-detention', 'abduction', 'enforced-disappearance'],
  ['conviction', 'unfair-trial'],
  ['asserted', 'alleged'],
];

/** Symmetric (SPEC A4). Values of different kinds differ. */
export function relateValues(a: ClaimValue, b: ClaimValue): Relation {
  switch (a.kind) {
    case 'count':
      return b.kind === 'count' ? relateCounts(a.count, b.count) : 'differs';
    case 'when':
      return b.kind === 'when' ? relateDates(a.edtf, b.edtf) : 'differs';
    case 'code':
      return b.kind === 'code' ? relateCodes(a.code, b.code) : 'differs';
    case 'text':
      return b.kind === 'text' && fold(a.text) === fold(b.text) ? 'same' : 'differs';
    case 'record':
      return b.kind === 'record' && a.record === b.record ? 'same' : 'differs';
    default:
      return assertNever(a);
  }
}

function relateCounts(a: Count, b: Count): Relation {
  const [x, y] = [countBounds(a), countBounds(b)];
  if (x.low === y.low && x.high === y.high) return 'same';
  if (!boundsMeet(x, y)) return isVague(a) || isVague(b) ? 'differs' : 'contradicts';
  const within = (x.low >= y.low && x.high <= y.high) || (y.low >= x.low && y.high <= x.high);
  return within ? 'narrower' : 'same';
}

function relateDates(a: string, b: string): Relation {
  if (a === b) return 'same';
  const known = whenBounds(a) !== null && whenBounds(b) !== null;
  if (!known) return 'differs';
  return whenMeet(a, b) ? 'narrower' : 'contradicts';
}

function relateCodes(a: string, b: string): Relation {
  if (a === b) return 'same';
  return GLOSSES.some((set) => set.includes(a) && set.includes(b)) ? 'gloss' : 'contradicts';
}

export interface ValuePair {
  readonly a: ClaimState;
  readonly b: ClaimState;
  readonly relation: Relation;
}

/** Every pair of recorded values of one single-valued field that are not the same. */
export function pairsOf(record: RecordState): ValuePair[] {
  const open = record.claims.filter(
    (state) => state.status === 'recorded' && fieldOf(record.kind, state.claim.field)?.many === false,
  );
  return open.flatMap((a, at) =>
    open
      .slice(at + 1)
      .filter((b) => b.claim.field === a.claim.field)
      .map((b) => ({ a, b, relation: relateValues(a.claim.value, b.claim.value) }))
      .filter((pair) => pair.relation !== 'same'),
  );
}

/** Conflict is derived, never stored: the two contradict and the case has adopted no value of that field (SPEC A3). */
export function conflictsOf(record: RecordState): ValuePair[] {
  const settled = new Set(
    record.claims
      .filter((state) => state.adopted !== null && state.status !== 'withdrawn')
      .map((state) => state.claim.field),
  );
  return pairsOf(record).filter((pair) => pair.relation === 'contradicts' && !settled.has(pair.a.claim.field));
}

/** The status a cell shows. */
export function shownStatus(state: ClaimState, conflicts: readonly ValuePair[]): ClaimStatus | 'conflict' {
  if (state.status === 'recorded' && state.unsettled !== null) return 'work-needed';
  return conflicts.some((pair) => pair.a === state || pair.b === state) ? 'conflict' : state.status;
}
