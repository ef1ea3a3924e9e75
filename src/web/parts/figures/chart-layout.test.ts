import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskFigureView, DeskPairView } from '../../../http/api-register.ts';
import { fit, layChart, saidOf, threadsShown, type Chart, type DeskSeries, type Label } from './chart-layout.ts';
import { countOnly, figuresFound, folded, groupsOf, numberOf, whoOf, type FigureGroup } from './figure-rows.ts';
import { stepWords } from './step-words.ts';

const WIDE = 7;
const measure = (text: string): number => [...text].length * WIDE;

const figure = (id: string, over: Partial<DeskFigureView> = {}): DeskFigureView =>
  ({
    id,
    record: null,
    proposal: id,
    state: 'read',
    number: id,
    comparator: 'exactly',
    bounds: { low: 1, high: 1 },
    vague: false,
    about: 'injured',
    unit: 'person',
    ofWhom: null,
    standing: 'plain',
    period: null,
    asOf: null,
    partOf: null,
    sameAs: null,
    voice: 'the committee',
    voiceKey: 'committee',
    inferred: false,
    chain: [{ kind: 'said-by', name: 'the committee', to: null, hold: null, words: null, inferred: false }],
    words: {
      source: 's',
      sourceName: 'Report',
      text: 't',
      span: { start: 0, end: 1, text: id },
      before: '',
      after: '',
    },
    ...over,
  }) as DeskFigureView;

const pair = (a: string, b: string, over: Partial<DeskPairView> = {}): DeskPairView => ({
  a,
  b,
  kind: 'differs',
  because: [],
  askNext: null,
  judgement: null,
  ...over,
});

const chart = (
  groups: readonly FigureGroup[],
  width: number,
  pairs: readonly DeskPairView[] = [],
  series: readonly DeskSeries[] = [],
): Chart =>
  layChart({
    groups,
    pairs,
    series,
    width,
    measure,
    nameOf: (group) => group.name,
    besideOf: (row) => row.figures[0].voice,
  });

const anyFigures = fc
  .array(
    fc.record({
      number: fc.string({ minLength: 1, maxLength: 30 }),
      voice: fc.string({ minLength: 1, maxLength: 60 }),
      about: fc.constantFrom('died', 'injured', 'detained'),
      low: fc.integer({ min: 0, max: 2_000_000 }),
      more: fc.oneof(fc.constant(null), fc.constant(0), fc.nat(5000)),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list) =>
    list.map(({ low, more, voice, ...rest }, at) =>
      figure(`f${at}`, { ...rest, voice, voiceKey: voice, bounds: { low, high: more === null ? null : low + more } }),
    ),
  );

const boxOf = ({ text, x, y, anchor }: Label) => {
  const width = measure(text);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - 11, bottom: y + 3 };
};

