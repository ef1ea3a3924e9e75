import { countBounds, isVague } from '../domain/count.ts';
import { whenBounds } from '../domain/when.ts';
import { fold } from '../kit/fold.ts';
import { classOf, type DeskFigure } from './desk-figure.ts';
import { dimensionsOf } from './dimensions.ts';
import { pairKey, relate, type Judged, type Related } from './figures.ts';

export interface PairToSettle extends Related {
  readonly kind: 'differs' | 'contradicts';
  readonly a: string;
  readonly b: string;
}
export interface Series {
  /** Figure ids, earliest first. */
  readonly figures: readonly string[];
  readonly because: string;
}
export interface ToSettle {
  readonly pairs: readonly PairToSettle[];
  readonly series: readonly Series[];
  /** Whether a limit was reached, so that more pairs may exist. */
  readonly capped: boolean;
}

/** No more comparisons than this in one call, and no more pairs shown. */
const MOST_COMPARED = 60_000;
const MOST_PAIRS = 500;

/**
 * What a person has to settle: every pair of counts that differ or contradict, and the series of one voice (SPEC F10–F13).
 * What is said again, here or in another source, is one; only counts of one class with something to tie them are compared;
 * the work is capped and says so.
 */
export function pairsToSettle(figures: readonly DeskFigure[], judgements: ReadonlyMap<string, Judged>): ToSettle {
  const said = saidOnce(figures);
  const judged = judgedOnce(judgements, said.by);
  const pairs: PairToSettle[] = [];
  const series: Series[] = [];
  let left = MOST_COMPARED;
  let capped = false;
  for (const bucket of said.buckets.values()) {
    series.push(...seriesOf(bucket));
    const found = compare(bucket, { judged, by: said.by, most: left });
    left -= found.compared;
    capped ||= found.capped || pairs.length + found.pairs.length > MOST_PAIRS;
    pairs.push(...found.pairs.slice(0, MOST_PAIRS - pairs.length));
  }
  return { pairs: pairs.toSorted((a, b) => RANK[a.kind] - RANK[b.kind]), series, capped };
}

/** What cannot be true together comes first. */
const RANK = { contradicts: 0, differs: 1 } as const satisfies Record<PairToSettle['kind'], number>;

interface SaidOnce {
  /** By class and unit, each count once, in the order of their ids. */
  readonly buckets: ReadonlyMap<string, readonly DeskFigure[]>;
  /** Every figure → the one that stands for it. */
  readonly by: ReadonlyMap<string, DeskFigure>;
}

/** Counts said again within a source, and the same count of the same people in several sources, are one (SPEC F11). */
function saidOnce(figures: readonly DeskFigure[]): SaidOnce {
  const buckets = new Map<string, DeskFigure[]>();
  const by = new Map<string, DeskFigure>();
  const inSource = new Map<string, DeskFigure>();
  const anywhere = new Map<string, DeskFigure>();
  for (const figure of figures.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kind = classOf(figure);
    if (kind === null || (figure.sameAs !== null && figure.sameAs !== figure.id)) continue;
    const here = sayingIn(figure, kind);
    const first = inSource.get(here) ?? anywhere.get(sayingAnywhere(figure, kind)) ?? figure;
    inSource.set(here, first);
    if (!anywhere.has(sayingAnywhere(figure, kind))) anywhere.set(sayingAnywhere(figure, kind), first);
    by.set(figure.id, first);
    if (first === figure) group(buckets, `${kind} ${figure.unit}`, figure);
  }
  return { buckets, by };
}

function sayingIn({ rootKey, count, about, period, asOf, place }: DeskFigure, kind: string): string {
  return [rootKey, kind, isVague(count) ? about : '', JSON.stringify(count), period, asOf, place].join('|');
}

function sayingAnywhere(
  { count, about, standing, ofWhom, period, asOf, place, unit }: DeskFigure,
  kind: string,
): string {
  const people = ofWhom === null ? '' : fold(ofWhom);
  return [
    kind,
    about,
    unit,
    standing,
    people,
    JSON.stringify(count),
    period,
    asOf,
    place === null ? '' : fold(place),
  ].join('|');
}

/** A judgement about two figures holds for what stands for them. */
function judgedOnce(judgements: ReadonlyMap<string, Judged>, by: SaidOnce['by']): ReadonlyMap<string, Judged> {
  const once = new Map<string, Judged>();
  for (const [key, judged] of judgements) {
    const [a = '', b = ''] = key.split(' ');
    once.set(pairKey(by.get(a)?.id ?? a, by.get(b)?.id ?? b), judged);
  }
  return once;
}

