import { expect, test } from 'vitest';
import { rectanglesOf } from '../../domain/source.ts';
import type { Extracted } from '../extracted.ts';
import { drawn, madePdf } from './made-pdf.case.ts';
import { read } from './pdf.ts';

const HINT = { name: 'a.pdf', mediaType: 'application/pdf' };

async function pdf(pages: readonly string[]): Promise<Extracted> {
  const outcome = await read(madePdf(pages), HINT);
  if (!outcome.ok) throw new Error(outcome.problem.reason);
  return outcome.value;
}

const WRAPPED = drawn([
  [50, 550, 'Motion on Karsel', 18],
  [50, 500, 'The Assembly of the Straits heard that more than two'],
  [50, 486, 'hundred soldiers of the barracks at Karsel were mis-'],
  [50, 472, 'treated in the spring of that year.'],
  [50, 440, 'Its next paragraph.'],
]);

test('C13 lines of one paragraph are one, paragraphs stay apart, a typesetter’s hyphen goes', async () => {
  expect((await pdf([WRAPPED])).text).toBe(
    'Motion on Karsel\n\nThe Assembly of the Straits heard that more than two hundred soldiers of the barracks at Karsel were mistreated in the spring of that year.\n\nIts next paragraph.',
  );
});

test('C13 a list keeps its lines, a table its cells', async () => {
  const { text } = await pdf([
    drawn([
      [50, 500, 'Emil Dorn'],
      [250, 500, '2016'],
      [50, 486, 'Arvo Tamm'],
      [250, 486, '2017'],
    ]),
  ]);
  expect(text).toBe('Emil Dorn\t2016\nArvo Tamm\t2017');
});

test('C13 a sentence goes on over a page’s end', async () => {
  const { text, pages } = await pdf([
    drawn([[50, 500, 'It was said that the']]),
    drawn([[50, 500, 'count had grown.']]),
  ]);
  expect(text).toBe('It was said that the count had grown.');
  expect(pages?.pages.map(({ page, start, end }) => [page, text.slice(start, end)])).toEqual([
    [1, 'It was said that the'],
    [2, 'count had grown.'],
  ]);
});

test('C11 a running head and page numbers are marked', async () => {
  const { text, furniture } = await pdf(
    [1, 2, 3, 4].map((page) =>
      drawn([
        [50, 570, 'Assembly of the Straits'],
        [50, 500, `Sentence of page ${'abcd'[page]}.`],
        [50, 480, `Another one, ${'wxyz'[page]}.`],
        [50, 460, `And one more, ${'klmn'[page]}.`],
        [200, 20, `- ${page} -`],
      ]),
    ),
  );
  expect(new Set(furniture.map(([start, end]) => text.slice(start, end)))).toEqual(
    new Set(['Assembly of the Straits', '- 1 -', '- 2 -', '- 3 -', '- 4 -']),
  );
});

test('C11 numbers that one page alone repeats are no running heads', async () => {
  const { furniture } = await pdf([drawn([1, 2, 3, 4].map((line) => [50, 500 - line * 14, `Case ${line}`] as const))]);
  expect(furniture).toEqual([]);
});

test('C12 words have their rectangles, from the top left, on their page', async () => {
  const { text, pages } = await pdf(['', WRAPPED]);
  const start = text.indexOf('Its next');
  const [box, ...others] = rectanglesOf(pages ?? { pages: [] }, start, start + 'Its next paragraph.'.length);
  expect(others).toEqual([]);
  expect(box).toMatchObject({ page: 2, x: 50 });
  // The baseline stands 440 above the bottom of a page of 600: 160 below its top.
  expect(box?.y).toBeLessThan(160);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(160);
  expect(box?.width).toBeGreaterThan(80);
});

test('C12 a box holds the words that were drawn in it', async () => {
  const { text, pages } = await pdf([WRAPPED]);
  const words = pages?.pages[0]?.boxes.map(({ start, end }) => text.slice(start, end));
  expect(words).toEqual([
    'Motion on Karsel',
    'The Assembly of the Straits heard that more than two',
    'hundred soldiers of the barracks at Karsel were mis',
    'treated in the spring of that year.',
    'Its next paragraph.',
  ]);
});

test('C12 text set along the side of a page is read and has its place', async () => {
  const { text, pages } = await pdf(['BT /F1 12 Tf 0 1 -1 0 30 100 Tm (Held by the registry) Tj ET']);
  expect(text).toBe('Held by the registry');
  const box = pages?.pages[0]?.boxes[0];
  expect(box?.height).toBeGreaterThan(80);
  expect(box?.width).toBeLessThan(20);
});

test('C12 what was filled into a form or noted on a page is read after the page’s own words', async () => {
  const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Emil Dorn) /Rect [100 400 300 420] >>';
  const note = '<< /Type /Annot /Subtype /Text /Contents (Seen by the clerk) /Rect [10 10 30 30] >>';
  const link = '<< /Type /Annot /Subtype /Link /Contents (no words) /Rect [0 0 9 9] >>';
  const outcome = await read(
    madePdf([drawn([[50, 430, 'Name of the complainant:']])], '', `${field} ${note} ${link}`),
    HINT,
  );
  expect(outcome).toMatchObject({
    ok: true,
    value: { text: 'Name of the complainant:\n\nEmil Dorn\n\nSeen by the clerk' },
  });
  expect(outcome.ok && outcome.value.pages?.pages[0]?.boxes[1]).toMatchObject({
    x: 100,
    y: 180,
    width: 200,
    height: 20,
  });
});

test('C2 a PDF under a password says so', async () => {
  const locked = madePdf(
    [WRAPPED],
    `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
  );
  const outcome = await read(locked, HINT);
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'password' } });
});

test('C2 a PDF whose pages go in a circle ends', async () => {
  const circle = Buffer.from(
    Buffer.from(madePdf(['']))
      .toString('latin1')
      .replace('/Kids [4 0 R]', '/Kids [2 0 R]'),
    'latin1',
  );
  const outcome = await read(circle, HINT).catch(() => ({ ok: false }));
  expect(outcome.ok).toBe(false);
});
