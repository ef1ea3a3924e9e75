import type { Chain } from './chains.ts';
import type { Chunk } from './chunks.ts';
import { Kind, type EventWords } from './event-words.ts';
import type { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import type { Pool } from './pool.ts';

/** One way to say a chain: a range of tokens of one of its mentions. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly chunk: Chunk;
  /** Which of its mentions it is first found in. */
  readonly mention: number;
  /** In how many mentions these words are found. */
  count: number;
  /** In how many mentions they are all there is. */
  whole: number;
}

const MOST_MENTIONS = 12;
const MOST_WORDS = 8;

/** The ranges of tokens that may name a chain: each mention, its ends, and with "of …". */
export function extentsOf(event: EventWords, { chunks, names }: Chain): Extent[] {
  const found = new Map<number, Extent>();
  const put = (chunk: Chunk, mention: number, first: number, last: number): void => {
    const key = keyOf(event, first, last);
    const known = found.get(key);
    const whole = first === chunk.first && last === chunk.last ? 1 : 0;
    if (known === undefined) found.set(key, { first, last, chunk, mention, count: 1, whole });
    else {
      known.count += 1;
      known.whole += whole;
    }
  };
  chunks.slice(0, MOST_MENTIONS).forEach((chunk, mention) => {
    const name = names[mention] ?? -1;
    if (name >= 0) put(chunk, mention, name, chunk.last);
    for (let first = chunk.first - (hasQuantifier(event, chunk) ? 1 : 0); first < chunk.last; first += 1) {
      if (first < chunk.last - MOST_WORDS || !mayBegin(event, first)) continue;
      put(chunk, mention, first, chunk.last);
    }
    if (chunk.end === chunk.last) return;
    for (let first = chunk.first; first < chunk.last; first += 1)
      if (first >= chunk.last - 3 && mayBegin(event, first)) put(chunk, mention, first, chunk.end);
  });
  return [...found.values()];
}

/** "several men", "his house": a word before the phrase that is more than an article. */
const hasQuantifier = ({ kinds, view }: EventWords, { first, modifier }: Chunk): boolean => {
  const kind = kinds[first - 1];
  if (modifier || (kind !== Kind.determiner && kind !== Kind.pronoun)) return false;
  return !ARTICLES.has(view.tokens[first - 1]?.lower ?? '');
};
const ARTICLES = new Set(['the', 'a', 'an']);

const mayBegin = ({ kinds }: EventWords, at: number): boolean => kinds[at] !== Kind.particle && kinds[at] !== Kind.mark;

function keyOf({ words, kinds }: EventWords, first: number, last: number): number {
  let key = 0;
  for (let at = first; at < last; at += 1)
    if (kinds[at] !== Kind.mark && (kinds[at] !== Kind.determiner || at === first))
      key = mix(1, key, words.lower[at] ?? 0, 0);
  return key;
}

const T = {
  bias: 100,
  length: 101,
  cut: 102,
  firstWord: 103,
  firstKind: 104,
  before: 105,
  beforeKind: 106,
  of: 107,
  ofWord: 108,
  count: 109,
  whole: 110,
  mention: 111,
  word: 112,
  head: 113,
  pair: 114,
  kinds: 115,
  chain: 116,
  name: 117,
} as const;

/** What speaks for naming a chain by these words and no others. */
export function extentFeatures(
  event: EventWords,
  extent: Extent,
  chain: Chain,
  { into, pool }: { into: FeatureList; pool: Pool },
): void {
  const { words, stems, kinds } = event;
  const { first, last, chunk, mention } = extent;
  const head = Math.min(last, chunk.last) - 1;
  const headKind = kinds[head] ?? 0;
  const size = Math.min(chunk.last, last) - first;
  const cut = Math.min(4, first - chunk.first);
  pool.begin(into);
  pool.add(T.bias, headKind);
  const name = chain.names[mention] ?? -1;
  pool.add(T.name, name < 0 ? 3 : Math.sign(first - name), headKind, chain.kind);
  pool.add(T.length, Math.min(6, size), headKind);
  pool.add(T.cut, cut, headKind);
  pool.add(T.cut, cut, headKind, 1 + Math.min(6, size));
  pool.add(T.firstWord, stems[first] ?? 0);
  pool.add(T.firstKind, kinds[first] ?? 0, headKind, Math.min(4, size));
  if (cut > 0) {
    pool.add(T.before, stems[first - 1] ?? 0);
    pool.add(T.beforeKind, kinds[first - 1] ?? 0, kinds[first] ?? 0, headKind);
    pool.add(T.pair, stems[first - 1] ?? 0, stems[first] ?? 0);
  } else {
    pool.add(T.before, words.lower[first - 1] ?? 0, 1);
  }
  pool.add(T.of, last > chunk.last ? 1 : 0, chunk.end > chunk.last ? 1 : 0, headKind);
  if (chunk.end > chunk.last) {
    const side = last > chunk.last ? 1 : 0;
    pool.add(T.of, side, 7, stems[head] ?? 0);
    pool.add(T.ofWord, stems[chunk.end - 1] ?? 0, side);
    pool.add(T.ofWord, kinds[chunk.end - 1] ?? 0, side, 3);
    pool.add(T.ofWord, words.lower[chunk.last + 1] ?? 0, side, 4);
  }
  pool.add(T.count, Math.min(4, extent.count), Math.min(3, chain.chunks.length), headKind);
  pool.add(T.whole, Math.min(3, extent.whole), headKind);
  pool.add(T.mention, Math.min(3, mention), headKind);
  for (let at = first; at < Math.min(last, chunk.last) - 1; at += 1) pool.add(T.word, stems[at] ?? 0);
  pool.add(T.head, stems[head] ?? 0, Math.min(3, size));
  pool.add(T.kinds, kinds[first] ?? 0, kinds[first + 1] ?? 0, size > 2 ? 1 : 0);
  pool.add(T.chain, Math.min(6, chain.words.size), Math.min(6, size), headKind);
}