test('W34 no two labels overlap and none leaves the chart, whatever is counted and whoever says it', () => {
  fc.assert(
    fc.property(anyFigures, fc.integer({ min: 560, max: 1600 }), (figures, width) => {
      const drawn = chart(groupsOf(figures, [], 'what'), width);
      const labels = [
        ...drawn.ticks.map((tick) => tick.label),
        ...drawn.groups,
        ...drawn.rows.flatMap((row) => [row.beside, row.number]),
      ].filter(({ text }) => text !== '');
      const boxes = labels.map(boxOf);
      for (const [at, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(-0.01);
        expect(box.right).toBeLessThanOrEqual(width + 0.01);
        for (const other of boxes.slice(at + 1)) {
          const apart =
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('W34 a larger number stands farther right; what is open above reaches the end of the axis', () => {
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const { rows } = chart(groupsOf(figures, [], 'what'), 900);
      const byNumber = rows.toSorted((a, b) => saidOf(a.row.figures[0]) - saidOf(b.row.figures[0]));
      for (const [at, row] of byNumber.entries())
        expect(row.x).toBeGreaterThanOrEqual((byNumber[at - 1]?.x ?? 0) - 1e-6);
      const ends = rows.filter((row) => row.range?.open).map((row) => row.range?.to);
      expect(new Set(ends).size).toBeLessThanOrEqual(1);
      for (const row of rows)
        expect(row.range === null).toBe(row.row.figures[0].bounds.low === row.row.figures[0].bounds.high);
    }),
  );
});

test('W34 a mark stands at the number that was said', () => {
  const bounds = { low: 32, high: 48 };
  expect(saidOf(figure('a', { comparator: 'about', bounds }))).toBe(40);
  expect(saidOf(figure('a', { comparator: 'more-than', bounds: { low: 201, high: null } }))).toBe(200);
  expect(saidOf(figure('a', { comparator: 'at-most', bounds }))).toBe(48);
  expect(saidOf(figure('a', { comparator: 'less-than', bounds }))).toBe(49);
  expect(saidOf(figure('a', { comparator: 'range', bounds }))).toBe(32);
});

test('W34 a thread joins what differs; judged the same people it contradicts, judged others it is gone', () => {
  const figures = [figure('a'), figure('b', { voiceKey: 'other', bounds: { low: 9, high: 9 } })];
  const threads = (judgement: DeskPairView['judgement']) =>
    chart(groupsOf(figures, [], 'what'), 900, [pair('a', 'b', { judgement })]).threads.map(({ kind }) => kind);
  expect(threads(null)).toEqual(['differs']);
  expect(threads('same')).toEqual(['contradicts']);
  expect(threads('not-same')).toEqual([]);
});

test('W34 many threads are not drawn at once: contradictions are, and what is pointed at', () => {
  const figures = Array.from({ length: 20 }, (_, at) => figure(`f${at}`, { voiceKey: `v${at}` }));
  const pairs = figures.slice(1).map(({ id }, at) => pair('f0', id, { kind: at === 3 ? 'contradicts' : 'differs' }));
  const { threads } = chart(groupsOf(figures, [], 'what'), 900, pairs);
  expect(threads).toHaveLength(19);
  expect(threadsShown(threads, []).map(({ kind }) => kind)).toEqual(['contradicts']);
  expect(threadsShown(threads, ['f7', 'f0'])).toHaveLength(1);
  expect(threadsShown(threads, ['f0'])).toHaveLength(19);
  expect(threadsShown(threads.slice(0, 5), [])).toHaveLength(5);
});

test('W34 words too long for their place are cut with an ellipsis', () => {
  expect(fit('the committee of mothers', 10 * WIDE, measure)).toBe('the commi…');
  expect(fit('short', 10 * WIDE, measure)).toBe('short');
  expect(fit('anything', 3, measure)).toBe('');
});

test('W33 what one voice says twice is one row, with each way it was written', () => {
  const [group] = groupsOf(
    [figure('11'), figure('eleven'), figure('12', { bounds: { low: 12, high: 12 } })],
    [],
    'what',
  );
  expect(group?.rows.map(numberOf)).toEqual(['11 · eleven', '12']);
});

test('W33 groups by what is counted or by who says it; what is to be settled comes first', () => {
  const figures = [
    figure('a', { about: 'died' }),
    figure('b', { about: 'died', voiceKey: 'x', voice: 'X' }),
    figure('c', { about: 'charged', voiceKey: 'x', voice: 'X' }),
  ];
  expect(groupsOf(figures, [], 'what').map(({ key }) => key)).toEqual(['died', 'charged']);
  expect(groupsOf(figures, [pair('c', 'a')], 'voice').map(({ name }) => name)).toEqual(['X', 'the committee']);
  expect(groupsOf(figures, [pair('c', 'c')], 'what').map(({ key }) => key)).toEqual(['charged', 'died']);
});

test('W33 a source that speaks itself is called by its neutral name', () => {
  expect(whoOf(figure('a', { chain: [] }))).toBe('Report');
  expect(whoOf(figure('a'))).toBe('the committee');
});

test('W33 what happened is not said of stands last, whatever is open there', () => {
  const figures = [figure('a', { about: 'other' }), figure('b', { about: 'died' })];
  expect(groupsOf(figures, [pair('a', 'a')], 'what').map(({ key }) => key)).toEqual(['died', 'other']);
});

test('W33 a long group is folded, what is to be settled kept', () => {
  const figures = Array.from({ length: 9 }, (_, at) => figure(`f${at}`, { bounds: { low: at, high: at } }));
  const pairs = [pair('f8', 'f7')];
  const fold = folded(groupsOf(figures, pairs, 'what'), { pairs, series: [] }, 3);
  expect(fold.groups[0]?.rows.map(({ id }) => id)).toEqual(['f0', 'f7', 'f8']);
  expect(fold.hidden).toBe(6);
});

test('W33 a count is shown without whom it counts, which stands beside it', () => {
  expect(countOnly(figure('a', { number: 'more than 140 conscripts', ofWhom: 'conscripts' }))).toBe('more than 140');
  expect(countOnly(figure('a', { number: 'hundreds of men', ofWhom: 'men' }))).toBe('hundreds');
  expect(countOnly(figure('a', { number: 'conscripts', ofWhom: 'conscripts' }))).toBe('conscripts');
});

test('W33 the filter finds a figure by its voice, its subject or its source, however they are spelt', () => {
  const figures = [figure('a', { voice: 'Qərsəl garrison' }), figure('b', { ofWhom: 'soldiers' })];
  expect(figuresFound(figures, 'qersel').map(({ id }) => id)).toEqual(['a']);
  expect(figuresFound(figures, 'SOLD').map(({ id }) => id)).toEqual(['b']);
  expect(figuresFound(figures, ' ')).toHaveLength(2);
});

const counts = (ids: string, over: Partial<DeskFigureView> = {}): DeskFigureView[] =>
  [...ids].map((id, at) => figure(id, { bounds: { low: 40 + at, high: 40 + at }, ...over }));
const seriesOf = (ids: string): DeskSeries => ({ figures: [...ids], because: 'one voice counts on' });

test('W38 the counts of a series are joined step by step, in the hue of their voice', () => {
  const groups = groupsOf(counts('abc'), [], 'what');
  const { threads } = chart(groups, 900, [], [seriesOf('abc')]);
  expect(threads.map(({ kind, voice, figures }) => [kind, voice, figures])).toEqual([
    ['series', 'committee', ['a', 'b']],
    ['series', 'committee', ['b', 'c']],
  ]);
});

test('W38 what differs or contradicts is not hidden by a series between the same marks, whichever comes first', () => {
  const kinds = (kind: DeskPairView['kind']) =>
    chart(groupsOf(counts('ab'), [], 'what'), 900, [pair('b', 'a', { kind })], [seriesOf('ab')]).threads;
  expect(kinds('differs').map(({ kind }) => kind)).toEqual(['differs']);
  expect(kinds('contradicts').map(({ kind }) => kind)).toEqual(['contradicts']);
});

test('W38 a series is drawn even where threads are many, and its steps are kept where rows are folded', () => {
  const figures = counts('abcdefghijklmnop');
  const groups = groupsOf(figures, [], 'what');
  const { threads } = chart(
    groups,
    900,
    figures.slice(1).map(({ id }) => pair('a', id)),
    [seriesOf('op')],
  );
  expect(threadsShown(threads, []).map(({ kind }) => kind)).toEqual(['series']);
  const fold = folded(groups, { pairs: [], series: [seriesOf('op')] }, 3);
  expect(fold.groups[0]?.rows.map(({ id }) => id)).toEqual(['a', 'o', 'p']);
});

test('W38 a step says its count and when it was true, as precisely as it was said', () => {
  expect(stepWords(figure('44 servicemen', { ofWhom: 'servicemen', asOf: '2022-02-01' }))).toBe(
    '44 on 1 February 2022',
  );
  expect(stepWords(figure('61', { asOf: '2023' }))).toBe('61 as of 2023');
  expect(stepWords(figure('61'))).toBe('61');
});

test('W38 figures are found by what they count, in the words of the page', () => {
  expect(
    figuresFound([figure('a', { about: 'died' }), figure('b', { about: 'other' })], 'not said').map(({ id }) => id),
  ).toEqual(['b']);
});
