import { languageData } from '../language-data.ts';
import { FeatureList } from '../model/feature-list.ts';
import { hashWord, mix } from '../model/hash.ts';
import { lexiconOf, type Matter } from './matter.ts';

/** A place where a person is named; token range, sentence, and who stands beside it in a list. */
export interface Naming {
  readonly first: number;
  readonly last: number;
  /** First and last token of the list of names it is part of; its own where it stands alone. */
  readonly list: readonly [first: number, last: number];
}

const HALF = 0.5;

/** Features of a person, each once however often its words say it. */
export class Marks {
  readonly list = new FeatureList(256);
  readonly #seen = new Set<number>();

  once(template: number, a = 0, b = 0, c = 0): void {
    this.#put(template, mix(template, a, b, c), 1);
  }

  /** The same at half weight: what is said in general words. */
  half(template: number, a = 0, b = 0, c = 0): void {
    this.#put(template, mix(template, a, b, c), HALF);
  }

  #put(template: number, id: number, value: number): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.list.addValue(template, id, value);
  }
}

const T = {
  left: 1,
  right: 2,
  leftBag: 6,
  rightBag: 7,
  apposition: 8,
  passive: 9,
  passiveFamily: 10,
  familyLeft: 11,
  familyRight: 12,
  ofNoun: 13,
  ofFamily: 14,
  sentenceFamily: 15,
  sentenceActs: 16,
  owned: 17,
  blockStart: 18,
  age: 19,
  listLeft: 20,
  listRight: 21,
  listBag: 22,
  listPassive: 23,
  listSize: 24,
  pronoun: 25,
  familyOwned: 26,
} as const;

const NEAR = 6;
const GLANCE = 3;
const APPOSED = 8;

interface Closed {
  readonly be: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
}
const closed = new Map<string, Closed>();
function closedOf(language: string): Closed {
  const known = closed.get(language);
  if (known !== undefined) return known;
  const data = languageData(language, 'clauses');
  const words = { be: new Set(data.words('be')), pronouns: new Set(['he', 'him', 'his', 'she', 'her']) };
  closed.set(language, words);
  return words;
}

/** What the words around one naming say of the person. */
export function markNaming(matter: Matter, { first, last, list }: Naming, into: Marks): void {
  const sentence = matter.sentenceOf[first] ?? -1;
  const bounds = matter.view.sentences[sentence];
  if (bounds === undefined) return;
  const from = bounds.firstToken;
  const to = bounds.lastToken;
  const word = (at: number): number => (at < from || at >= to ? 1 : wordAt(matter, at));
  for (let n = 1; n <= GLANCE; n += 1) {
    into.once(T.left, n, word(first - n));
    into.once(T.right, n, word(last + n - 1));
  }
  bag(matter, [Math.max(from, first - NEAR), first], T.leftBag, into);
  bag(matter, [last, Math.min(to, last + NEAR)], T.rightBag, into);
  sentenceMarks(matter, sentence, into);
  familyMarks(matter, { first, last, from, to }, into);
  afterMarks(matter, { last, to }, T.passive, into);
  if (first === from || matter.view.blocks[bounds.block]?.start === matter.view.tokens[first]?.start)
    into.once(T.blockStart);
  const [listFirst, listLast] = list;
  if (listFirst === first && listLast === last) return;
  into.once(T.listSize, 1);
  for (let n = 1; n <= GLANCE; n += 1) {
    into.once(T.listLeft, n, word(listFirst - n));
    into.once(T.listRight, n, word(listLast + n - 1));
  }
  bag(matter, [Math.max(from, listFirst - NEAR), listFirst], T.listBag, into);
  bag(matter, [listLast, Math.min(to, listLast + NEAR)], T.listBag, into);
  afterMarks(matter, { last: listLast, to }, T.listPassive, into);
}

/** The stem of a word, the hash of a mark. */
export function wordAt({ stems, view }: Matter, at: number): number {
  const stem = stems[at] ?? 0;
  return stem === 0 ? hashWord(view.tokens[at]?.text ?? '', 0, 1) : stem;
}

