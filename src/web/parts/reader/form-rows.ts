import type { ClaimValue } from '../../../domain/claim.ts';
import { FIELDS, type Field, type RecordKind } from '../../../domain/record.ts';
import type { Span } from '../../../domain/span.ts';
import type { NoteView } from '../../../http/api-types.ts';
import { done, refuse, type Outcome } from '../../../kit/outcome.ts';
import { draftOf, valueOf, type Draft, type DraftTrouble } from './drafts.ts';
import type { Range } from './segments.ts';
import type { Changes } from './use-review.ts';

/** One field of a form: what it holds, what is typed, and which words of the text attest it. */
export interface FormRow {
  readonly field: string;
  readonly holds: Field['holds'];
  readonly draft: Draft;
  /** As it was when the form opened: what is untouched is not sent. */
  readonly was: Draft;
  /** Words chosen for this field; null: those of the record. */
  readonly words: Range | null;
  readonly out: boolean;
  /** Several values stand here, or names that only this text has: they may be left out, not rewritten. */
  readonly fixed: boolean;
  readonly shown: string;
}

const TYPED: ReadonlySet<Field['holds']> = new Set(['text', 'code', 'count', 'when']);

const fieldsOf = (kind: RecordKind): readonly (readonly [string, Field])[] => Object.entries(FIELDS[kind]);

/** The rows for amending a proposal: its fields as they were read, then the empty ones that can be typed. */
export function amendRows(note: NoteView): readonly FormRow[] {
  return fieldsOf(note.kind).flatMap(([field, { holds }]) => {
    const read = note.fields.filter((each) => each.field === field);
    if (read.length === 0 && !TYPED.has(holds)) return [];
    const shown = read.map((each) => each.value).join(', ');
    const was = draftOf(holds, shown);
    const fixed = read.length > 1 || !TYPED.has(holds);
    return [{ field, holds, draft: was, was, words: null, out: false, fixed, shown }];
  });
}

/** The rows for a record by hand: the first field begins with the selected words. */
export function recordRows(kind: RecordKind, words: string): readonly FormRow[] {
  return fieldsOf(kind).map(([field, { holds }], at) => {
    const empty = draftOf(holds, '');
    const draft = at === 0 && (holds === 'text' || holds === 'count') ? draftOf(holds, words) : empty;
    return { field, holds, draft, was: empty, words: null, out: false, fixed: false, shown: '' };
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
  for (const row of rows) {
    if (row.out) changes.push({ field: row.field, value: null });
    else if (!row.fixed && touched(row)) {
      const value = valueOf(row.draft);
      if (!value.ok) return refuse({ kind: value.problem.kind, field: row.field });
      if (row.shown === '' && row.words === null) return refuse({ kind: 'no-words', field: row.field });
      changes.push({
        field: row.field,
        value: value.value,
        ...(row.words === null ? {} : { words: [wordsAt(row.words)] }),
      });
    }
  }
  return done(changes);
}

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
