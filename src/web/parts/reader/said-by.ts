import type { SaidBy } from '../../../http/api-bodies.ts';
import type { NoteView, TextView } from '../../../http/api-types.ts';

export interface VoiceChoice {
  readonly key: string;
  readonly name: string;
  readonly saidBy: SaidBy;
}

/**
 * The voices of a text that a record by hand may be laid to (SPEC W29): each as the person it already is, or by its name
 * with the words that name it here. A voice that no words name cannot be chosen.
 */
export const voiceChoices = (view: TextView): readonly VoiceChoice[] =>
  view.voices.flatMap(({ key, name }) => {
    const notes = view.notes.filter((note) => note.voice === key);
    const saidBy = personOf(notes) ?? namedBy(notes, name);
    return saidBy === undefined ? [] : [{ key, name, saidBy }];
  });

function personOf(notes: readonly NoteView[]): SaidBy | undefined {
  const person = notes.map((note) => note.chain[0]?.to).find((to) => to !== null && to !== undefined);
  return person === undefined || person === null ? undefined : { person };
}

function namedBy(notes: readonly NoteView[], name: string): SaidBy | undefined {
  const words = notes.flatMap((note) => note.marks).find((mark) => mark.role === 'source');
  return words && { name, words: { start: words.start, end: words.end } };
}
