import type { Claim, ClaimValue, Link } from '../domain/claim.ts';
import type { MadeRecord, Mark, Recording } from '../domain/deed.ts';
import { claimId, recordId, type RecordId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { RecordKind } from '../domain/record.ts';
import { DEFAULT_SENSITIVITY } from '../domain/sensitivity.ts';
import type { Attestation } from '../domain/span.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { checkValue } from './check-value.ts';

export interface HandField {
  readonly field: string;
  readonly value: ClaimValue;
  readonly words: readonly Attestation[];
}

/** Who says it: a voice of the register, or one named by words that has no record yet. */
export type HandVoice =
  | { readonly person: RecordId; readonly words: Attestation | null }
  | { readonly name: string; readonly words: Attestation };

export interface HandRecording {
  /** A record that exists, or the kind of a new one. */
  readonly on: { readonly record: RecordId; readonly kind: RecordKind } | { readonly kind: RecordKind };
  readonly fields: readonly HandField[];
  /** Null: the source's own voice. */
  readonly saidBy: HandVoice | null;
  readonly newId: () => string;
}

/** A record made by hand from selected words: every field has its words, or nothing is recorded (SPEC A1, A6). */
export function recordByHand(hand: HandRecording): Outcome<Recording, Problem> {
  if (hand.fields.length === 0)
    return refuse({ kind: 'bad-input', where: 'fields', why: 'there is nothing to record' });
  for (const { field, value, words } of hand.fields) {
    const checked = checkValue(hand.on.kind, field, value);
    if (!checked.ok) return checked;
    if (words.length === 0) return refuse({ kind: 'words-missing', field });
  }
  return done(write(hand));
}

function write(hand: HandRecording): Recording {
  const made: MadeRecord[] = [];
  const claims: Claim[] = [];
  const marks: Mark[] = [];
  const make = (kind: RecordKind): RecordId => {
    const id = recordId(hand.newId());
    made.push({ id, kind, named: null });
    return id;
  };
  const push = (record: RecordId, { field, value, words }: HandField, chain: readonly Link[]): void => {
    const [first, ...rest] = words;
    if (first !== undefined)
      claims.push({
        id: claimId(hand.newId()),
        record,
        field,
        value,
        chain,
        basis: 'words',
        attestedBy: [first, ...rest],
      });
  };
  const record = 'record' in hand.on ? hand.on.record : make(hand.on.kind);
  if (hand.on.kind === 'person' && !('record' in hand.on))
    marks.push({ person: record, sensitivity: sensitivityOf(hand.fields) });
  const chain = chainOf(hand.saidBy, (name, words) => {
    const voice = make('person');
    marks.push({ person: voice, sensitivity: DEFAULT_SENSITIVITY.other });
    push(voice, { field: 'name', value: { kind: 'text', text: name }, words: [words] }, []);
    return voice;
  });
  for (const field of hand.fields) push(record, field, chain);
  return { kind: 'record', proposal: null, reader: null, anchors: [], made, claims, marks, amended: null };
}

function chainOf(saidBy: HandVoice | null, makeVoice: (name: string, words: Attestation) => RecordId): Link[] {
  if (saidBy === null) return [];
  const to = 'person' in saidBy ? saidBy.person : makeVoice(saidBy.name, saidBy.words);
  return [{ kind: 'said-by', to, words: saidBy.words }];
}

/** Bodies and groups speak in public; everybody else is guarded until a person decides otherwise. */
function sensitivityOf(fields: readonly HandField[]): Mark['sensitivity'] {
  const kind = fields.find((field) => field.field === 'kind')?.value;
  if (kind?.kind !== 'code') return DEFAULT_SENSITIVITY.other;
  if (kind.code === 'body') return DEFAULT_SENSITIVITY.body;
  return kind.code === 'group' ? DEFAULT_SENSITIVITY.group : DEFAULT_SENSITIVITY.other;
}
