import { memo } from 'react';
import type { VoiceHue } from './hues.ts';
import type { Paragraph } from './paragraphs.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { lookOf, notesUnder, type TextMark } from './text-marks.ts';

interface ParagraphViewProps {
  readonly paragraph: Paragraph;
  readonly words: string;
  readonly marks: readonly TextMark[];
  readonly hues: ReadonlyMap<string, VoiceHue>;
  /** The headline is covered until somebody asks for it. */
  readonly covered: boolean;
}

/** A line of the column holds about this many letters; a paragraph not yet drawn is given room by it. */
const LETTERS_A_LINE = 64;
const LINE_REM = 1.8;

/** One paragraph of the text: every unit of its words, in segments that know their place (`data-s`, `data-e`). */
export const ParagraphView = memo(function ParagraphView(props: ParagraphViewProps) {
  const { paragraph, words, marks, hues, covered } = props;
  const furniture = marks.some((mark) => mark.role === 'furniture' && holdsAll(mark, paragraph, words));
  const height = Math.max(1, Math.ceil(words.length / LETTERS_A_LINE)) * LINE_REM;
  return (
    <p
      dir="auto"
      data-p={paragraph.start}
      className={[paragraph.close ? 'close' : '', furniture ? 'furniture' : ''].join(' ').trim()}
      style={{ containIntrinsicSize: `auto ${height}rem` }}
    >
      {segmentsOf(words, paragraph.start, marks).map((segment) => (
        <SegmentView key={segment.start} segment={segment} look={lookOf(segment, hues)} covered={covered} />
      ))}
    </p>
  );
}, same);

function SegmentView(props: { readonly segment: Segment<TextMark>; readonly look: string; readonly covered: boolean }) {
  const { segment, look } = props;
  const covered = props.covered && segment.marks.some((mark) => mark.role === 'title');
  const notes = notesUnder(segment);
  return (
    <span
      data-s={segment.start}
      data-e={segment.end}
      {...(notes.length === 0 ? {} : { 'data-n': notes.join(' ') })}
      {...(covered ? { 'aria-hidden': true, 'data-covered': true } : {})}
      {...(look === '' ? {} : { className: look })}
    >
      {segment.text}
    </span>
  );
}

const holdsAll = (mark: TextMark, paragraph: Paragraph, words: string): boolean => {
  const blank = words.length - words.trimStart().length;
  return mark.start <= paragraph.start + blank && paragraph.start + words.trimEnd().length <= mark.end;
};

function same(a: ParagraphViewProps, b: ParagraphViewProps): boolean {
  return (
    a.paragraph.start === b.paragraph.start &&
    a.paragraph.close === b.paragraph.close &&
    a.words === b.words &&
    a.hues === b.hues &&
    a.covered === b.covered &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, at) => mark === b.marks[at])
  );
}