function bag({ stems, view }: Matter, [from, to]: readonly [number, number], template: number, into: Marks): void {
  const { stop } = lexiconOf(view.language);
  for (let at = from; at < to; at += 1) {
    const stem = stems[at] ?? 0;
    if (stem !== 0 && !stop.has(stem)) into.once(template, stem);
  }
}

function sentenceMarks({ view, families, actsIn }: Matter, sentence: number, into: Marks): void {
  const { firstToken, lastToken } = view.sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let at = firstToken; at < Math.min(lastToken, firstToken + 200); at += 1) {
    const family = families[at] ?? 0;
    if (family !== 0) into.half(T.sentenceFamily, family);
  }
  into.half(T.sentenceActs, Math.min(2, actsIn[sentence] ?? 0));
}

interface Place {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The nearest trigger on each side, and "NOUN of NAME". */
function familyMarks(matter: Matter, { first, last, from, to }: Place, into: Marks): void {
  const { families, view, stems } = matter;
  for (let at = first - 1; at >= Math.max(from, first - NEAR); at -= 1) {
    const family = families[at] ?? 0;
    if (family === 0) continue;
    into.half(T.familyLeft, family, Math.min(4, first - at));
    break;
  }
  for (let at = last; at < Math.min(to, last + NEAR); at += 1) {
    const family = families[at] ?? 0;
    if (family === 0) continue;
    into.half(T.familyRight, family, Math.min(4, at - last + 1));
    break;
  }
  for (let at = first - 1; at > Math.max(from, first - 5); at -= 1) {
    if (view.tokens[at]?.lower !== 'of') continue;
    into.once(T.ofNoun, stems[at - 1] ?? 0);
    if ((families[at - 1] ?? 0) !== 0) into.half(T.ofFamily, families[at - 1]);
    break;
  }
}

/** What follows a name: an age, an apposition, "NAME, …, was VERB", "NAME's NOUN". */
function afterMarks(matter: Matter, { last, to }: { last: number; to: number }, template: number, into: Marks): void {
  const { view, families, stems } = matter;
  const { tokens } = view;
  const { be, pronouns } = closedOf(view.language);
  let at = last;
  if (tokens[at]?.text === ',' || tokens[at]?.text === '(') {
    const end = Math.min(to, at + 1 + APPOSED * 2);
    let close = at + 1;
    while (close < end && tokens[close]?.text !== ',' && tokens[close]?.text !== ')') close += 1;
    if (template === T.passive) {
      if (tokens[at + 1]?.shape === 'number') into.once(T.age);
      bag(matter, [at + 1, Math.min(close, at + 1 + APPOSED)], T.apposition, into);
    }
    if (isBe(close + 1)) at = close + 1;
  }
  function isBe(place: number): boolean {
    return (
      be.has(tokens[place]?.lower ?? '') ||
      tokens[place]?.lower === 'who' ||
      tokens[place]?.lower === 'has' ||
      tokens[place]?.lower === 'had'
    );
  }
  for (let step = 0; step < 4 && at < to && isBe(at); step += 1) at += 1;
  if (at > last) {
    for (let seek = at; seek < Math.min(to, at + 3); seek += 1) {
      const lower = tokens[seek]?.lower ?? '';
      if (lower.endsWith('ly')) continue;
      into.once(template, stems[seek] ?? 0);
      if ((families[seek] ?? 0) !== 0) into.half(T.passiveFamily, families[seek], template);
      break;
    }
  }
  if (template !== T.passive) return;
  const mark = tokens[last]?.lower;
  if (mark === '’s' || mark === "'s") {
    into.once(T.owned, stems[last + 1] ?? 0);
    if ((families[last + 1] ?? 0) !== 0) into.half(T.familyOwned, families[last + 1]);
  }
  for (let seek = last; seek < Math.min(to, last + 8); seek += 1)
    if (pronouns.has(tokens[seek]?.lower ?? '')) into.once(T.pronoun);
}
