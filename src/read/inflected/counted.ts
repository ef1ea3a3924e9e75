import type { Unit } from '../../domain/vocabulary.ts';
import type { NumberRead } from '../figures/numbers.ts';
import type { View } from '../passes.ts';
import type { InflectedWords } from './words.ts';

/** What a numeral counts: tokens `[from, to)` with their head; no head where the number stands alone. */
export interface Counted {
  readonly from: number;
  readonly to: number;
  readonly head: number | null;
  readonly unit: Exclude<Unit, 'other'> | 'none';
}

interface Words {
  readonly view: View;
  readonly keys: readonly string[];
  readonly words: InflectedWords;
}

const MOST_MODIFIERS = 4;

/** What is counted, or null for what is no count of the register's: measures, numbers of things, ages, articles of law. */
export function countedAfter(
  scene: Words,
  number: NumberRead,
  { end, told }: { readonly end: number; readonly told: boolean },
): Counted | null {
  const { view, keys, words } = scene;
  if (isRefused(scene, number, end)) return null;
  const lists = ['persons', 'acts', 'organizations'] as const;
  const units = { persons: 'person', acts: 'act', organizations: 'organization' } as const;
  const from = Math.max(number.last, number.phraseLast);
  for (let at = from; at < Math.min(end, from + MOST_MODIFIERS); at += 1) {
    const key = keys[at] ?? '';
    const list = lists.find(
      (name) => words.keyed('counts', name).has(key) || words.written('counts', name).has(view.tokens[at]?.lower ?? ''),
    );
    if (list !== undefined)
      return { from, to: nounEnd(scene, at, end), head: headOf(scene, at, end), unit: units[list] };
    if (list === undefined && isParticiple(scene, at) && !isListed(scene, at + 1, end))
      return { from, to: at + 1, head: at, unit: 'person' };
    const modifies = view.tokens[at]?.shape !== 'mark' && words.isAdjective(view.tokens[at]?.lower ?? '');
    if (!modifies) break;
  }
  const spelledOne = view.tokens[number.first]?.shape !== 'number' && number.value === 1;
  const alone = told || standsForPersons(scene, number);
  return alone && !spelledOne ? { from, to: from, head: null, unit: 'none' } : null;
}

/** «135 опрошенных» */
const isParticiple = ({ view, words }: Words, at: number): boolean => {
  const lower = view.tokens[at]?.lower ?? '';
  return words.listed('counts', 'participles').some((end) => lower.length > end.length + 2 && lower.endsWith(end));
};
const isListed = ({ keys, words }: Words, at: number, end: number): boolean =>
  at < end &&
  (['persons', 'acts', 'organizations', 'refused'] as const).some((list) =>
    words.keyed('counts', list).has(keys[at] ?? ''),
  );

/** «102 признаны», «опознаны 19», «трое» */
function standsForPersons({ view, words }: Words, { first, last, phraseFirst }: NumberRead): boolean {
  if (words.written('counts', 'collectives').has(view.tokens[first]?.lower ?? '')) return true;
  const ofThem = words.written('counts', 'part-of').has(view.tokens[last]?.lower ?? '');
  if (ofThem && words.written('counts', 'them').has(view.tokens[last + 1]?.lower ?? '')) return true;
  const endings = words.listed('counts', 'short-participles');
  const told = (at: number): boolean => endings.some((end) => view.tokens[at]?.lower.endsWith(end) === true);
  return told(last) || (told(phraseFirst - 1) && (view.tokens[last]?.shape ?? 'mark') === 'mark');
}

/** «мирных жителей»: an adjective that could stand for persons, before a noun that does. */
function headOf({ view, keys, words }: Words, at: number, end: number): number {
  const next = at + 1;
  const follows = next < end && words.keyed('counts', 'persons').has(keys[next] ?? '');
  return follows && words.isAdjective(view.tokens[at]?.lower ?? '') ? next : at;
}

const nounEnd = (scene: Words, at: number, end: number): number => headOf(scene, at, end) + 1;

function isRefused({ view, keys, words }: Words, number: NumberRead, end: number): boolean {
  const refused = words.keyed('counts', 'refused');
  const before = number.phraseFirst - 1;
  if (words.keyed('counts', 'refused-before').has(keys[before] ?? '')) return true;
  if (words.written('counts', 'refused').has(view.tokens[number.last]?.lower ?? '')) return true;
  const after = view.tokens[number.last]?.text ?? '';
  if (after === '%' || after === '$' || after === '€' || after === '₽') return true;
  return number.last < end && refused.has(keys[number.last] ?? '');
}
