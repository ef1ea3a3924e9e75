import type { DeskFigureView, DeskPairView, FiguresDesk } from '../../../http/api-register.ts';
import { numberOf, type FigureGroup, type FigureRow } from './figure-rows.ts';

export type DeskSeries = FiguresDesk['series'][number];

/** Words at a place; `x` is where they begin, or end where they are anchored at their end. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PlacedRow {
  readonly row: FigureRow;
  readonly y: number;
  /** Where the mark stands: the number that was said. */
  readonly x: number;
  /** The range the words allow, where they allow one; `open` where nothing bounds it above. */
  readonly range: { readonly from: number; readonly to: number; readonly open: boolean } | null;
  readonly beside: Label;
  readonly number: Label;
}

export interface Thread {
  readonly key: string;
  readonly kind: DeskPairView['kind'] | 'series';
  /** The voice at its upper end: a series has the hue of its voice. */
  readonly voice: string;
  /** Every figure at either end. */
  readonly figures: readonly string[];
  readonly path: string;
}

/** More threads than this hide each other: then only contradictions and series are drawn, and what is pointed at. */
const MANY = 12;

/** The threads to draw: those that join all figures pointed at; with none pointed at all, while they are few. */
export function threadsShown(threads: readonly Thread[], pointed: readonly string[]): readonly Thread[] {
  if (pointed.length > 0) return threads.filter(({ figures }) => pointed.every((id) => figures.includes(id)));
  return threads.length <= MANY ? threads : threads.filter(({ kind }) => kind !== 'differs');
}

export interface Chart {
  readonly height: number;
  readonly ticks: readonly { readonly x: number; readonly label: Label }[];
  readonly groups: readonly Label[];
  readonly rows: readonly PlacedRow[];
  readonly threads: readonly Thread[];
}

export interface ChartOf {
  readonly groups: readonly FigureGroup[];
  readonly pairs: readonly DeskPairView[];
  readonly series: readonly DeskSeries[];
  /** In pixels. */
  readonly width: number;
  readonly besideOf: (row: FigureRow) => string;
  readonly nameOf: (group: FigureGroup) => string;
  /** How wide words are, in pixels. */
  readonly measure: (text: string) => number;
}

const TOP = 30;
const ROW = 25;
const HEAD = 24;
const BETWEEN = 10;
const GAP = 12;
const LONGEST_LABEL = 170;

/** Numbers in powers of ten with their threes; 0 has a place of its own, since each `n` stands at log(1 + n). */
const at = (n: number): number => Math.log10(1 + n);

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly x: (n: number) => number;
  readonly top: number;
}

/**
 * Lays out figures as dots and ranges on one logarithmic axis, group under group (SPEC W34). Every row has its own line,
 * so that no two labels overlap; words too long for their place are cut with an ellipsis.
 */
export function layChart(asked: ChartOf): Chart {
  const axis = axisOf(asked);
  const rows: PlacedRow[] = [];
  const groups: Label[] = [];
  let y = TOP;
  for (const group of asked.groups) {
    groups.push({
      text: fit(asked.nameOf(group), asked.width - 4, asked.measure),
      x: 0,
      y: y + HEAD - 8,
      anchor: 'start',
    });
    y += HEAD;
    for (const row of group.rows) {
      rows.push(placed(row, y + ROW / 2, axis, asked));
      y += ROW;
    }
    y += BETWEEN;
  }
  return { height: y, ticks: ticksOf(axis, asked.measure), groups, rows, threads: threadsOf(rows, asked) };
}

function axisOf({ groups, width, besideOf, measure }: ChartOf): Axis {
  const rows = groups.flatMap((group) => group.rows);
  const beside = Math.max(0, ...rows.map((row) => measure(besideOf(row))));
  const from = Math.min(beside + 24, width * 0.4);
  const openEnds = rows.filter((row) => row.figures[0].bounds.high === null).map((row) => measure(numberOf(row)));
  const to = width - Math.min(Math.max(60, ...openEnds) + GAP + 8, LONGEST_LABEL, width * 0.3);
  const top = Math.max(10, ...rows.map((row) => row.figures[0].bounds.high ?? row.figures[0].bounds.low * 2));
  return { from, to, top, x: (n) => from + (at(Math.min(n, top)) / at(top)) * (to - from) };
}

/** The number that was said, out of the range it allows. */
export function saidOf({ bounds, comparator }: DeskFigureView): number {
  const { low, high } = bounds;
  if (high === null) return comparator === 'more-than' ? Math.max(0, low - 1) : low;
  switch (comparator) {
    case 'at-most':
    case 'nearly':
      return high;
    case 'less-than':
      return high + 1;
    case 'about':
      return Math.round((low + high) / 2);
    default:
      return low;
  }
}

