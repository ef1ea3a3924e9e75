import type { CueLexicon } from './cue-lexicon.ts';
import type { Item } from './frames.ts';

/** Items `[from, to)` of a frame. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Classes of words as one item and its neighbours show them; there is no tagger behind the rules. */
export const isWord = (item: Item | undefined): item is Item =>
  item !== undefined && item.shape !== 'mark' && item.shape !== 'quote';
export const isMark = (item: Item | undefined, marks: string): boolean =>
  item !== undefined && item.shape === 'mark' && marks.includes(item.text);
export const isComma = (item: Item | undefined): boolean => isMark(item, ',');

export const isAuxiliary = ({ lower }: Item, { is }: CueLexicon): boolean =>
  is.be.has(lower) || is.have.has(lower) || is.do.has(lower) || is.modal.has(lower);

export const isAdverb = ({ lower, shape }: Item, { is }: CueLexicon): boolean =>
  is.adverbs.has(lower) || (shape === 'lower' && lower.length > 4 && lower.endsWith('ly') && !is.nounsInLy.has(lower));

/** Without a tagger a past form is told from a participle by its neighbours: none after a determiner, none before `by`. */
export function isFinite(items: readonly Item[], at: number, lexicon: CueLexicon): boolean {
  const item = items[at];
  const before = items[at - 1];
  if (!isWord(item) || item.shape !== 'lower') return false;
  if (isAuxiliary(item, lexicon) || lexicon.is.finite.has(item.lower))
    return item.lower !== 'being' && item.lower !== 'been';
  if (before === undefined || lexicon.is.determiners.has(before.lower) || isPreposition(before, lexicon)) return false;
  const reading = lexicon.verbs.get(item.lower);
  if (isPresent(items, at, lexicon)) return true;
  if (reading?.form === 'past') return !isPreposition(items[at + 1], lexicon) || isWord(before);
  if (!/[^e]ed$/u.test(item.lower) || item.lower.length < 5) return false;
  const after = items[at + 1];
  return (
    isWord(before) &&
    !isAdjectival(before) &&
    !(isPreposition(after, lexicon) && before.shape === 'lower' && after?.lower !== 'to')
  );
}

/** A present tense is seen by what stands around it: Orlan holds the, the video shows him, critics reject Orlan. */
function isPresent(items: readonly Item[], at: number, lexicon: CueLexicon): boolean {
  const { is, verbs } = lexicon;
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (!isWord(before) || item === undefined || after === undefined) return false;
  const opens = is.determiners.has(after.lower) || is.pronouns.has(after.lower) || after.lower === 'that';
  const form = verbs.get(item.lower)?.form;
  if (form === 'base')
    return (opens || isCapital(after)) && (/[^s]s$/u.test(before.lower) || is.plurals.has(before.lower));
  if (!opens || !/[^s]s$/u.test(item.lower)) return false;
  return isCapital(before) || form === 'third';
}

const isAdjectival = ({ lower }: Item): boolean => /(?:al|ive|ous|ful|less|ic|an|ly)$/u.test(lower);

export const isPreposition = (item: Item | undefined, { is }: CueLexicon): boolean =>
  item !== undefined && is.prepositions.has(item.lower);

export const isSubordinator = (item: Item, { is }: CueLexicon): boolean => is.subordinators.has(item.lower);
export const isConjunction = (item: Item, { is }: CueLexicon): boolean => is.conjunctions.has(item.lower);

export const isTime = (item: Item | undefined, { is }: CueLexicon): boolean =>
  item !== undefined && (is.times.has(item.lower) || (is.months.has(item.lower) && item.shape === 'title'));

export function hasFinite(items: readonly Item[], range: Range, lexicon: CueLexicon): boolean {
  for (let at = range.from; at < range.to; at += 1) if (isFinite(items, at, lexicon)) return true;
  return false;
}

export const isCapital = (item: Item | undefined): boolean =>
  item !== undefined && (item.shape === 'title' || item.shape === 'upper' || item.shape === 'mixed');
