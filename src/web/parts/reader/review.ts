import type { NoteView } from '../../../http/api-types.ts';
import { fold } from '../../../kit/fold.ts';

export type NoteState = NoteView['state'];

/** Which notes of the margin are shown: all, or those of one kind, or those that hold the words of a search. */
export interface NoteFilter {
  readonly kind: NoteView['kind'] | null;
  readonly query: string;
}

export const startOf = (note: NoteView): number =>
  Math.min(...note.anchors.map((anchor) => anchor.start), ...note.marks.map((mark) => mark.start), Infinity);

/** Where the note stands: its first anchor, which is where its words are shown. */
export const anchorOf = (note: NoteView): number => note.anchors[0]?.start ?? startOf(note);

/** Notes in the order of the text; several at one word keep the order they came in. */
export const inTextOrder = (notes: readonly NoteView[]): readonly NoteView[] =>
  [...notes].sort((a, b) => anchorOf(a) - anchorOf(b));

export const shownNotes = (notes: readonly NoteView[], filter: NoteFilter): readonly NoteView[] => {
  const query = fold(filter.query.trim());
  return notes.filter(
    (note) => (filter.kind === null || note.kind === filter.kind) && (query === '' || holdsWords(note, query)),
  );
};

function holdsWords(note: NoteView, query: string): boolean {
  const words = [
    note.summary,
    ...note.anchors.map((anchor) => anchor.text),
    ...note.fields.map((field) => field.value),
    ...note.chain.map((link) => link.name),
  ];
  return words.some((word) => fold(word).includes(query));
}

/** Kinds that are here, in the order they first appear: what G goes through. */
export const kindsOf = (notes: readonly NoteView[]): readonly NoteView['kind'][] => [
  ...new Set(notes.map((note) => note.kind)),
];

export const waits = (note: NoteView): boolean => note.state === 'waiting';

/**
 * The note that J (+1) or K (−1) goes to: the next one that waits, round the end of the text; with nothing waiting, the
 * next one there is (SPEC W24).
 */
export function stepFrom(notes: readonly NoteView[], focus: string | null, by: 1 | -1): string | null {
  const at = notes.findIndex((note) => note.id === focus);
  const from = at < 0 && by < 0 ? notes.length : at;
  const round = Array.from({ length: notes.length }, (_, step) => {
    const index = from + by * (step + 1);
    return notes[((index % notes.length) + notes.length) % notes.length];
  }).filter((note) => note !== undefined);
  const others = round.filter((note) => note.id !== focus);
  return (others.find(waits) ?? (notes.some(waits) ? undefined : others[0]))?.id ?? focus;
}

/** "1 of 9": which of the waiting notes this one is; undefined when it does not wait. */
export function placeAmongWaiting(notes: readonly NoteView[], id: string): { at: number; of: number } | undefined {
  const waiting = notes.filter(waits);
  const at = waiting.findIndex((note) => note.id === id);
  return at < 0 ? undefined : { at: at + 1, of: waiting.length };
}

/** Of the notes under one word, the one a click goes to: the innermost first, then, click by click, the ones around it. */
export function noteUnder(notes: readonly string[], focus: string | null): string | null {
  const inner = [...new Set([...notes].reverse())];
  const at = focus === null ? -1 : inner.indexOf(focus);
  return inner[(at + 1) % inner.length] ?? null;
}
