import { boundsMeet, countBounds, countWords, isVague } from '../domain/count.ts';
import { whenBounds } from '../domain/when.ts';
import type { DeskFigure } from './desk-figure.ts';
import { dimensionsOf, type Dimension } from './dimensions.ts';

export type FigureRelation = 'same' | 'compatible' | 'series' | 'differs' | 'contradicts' | 'apart';
/** What a person decided about two figures; null: nobody decided. */
export type Judged = 'same' | 'not-same' | 'unsure' | null;

export interface Related {
  readonly kind: FigureRelation;
  readonly because: readonly string[];
  /** What would settle it; null where nothing is to be settled. */
  readonly askNext: string | null;
}

const settled = (kind: FigureRelation, ...because: string[]): Related => ({ kind, because, askNext: null });

/**
 * How two counts stand to each other (DESIGN §3, When two figures contradict; SPEC F2–F9). Symmetric. A contradiction needs
 * every respect attested or judged the same; what is unknown can only make them differ.
 */
export function relate(a: DeskFigure, b: DeskFigure, judged: Judged): Related {
  if (a.id === b.id || a.sameAs === b.id || b.sameAs === a.id) return settled('same', 'one count, said again');
  if (judged === 'not-same') return settled('apart', 'judged to count different people');
  if (a.unit !== b.unit) return settled('apart', 'they count different units');
  if (a.partOf === b.id) return partOf(a, b);
  if (b.partOf === a.id) return partOf(b, a);
  if (a.partOf !== null && a.partOf === b.partOf) return settled('apart', 'they are two parts of one count');
  const dimensions = dimensionsOf(a, b);
  const different = dimensions.filter(({ alike }) => alike === 'different');
  if (different.length > 0 && judged !== 'same') return settled('apart', ...different.map(({ because }) => because));
  return byBounds(a, b, judged === 'same' ? [] : dimensions.filter(({ alike }) => alike === 'unknown'), judged);
}

/** A part is no larger than its whole (SPEC F6). */
function partOf(part: DeskFigure, whole: DeskFigure): Related {
  if (countBounds(part.count).low <= countBounds(whole.count).high)
    return settled('compatible', 'one is part of the other');
  const kind = isVague(part.count) || isVague(whole.count) ? 'differs' : 'contradicts';
  return { kind, because: ['the part is larger than its whole'], askNext: 'Is it a part of that count at all?' };
}

function byBounds(a: DeskFigure, b: DeskFigure, unknown: readonly Dimension[], judged: Judged): Related {
  const [x, y] = [countBounds(a.count), countBounds(b.count)];
  if (x.low === y.low && x.high === y.high) return settled('same', 'the same number');
  if (boundsMeet(x, y)) return settled('compatible', `${words(a, b)} can both be true`);
  if (isSeries(a, b)) return settled('series', 'one voice counts on: the later count is the larger');
  if (judged === 'same' && lowerBoundHolds(a, b))
    return settled('compatible', 'those recognised are a part of all: their count is a lower bound');
  const dated = datesExplain(a, b) ? ['the later count is the larger: the dates may explain it'] : [];
  const vague = [a, b].some(({ count }) => isVague(count))
    ? [`${words(a, b)}: a vague word bounds from below only`]
    : [];
  const own = [a, b].some(isOwnVoice) ? ['one is the source’s own voice'] : [];
  const because = [...vague, ...own, ...dated, ...unknown.map((dimension) => dimension.because)];
  if (because.length > own.length) return { kind: 'differs', because, askNext: askNext(unknown, a, b) };
  return {
    kind: 'contradicts',
    because: [`${words(a, b)} cannot both be true of the same people`],
    askNext: 'Which of the two rests on the better source?',
  };
}

const words = (a: DeskFigure, b: DeskFigure): string =>
  [a, b]
    .map(({ count }) => countWords(count))
    .sort()
    .join(' and ');

const isOwnVoice = ({ voiceKey }: DeskFigure): boolean => voiceKey.startsWith('author:');
const isRecognised = ({ standing }: DeskFigure): boolean => standing === 'recognised' || standing === 'confirmed';

/** Recognised, identified or documented people are a lower bound on the whole (SPEC F5). */
function lowerBoundHolds(a: DeskFigure, b: DeskFigure): boolean {
  if (isRecognised(a) === isRecognised(b)) return false;
  const [some, all] = isRecognised(a) ? [a, b] : [b, a];
  return countBounds(some.count).low <= countBounds(all.count).high;
}

/** Which count was true first; null where the as-of dates do not say. */
function inOrder(a: DeskFigure, b: DeskFigure): readonly [DeskFigure, DeskFigure] | null {
  const [x, y] = [a.asOf === null ? null : whenBounds(a.asOf), b.asOf === null ? null : whenBounds(b.asOf)];
  if (x === null || y === null) return null;
  if (x.to < y.from) return [a, b];
  return y.to < x.from ? [b, a] : null;
}

function datesExplain(a: DeskFigure, b: DeskFigure): boolean {
  const order = inOrder(a, b);
  return order !== null && countBounds(order[0].count).low < countBounds(order[1].count).low;
}

const isSeries = (a: DeskFigure, b: DeskFigure): boolean => a.voiceKey === b.voiceKey && datesExplain(a, b);

/** The first thing that is not known decides what to ask. */
const QUESTIONS = {
  about: 'Do the two words speak of one thing, and of the same people?',
  standing: 'Recognised, alleged or plainly stated: out of how many?',
  'of whom': 'Whom does each of them count?',
  place: 'Where was each of them counted?',
  period: 'Which time does each of them cover?',
} as const satisfies Record<Dimension['name'], string>;

function askNext(unknown: readonly Dimension[], a: DeskFigure, b: DeskFigure): string {
  const recognised = isRecognised(a) !== isRecognised(b);
  const first = recognised ? unknown.find(({ name }) => name === 'standing') : unknown[0];
  return QUESTIONS[(first ?? unknown[0])?.name ?? 'of whom'];
}

/** The key of a judgement about two figures, the same in either order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
