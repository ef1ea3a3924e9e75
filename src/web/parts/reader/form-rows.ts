import type { ClaimValue } from '../../../domain/claim.ts';
import { FIELDS, type Field, type RecordKind } from '../../../domain/record.ts';
import type { Span } from '../../../domain/span.ts';
import type { FieldView, NoteView } from '../../../http/api-types.ts';
import { done, refuse, type Outcome } from '../../../kit/outcome.ts';
import { draftOf, valueOf, type Draft, type DraftTrouble } from './drafts.ts';
import type { Range } from './segments.ts';
import type { Changes } from './use-review.ts';

/** One field of a form: what it holds, what is typed, and which words of the text attest it. */
export interface FormRow {
  /** The field, numbered where several rows hold its values. */
  readonly key: string;
  readonly field: string;
  readonly holds: Field['holds'];
  readonly draft: Draft;
  /** As it was when the form opened: what is untouched is not sent. */
  readonly was: Draft;
  /** Words chosen for this field; null: those of the record. */
  readonly words: Range | null;
  readonly out: boolean;
  /** Several values stand here, or a record of a kind that is not chosen here: they may be left out, not rewritten. */
  readonly fixed: boolean;
  readonly shown: string;
  /** The words that were read for it. */
  readonly read: readonly Span[];
}

const TYPED: ReadonlySet<Field['holds']> = new Set(['text', 'code', 'count', 'when', 'person']);

const fieldsOf = (kind: RecordKind): readonly (readonly [string, Field])[] => Object.entries(FIELDS[kind]);

/** The rows for amending a proposal: its fields as they were read, then the empty ones that can be typed or chosen. */
export function amendRows(note: NoteView): readonly FormRow[] {
  return fieldsOf(note.kind).flatMap(([field, { holds }]): readonly FormRow[] => {
    const read = note.fields.filter((each) => each.field === field);
    if (read.length === 0 && !TYPED.has(holds)) return [];
    if (holds === 'person' && read.length > 0) return read.map((each, at) => personRow(note, each, at));
    const shown = read.map((each) => each.value).join(', ');
    const was = draftOf(holds, shown);
    const fixed = read.length > 1 || !TYPED.has(holds);
    const words = read.flatMap((each) => each.words);
    return [{ key: field, field, holds, draft: was, was, words: null, out: false, fixed, shown, read: words }];
  });
}

/** A person as the proposal names them, to be chosen again; of several each has a row. */
function personRow({ id }: NoteView, { field, value, words }: FieldView, at: number): FormRow {
  const was: Draft = { kind: 'record', record: '', name: value, mention: id };
  const row = { field, holds: 'person', draft: was, was, words: null, out: false, fixed: false } as const;
  return { ...row, key: at === 0 ? field : `${field} ${at + 1}`, shown: value, read: words };
}

/** The rows for a record by hand: the first field begins with the selected words. */
export function recordRows(kind: RecordKind, words: string): readonly FormRow[] {
  return fieldsOf(kind).map(([field, { holds }], at) => {
    const empty = draftOf(holds, '');
    const draft = at === 0 && (holds === 'text' || holds === 'count') ? draftOf(holds, words) : empty;
    return { key: field, field, holds, draft, was: empty, words: null, out: false, fixed: false, shown: '', read: [] };
  });
}

const touched = (row: FormRow): boolean => row.words !== null || JSON.stringify(row.draft) !== JSON.stringify(row.was);

export interface RowTrouble {
  readonly kind: DraftTrouble['kind'] | 'no-words';
  readonly field: string;
}

/** What the form changes of the proposal, or the first field that does not say a value, or that no words attest (SPEC W28, A1). */
export function changesOf(rows: readonly FormRow[], wordsAt: (range: Range) => Span): Outcome<Changes, RowTrouble> {
  const changes: Changes[number][] = [];
  for (const field of new Set(rows.map((row) => row.field))) {
    const its = rows.filter((row) => row.field === field);
    const kept = its.filter((row) => !row.out);
    // What is changed of a field replaces all that was read for it: of several persons all that are kept are sent.
    const moved = kept.length < its.length || kept.some((row) => !row.fixed && touched(row));
    if (moved && kept.length === 0) changes.push({ field, value: null });
    for (const row of moved ? kept : []) {
      const value = chosenOf(row.draft);
      if (!value.ok) return refuse({ kind: value.problem.kind, field });
      if (row.shown === '' && row.words === null) return refuse({ kind: 'no-words', field });
      const own = row.words === null ? [] : [wordsAt(row.words)];
      const words = own.length === 0 && its.length > 1 ? row.read : own;
      changes.push({ field, value: value.value, ...(words.length === 0 ? {} : { words }) });
    }
  }
  return done(changes);
}

const chosenOf = (draft: Draft): Outcome<NonNullable<Changes[number]['value']>, DraftTrouble> =>
  draft.kind === 'record' && draft.mention !== null
    ? done({ kind: 'named', proposal: draft.mention, name: draft.name })
    : valueOf(draft);

export interface RecordedField {
  readonly field: string;
  readonly value: ClaimValue;
  readonly words: readonly Range[];
}

/** The fields of a record by hand, each with its words; at least one must say something (SPEC A1: no value without words). */
export function fieldsRecorded(rows: readonly FormRow[], range: Range): Outcome<readonly RecordedField[], RowTrouble> {
  const fields: RecordedField[] = [];
  for (const row of rows) {
    const value = valueOf(row.draft);
    if (value.ok) fields.push({ field: row.field, value: value.value, words: [row.words ?? range] });
    else if (value.problem.kind !== 'empty') return refuse({ kind: value.problem.kind, field: row.field });
  }
  return fields.length === 0 ? refuse({ kind: 'empty', field: rows[0]?.field ?? '' }) : done(fields);
}
