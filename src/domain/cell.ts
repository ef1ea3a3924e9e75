import { assertNever } from '../kit/assert-never.ts';
import type { ClaimState, ClaimStatus, ClaimValue, Link } from './claim.ts';
import { countWords, type Count } from './count.ts';
import type { RecordId } from './ids.ts';
import type { RecordKind, RecordState } from './record.ts';
import { conflictsOf, shownStatus } from './relation.ts';
import type { Attestation } from './span.ts';
import { codeWords } from './vocabulary.ts';
import { showWhen } from './when.ts';

/** A record under its name: how a reference is shown. */
export type NameOf = (record: RecordId) => string;

/** One cell as it leaves the program (shape fixed by the contract): the value, its words, its chain, who decided. */
export interface Cell {
  readonly field: string;
  readonly value: string | Count;
  /** Where the value is another record: under which name it is shown. */
  readonly name: string | null;
  /** The value as people read it. */
  readonly shown: string;
  readonly status: ClaimStatus | 'conflict' | 'adopted';
  readonly basis: 'words' | 'inferred' | 'finding';
  readonly finding: boolean;
  readonly reason: string | null;
  readonly attestedBy: readonly Attestation[];
  readonly chain: readonly string[];
  readonly decidedBy: string;
  readonly deed: string;
}

/** Every cell of a record that is not withdrawn, in the order it was recorded (SPEC A8). */
export function cellsOf(record: RecordState, nameOf: NameOf): Cell[] {
  const conflicts = conflictsOf(record);
  return record.claims
    .filter((state) => state.status !== 'withdrawn')
    .map((state) => cellOf(state, state.adopted === null ? shownStatus(state, conflicts) : 'adopted', nameOf));
}

function cellOf(state: ClaimState, status: Cell['status'], nameOf: NameOf): Cell {
  const { claim, recorded, adopted } = state;
  return {
    field: claim.field,
    value: valueOf(claim.value),
    name: claim.value.kind === 'record' ? nameOf(claim.value.record) : null,
    shown: shownValue(claim.value, nameOf),
    status,
    basis: claim.basis,
    finding: claim.basis === 'finding',
    reason: claim.basis === 'finding' ? claim.reason : (adopted?.reason ?? state.changed?.reason ?? null),
    attestedBy: claim.attestedBy,
    chain: claim.chain.map((link) => linkName(link.kind, nameOf(link.to))),
    decidedBy: recorded.by,
    deed: recorded.deed,
  };
}

function valueOf(value: ClaimValue): string | Count {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return value.code;
    case 'count':
      return value.count;
    case 'when':
      return value.edtf;
    case 'record':
      return value.record;
    default:
      return assertNever(value);
  }
}

const LINK_WORDS = {
  'said-by': 'said by',
  'in-work': 'in',
  'published-by': 'published by',
  'translated-by': 'translated by',
} as const satisfies Record<Link['kind'], string>;

export const linkName = (kind: Link['kind'], name: string): string => `${LINK_WORDS[kind]} ${name}`;

/** A value as people read it. */
export function shownValue(value: ClaimValue, nameOf: NameOf): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return codeWords(value.code);
    case 'count':
      return countWords(value.count);
    case 'when':
      return showWhen(value.edtf);
    case 'record':
      return nameOf(value.record);
    default:
      return assertNever(value);
  }
}

const TITLE_FIELDS = {
  person: ['name'],
  event: ['title'],
  act: ['violation', 'victim'],
  involvement: ['person', 'degree'],
  statement: ['said-by', 'content'],
  figure: ['count', 'of-whom', 'about'],
  proceeding: ['step', 'person'],
  intervention: ['stage', 'what'],
  'cited-source': ['title'],
} as const satisfies Record<RecordKind, readonly string[]>;

/** A record in a few words, from its own claims: "torture · Emil Dorn". Adopted values come first. */
export function titleOf(record: RecordState, nameOf: NameOf): string {
  const parts = TITLE_FIELDS[record.kind].flatMap((field) => {
    const open = record.claims.filter((state) => state.claim.field === field && state.status !== 'withdrawn');
    const best = open.find((state) => state.adopted !== null) ?? open[0];
    return best === undefined ? [] : [shownValue(best.claim.value, nameOf)];
  });
  return parts.length === 0 ? `${record.kind} without words` : parts.join(' · ');
}
