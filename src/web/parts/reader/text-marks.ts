import type { MarkRole } from '../../../domain/mark-role.ts';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import type { Span } from '../../../domain/span.ts';
import type { VoiceHue } from './hues.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Range, Segment } from './segments.ts';

/** A mark on the text: words of a note, or what the page itself lays on them. */
export interface TextMark extends Range {
  /** The note it belongs to; null for what is no note's. */
  readonly note: string | null;
  readonly role: MarkRole | 'furniture' | 'title' | 'asked';
  readonly voice: string | null;
  readonly look: 'open' | 'done' | 'gone';
}

const LOOK = {
  waiting: 'open',
  accepted: 'done',
  amended: 'done',
  recorded: 'done',
  rejected: 'gone',
  'read-differently': 'gone',
} as const satisfies Record<NoteView['state'], TextMark['look']>;

const made = new WeakMap<NoteView, readonly TextMark[]>();

/** The marks of one note; the same note gives the same marks, so that paragraphs know when nothing changed. */
export function marksOf(note: NoteView): readonly TextMark[] {
  const known = made.get(note);
  if (known !== undefined) return known;
  const from: readonly { start: number; end: number; role: MarkRole }[] =
    note.marks.length > 0 ? note.marks : note.anchors.map(({ start, end }) => ({ start, end, role: 'words' }));
  const marks = from.map((mark) => ({
    start: mark.start,
    end: mark.end,
    role: roleOf(note, mark),
    note: note.id,
    voice: note.voice,
    look: LOOK[note.state],
  }));
  made.set(note, marks);
  return marks;
}

/** An act is anchored in all its words, its trigger first: the wash is for what was done, not for those it happened to. */
const roleOf = (note: NoteView, { start, role }: { readonly start: number; readonly role: MarkRole }): MarkRole =>
  role === 'trigger' && note.anchors.length > 0 && note.anchors[0]?.start !== start ? 'victim' : role;

const plain = (span: Range, role: TextMark['role']): TextMark => ({
  start: span.start,
  end: span.end,
  role,
  note: null,
  voice: null,
  look: 'done',
});

/** What the page lays on the words beside the notes: furniture, the headline, the words a link asked for. */
export const ownMarks = (view: TextView, asked: readonly Range[]): readonly TextMark[] => [
  ...view.furniture.map((span: Span) => plain(span, 'furniture')),
  ...(view.title === null ? [] : [plain(view.title, 'title')]),
  ...asked.map((range) => plain(range, 'asked')),
];

/** Each paragraph's marks, in one pass over both. `paragraphs` tile the words in order. */
export function marksByParagraph(
  paragraphs: readonly Paragraph[],
  notes: readonly NoteView[],
  own: readonly TextMark[],
): readonly (readonly TextMark[])[] {
  const lists: TextMark[][] = paragraphs.map(() => []);
  const marks = [...own, ...notes.flatMap(marksOf)];
  for (const mark of marks) {
    for (let at = paragraphAt(paragraphs, mark.start); at < paragraphs.length; at += 1) {
      const paragraph = paragraphs[at];
      if (paragraph === undefined || paragraph.start >= mark.end) break;
      if (mark.start < paragraph.end) lists[at]?.push(mark);
    }
  }
  return lists;
}

/** The number of the paragraph that holds an offset. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const CLASS = {
  content: 's',
  cue: 'cue',
  source: 'src',
  via: 'via',
  figure: 'fig',
  trigger: 'act',
  furniture: 'furniture',
  title: 'headline',
  asked: 'asked',
  name: 'name',
  work: 'name',
  words: 'hand',
  'part-of': null,
  victim: null,
  perpetrator: null,
  place: null,
  time: null,
  means: null,
} as const satisfies Record<TextMark['role'], string | null>;

/** Roles that draw a line whose ends matter: a box is closed where its mark begins and ends, not where others cut it. */
const BOXED: ReadonlySet<TextMark['role']> = new Set(['figure']);

/** The classes of one segment (SPEC W25: marks by kind; dashed while they wait, solid once a person decided). */
export function lookOf(segment: Segment<TextMark>, hues: ReadonlyMap<string, VoiceHue>): string {
  const classes = new Set<string>();
  for (const mark of segment.marks) {
    const name = CLASS[mark.role];
    if (name === null || (mark.look === 'gone' && mark.note !== null)) continue;
    classes.add(name);
    if (mark.note !== null && !(mark.look === 'open' && classes.has(`${name}-done`)))
      classes.add(`${name}-${mark.look}`);
    if (BOXED.has(mark.role) && mark.start === segment.start) classes.add(`${name}-first`);
    if (BOXED.has(mark.role) && mark.end === segment.end) classes.add(`${name}-last`);
  }
  const voice = segment.marks.findLast(
    (mark) => mark.voice !== null && CLASS[mark.role] !== null && mark.look !== 'gone',
  );
  const hue = voice?.voice === undefined || voice.voice === null ? undefined : hues.get(voice.voice);
  if (hue !== undefined) {
    classes.add(hue.hue);
    if (hue.line !== 'solid') classes.add(`line-${hue.line}`);
  }
  return [...classes].join(' ');
}

/** The notes under a segment, widest first. */
export const notesUnder = (segment: Segment<TextMark>): readonly string[] => [
  ...new Set(segment.marks.flatMap((mark) => (mark.note === null ? [] : [mark.note]))),
];
