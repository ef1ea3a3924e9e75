import { FIELDS, fieldOf, type RecordKind } from '../../../domain/record.ts';
import type { RecordDetail } from '../../../http/api-register.ts';
import type { NoteView } from '../../../http/api-types.ts';
import { fold } from '../../../kit/fold.ts';
import { draftOf, type Draft } from './drafts.ts';
import { startOf } from './review.ts';
import type { Range } from './segments.ts';

/** A record that more words are looked for, and the field they shall say, where a link asked for one. */
export interface Adding {
  readonly record: string;
  readonly field: string | null;
}

export interface RecordHere {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly covered: boolean;
}

/** The records this text already has, each once, those nearest to the selected words first (SPEC W36). */
export function recordsHere(notes: readonly NoteView[], range: Range): readonly RecordHere[] {
  const far = (note: NoteView): number => {
    const spans = note.anchors.length > 0 ? note.anchors : [{ start: startOf(note), end: startOf(note) }];
    return Math.min(...spans.map(({ start, end }) => Math.max(0, start - range.end, range.start - end)));
  };
  const records = new Map<string, RecordHere>();
  for (const note of notes.toSorted((a, b) => far(a) - far(b))) {
    if (note.record === null || records.has(note.record)) continue;
    const { kind, summary } = note;
    records.set(note.record, { id: note.record, kind, title: summary, covered: note.covered === 'headline' });
  }
  return [...records.values()];
}

/** Those of one kind, where one is chosen, whose title holds what was typed, however it is spelt. */
export function recordsFound(records: readonly RecordHere[], kind: string, typed: string): readonly RecordHere[] {
  const asked = fold(typed.trim());
  return records.filter(
    (record) =>
      (kind === '' || record.kind === kind) &&
      (asked === '' || (!record.covered && fold(record.title).includes(asked))),
  );
}

/** A record as one line, down to the last that its words say; what they do not say behind that is left out. */
export const inOneLine = ({ lead }: Pick<RecordDetail, 'lead'>): string =>
  lead
    .slice(0, lead.findLastIndex(({ known, text }) => known && /[\p{L}\p{N}]/u.test(text)) + 1)
    .map(({ text }) => text)
    .join('');

/** The fields a record of this kind may be given a value of. */
export const fieldsToAdd = (kind: RecordKind): readonly string[] => Object.keys(FIELDS[kind]);

/** The field to begin with: the one that was asked for, or the first that no words say yet. */
export const firstField = ({ kind, missing }: Pick<RecordDetail, 'kind' | 'missing'>, asked: string | null): string =>
  fieldsToAdd(kind).find((field) => field === asked) ?? missing[0] ?? fieldsToAdd(kind)[0] ?? '';

/** What is typed for a field at first: the selected words, where they can be its value. */
export function addedDraft(kind: RecordKind, field: string, words: string): Draft {
  const holds = fieldOf(kind, field)?.holds ?? 'text';
  return draftOf(holds, holds === 'text' || holds === 'count' ? words : '');
}