function group<Key>(groups: Map<Key, DeskFigure[]>, key: Key, figure: DeskFigure): void {
  const list = groups.get(key);
  if (list === undefined) groups.set(key, [figure]);
  else list.push(figure);
}

interface Comparing {
  readonly judged: ReadonlyMap<string, Judged>;
  readonly by: SaidOnce['by'];
  readonly most: number;
}

interface Compared {
  readonly pairs: readonly PairToSettle[];
  readonly compared: number;
  readonly capped: boolean;
}

function compare(bucket: readonly DeskFigure[], { judged, by, most }: Comparing): Compared {
  const pairs: PairToSettle[] = [];
  let compared = 0;
  for (const [at, a] of bucket.entries()) {
    for (let next = at + 1; next < bucket.length; next += 1) {
      const b = bucket[next];
      if (b === undefined) break;
      if (compared >= most) return { pairs: sharpest(bucket, pairs), compared, capped: true };
      compared += 1;
      const judgement = judged.get(pairKey(a.id, b.id)) ?? null;
      const { kind, ...rest } = relate(a, b, judgement);
      if (kind !== 'differs' && kind !== 'contradicts') continue;
      if (kind === 'differs' && judgement === null && (!tied(a, b) || isShare(a, by) || isShare(b, by))) continue;
      pairs.push({ a: a.id, b: b.id, kind, ...rest });
    }
  }
  return { pairs: sharpest(bucket, pairs), compared, capped: false };
}

/**
 * Two counts that only differ are worth a person's time where something ties them: one source gives both, or whom, where or
 * when they count is attested the same (SPEC F13).
 */
function tied(a: DeskFigure, b: DeskFigure): boolean {
  if (a.source === b.source) return true;
  const ties: readonly string[] = ['of whom', 'place', 'period'];
  return dimensionsOf(a, b).some(({ name, alike }) => alike === 'same' && ties.includes(name));
}

/** A share of a count of its own class ("97 of the 112") stands beside its whole, not beside other totals (SPEC F13). */
function isShare(figure: DeskFigure, by: SaidOnce['by']): boolean {
  const whole = figure.partOf === null ? undefined : by.get(figure.partOf);
  return whole !== undefined && whole.id !== figure.id && classOf(whole) === classOf(figure);
}

/** A vague word that a sharper count of the same source says better is not settled twice (SPEC F11). */
function sharpest(bucket: readonly DeskFigure[], pairs: readonly PairToSettle[]): PairToSettle[] {
  const byId = new Map(bucket.map((figure) => [figure.id, figure]));
  const bySource = new Map<string, DeskFigure[]>();
  for (const figure of bucket) if (!isVague(figure.count)) group(bySource, figure.source, figure);
  const keys = new Set(pairs.map(({ a, b }) => pairKey(a, b)));
  const redundant = (id: string, other: string): boolean => {
    const word = byId.get(id);
    if (word === undefined || !isVague(word.count)) return false;
    return (bySource.get(word.source) ?? []).some(
      (sharp) => saysBetter(sharp, word) && keys.has(pairKey(sharp.id, other)),
    );
  };
  return pairs.filter(({ a, b }) => !redundant(a, b) && !redundant(b, a));
}

function saysBetter(sharp: DeskFigure, word: DeskFigure): boolean {
  const [x, y] = [countBounds(sharp.count), countBounds(word.count)];
  return x.low >= y.low && x.high <= y.high && sharp.about === word.about;
}

/** Rising counts of one voice with later and later as-of dates. */
function seriesOf(bucket: readonly DeskFigure[]): Series[] {
  const byVoice = new Map<string, DeskFigure[]>();
  for (const figure of bucket) if (figure.asOf !== null) group(byVoice, figure.voiceKey, figure);
  return [...byVoice.values()].flatMap((said) => {
    const ordered = said.toSorted((a, b) =>
      (whenBounds(a.asOf ?? '')?.from ?? '') < (whenBounds(b.asOf ?? '')?.from ?? '') ? -1 : 1,
    );
    const rising = ordered.filter((figure, at) => {
      const before = ordered[at - 1] ?? ordered[at + 1];
      return before !== undefined && relate(figure, before, null).kind === 'series';
    });
    return rising.length > 1
      ? [{ figures: rising.map(({ id }) => id), because: 'one voice counts on, each count later than the last' }]
      : [];
  });
}
