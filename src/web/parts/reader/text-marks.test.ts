import fc from 'fast-check';
import type { NoteView } from '../../../http/api-types.ts';
import { expect, test } from 'vitest';
import { huesOf } from './hues.ts';
import { paragraphsOf } from './paragraphs.ts';
import { segmentsOf } from './segments.ts';
import { lookOf, marksByParagraph, marksOf, notesUnder, type TextMark } from './text-marks.ts';

const mark = (start: number, end: number, rest: Partial<TextMark> = {}): TextMark => ({
  start,
  end,
  role: 'content',
  note: 'n',
  voice: null,
  look: 'open',
  ...rest,
});
const hues = huesOf([{ key: 'v', name: 'the inquiry' }]);
const looks = (marks: readonly TextMark[]): string[] =>
  segmentsOf('0123456789', 0, marks).map((segment) => lookOf(segment, hues));

test('W25 a proposal is dashed, what a person decided is solid, what was rejected leaves no mark', () => {
  expect(looks([mark(0, 10, { role: 'figure' })])).toEqual(['fig fig-open fig-first fig-last']);
  expect(looks([mark(0, 10, { role: 'figure', look: 'done' })])).toEqual(['fig fig-done fig-first fig-last']);
  expect(looks([mark(0, 10, { role: 'figure', look: 'gone' })])).toEqual(['']);
});

test('W25 a box that another mark cuts is open at the cut', () => {
  expect(looks([mark(0, 10, { role: 'figure' }), mark(0, 4, { role: 'victim', note: 'm' })])).toEqual([
    'fig fig-open fig-first',
    'fig fig-open fig-last',
  ]);
});

test('W25 words take the hue of the innermost voice', () => {
  const hue = hues.get('v')?.hue ?? '';
  expect(looks([mark(0, 10), mark(2, 4, { role: 'cue', voice: 'v' })])).toEqual([
    's s-open',
    `s s-open cue cue-open ${hue}`,
    's s-open',
  ]);
});

test('W25 the wash of an act is for its trigger, not for those it happened to', () => {
  const act = {
    id: 'a',
    kind: 'act',
    voice: null,
    state: 'waiting',
    anchors: [
      { start: 5, end: 9, text: 'shot' },
      { start: 0, end: 4, text: 'they' },
    ],
    marks: [
      { start: 0, end: 4, role: 'trigger' },
      { start: 5, end: 9, role: 'trigger' },
    ],
  } as unknown as NoteView;
  expect(marksOf(act).map(({ start, role }) => `${start} ${role}`)).toEqual(['0 victim', '5 trigger']);
});

test('W25 each part of the text knows its notes, widest first', () => {
  const [first, second] = segmentsOf('0123456789', 0, [mark(0, 10, { note: 'wide' }), mark(4, 10, { note: 'narrow' })]);
  expect(first && notesUnder(first)).toEqual(['wide']);
  expect(second && notesUnder(second)).toEqual(['wide', 'narrow']);
});

test('W23 every mark is given to exactly the paragraphs it touches', () => {
  const words = fc.array(fc.stringMatching(/^[a-c]{0,6}$/), { maxLength: 8 }).map((lines) => lines.join('\n'));
  const ranges = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 })), { maxLength: 8 });
  fc.assert(
    fc.property(words, ranges, (text, pairs) => {
      const paragraphs = paragraphsOf(text, 0);
      const marks = pairs.map(([start, length]) => mark(start, start + length));
      const lists = marksByParagraph(paragraphs, [], marks);
      for (const [at, paragraph] of paragraphs.entries()) {
        const touching = marks.filter((each) => each.start < paragraph.end && paragraph.start < each.end);
        expect(lists[at]).toEqual(touching);
      }
    }),
  );
});