function placed(row: FigureRow, y: number, axis: Axis, { besideOf, measure, width }: ChartOf): PlacedRow {
  const [figure] = row.figures;
  const { low, high } = figure.bounds;
  const x = axis.x(saidOf(figure));
  const range =
    high === low ? null : { from: axis.x(low), to: high === null ? axis.to : axis.x(high), open: high === null };
  const beside = fit(besideOf(row), axis.from - 24, measure);
  const right = Math.max(x, range?.to ?? 0) + GAP;
  const number = fit(numberOf(row), width - right, measure);
  return {
    row,
    y,
    x,
    range,
    beside: label(beside, axis.from - 18, y, 'end'),
    number: label(number, right, y, 'start'),
  };
}

const label = (text: string, x: number, y: number, anchor: Label['anchor']): Label => ({ text, x, y: y + 4, anchor });

/** The words, or as many of their letters as there is room for. */
export function fit(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}

const WRITTEN = new Intl.NumberFormat('en');

function ticksOf(axis: Axis, measure: (text: string) => number): Chart['ticks'] {
  const numbers = [0];
  for (let power = 1; power <= axis.top; power *= 10) numbers.push(power, power * 3);
  const ticks: { x: number; label: Label }[] = [];
  let free = -Infinity;
  for (const n of numbers.filter((each) => each <= axis.top)) {
    const text = WRITTEN.format(n);
    const x = axis.x(n);
    const half = measure(text) / 2;
    if (x - half < free) continue;
    ticks.push({ x, label: { text, x, y: 14, anchor: 'middle' } });
    free = x + half + 8;
  }
  return ticks;
}

const RADIUS = 7;
/** Marks nearer than this stand one above the other: their thread bows, to be seen. */
const BESIDE = 30;

type Joined = Pick<Thread, 'kind'> & { readonly ends: readonly [string, string] };

/** What a thread joins: figures that disagree, unless they were judged to count others, and the steps of a series. */
function joined({ pairs, series }: Pick<ChartOf, 'pairs' | 'series'>): readonly Joined[] {
  const disagree = pairs
    .filter(({ judgement }) => judgement !== 'not-same')
    .map((pair): Joined => ({ kind: kindOf(pair), ends: [pair.a, pair.b] }));
  const steps = series.flatMap(({ figures }) =>
    figures.slice(1).map((id, at): Joined => ({ kind: 'series', ends: [figures[at] ?? id, id] })),
  );
  return [...disagree, ...steps];
}

/** Of two threads between the same marks, the one that matters more. */
const WEIGHT = { contradicts: 2, differs: 1, series: 0 } as const satisfies Record<Thread['kind'], number>;

function threadsOf(rows: readonly PlacedRow[], asked: Pick<ChartOf, 'pairs' | 'series'>): readonly Thread[] {
  const rowOf = new Map(rows.flatMap((row) => row.row.figures.map((figure) => [figure.id, row] as const)));
  const threads = new Map<string, Thread>();
  for (const {
    kind,
    ends: [a, b],
  } of joined(asked)) {
    const [upper, lower] = [a, b].flatMap((id) => rowOf.get(id) ?? []).sort((one, other) => one.y - other.y);
    if (upper === undefined || lower === undefined || upper === lower) continue;
    const key = `${upper.row.id} ${lower.row.id}`;
    const before = threads.get(key);
    if (before !== undefined && WEIGHT[before.kind] >= WEIGHT[kind]) continue;
    const figures = [...upper.row.figures, ...lower.row.figures].map(({ id }) => id);
    threads.set(key, { key, kind, voice: upper.row.figures[0].voiceKey, figures, path: pathOf(upper, lower) });
  }
  return [...threads.values()];
}

/** Judged to count the same people, what differs contradicts; judged to count others, nothing is left to join. */
const kindOf = (pair: DeskPairView): Thread['kind'] => (pair.judgement === 'same' ? 'contradicts' : pair.kind);

/** From under one mark to above another; where they stand in one column, bowed away from the labels at their right. */
function pathOf(upper: PlacedRow, lower: PlacedRow): string {
  const [y1, y2] = [upper.y + RADIUS, lower.y - RADIUS];
  if (y2 - y1 < ROW) return `M ${n(upper.x)} ${n(y1)} L ${n(lower.x)} ${n(y2)}`;
  const bend = (y2 - y1) * 0.45;
  const bow = Math.abs(upper.x - lower.x) < BESIDE ? Math.min(26, 8 + (y2 - y1) * 0.12) : 0;
  return `M ${n(upper.x)} ${n(y1)} C ${n(upper.x - bow)} ${n(y1 + bend)}, ${n(lower.x - bow)} ${n(y2 - bend)}, ${n(lower.x)} ${n(y2)}`;
}

const n = (value: number): string => value.toFixed(1);
