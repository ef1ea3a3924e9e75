import type { NoteView, TextView } from '../../../http/api-types.ts';

/** What a note needs of the text around it. */
export interface Beside {
  readonly wordsAt: (start: number, end: number) => string;
  /** The note whose anchor these words are, other than `but`; undefined where they stand in another text. */
  readonly noteOf: (words: string, but: NoteView) => string | undefined;
  /** Whether the note stands on a headline that is covered: its words are covered with it. */
  readonly isCovered: (note: NoteView) => boolean;
}

export const besideOf = (view: TextView, covered: boolean): Beside => ({
  wordsAt: (start, end) => view.words.slice(start - view.from, end - view.from),
  noteOf: (words, but) =>
    view.notes.find((note) => note.kind === but.kind && note.id !== but.id && note.anchors[0]?.text === words)?.id,
  isCovered: (note) => covered && note.covered === 'headline',
});
