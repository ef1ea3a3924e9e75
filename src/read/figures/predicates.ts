import { languageData } from '../language-data.ts';
import type { View } from '../passes.ts';
import { numberWords } from './number-words.ts';
import { predicateWords, type PredicateWords, type Trigger } from './predicate-table.ts';
import { BEFORE_NUMBERS, DAYS, isNominal, wordClasses, type WordClass } from './word-classes.ts';

/** How a predicate stands in its clause: what it says happened to the noun before it (passive, state, intransitive) or after it. */
export type PredicateForm = 'passive' | 'active' | 'intransitive' | 'noun' | 'state';

export interface Predicate {
  readonly trigger: Trigger;
  /** Token range, half-open. */
  readonly first: number;
  readonly last: number;
  /** Index into `View.sentences`. */
  readonly sentence: number;
  readonly form: PredicateForm;
  /** A base form behind `to`, `will`, `could`: it is not said to have happened. */
  readonly unreal: boolean;
  readonly negated: boolean;
  /** First token of the verb group with its auxiliaries. */
  readonly groupFirst: number;
}

/** The words of a view with their classes and the predicates in them, sentence by sentence. */
export interface Clauses {
  readonly classes: readonly WordClass[];
  readonly predicates: readonly Predicate[];
  readonly words: PredicateWords;
}

const made = new WeakMap<View, Clauses>();

/** Figures and acts look at the same predicates: they are read once for a view. */
export function clausesOf(view: View): Clauses {
  const known = made.get(view);
  if (known !== undefined) return known;
  const classes = wordClasses(view.tokens, view.language);
  const words = predicateWords(view.language);
  const clauses = { classes, words, predicates: predicatesIn(view, classes, words) };
  made.set(view, clauses);
  return clauses;
}

function predicatesIn(view: View, classes: readonly WordClass[], words: PredicateWords): Predicate[] {
  const found: Predicate[] = [];
  view.sentences.forEach((sentence, index) => {
    for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
      const lower = view.tokens[at]?.lower ?? '';
      const hit =
        words.triggers.starts(lower) && !isMonth(view, classes, at) ? words.triggers.at(view.tokens, at) : undefined;
      if (hit === undefined || at + hit.length > sentence.lastToken || isOtherNoun(hit.value, view, classes, at))
        continue;
      if (words.papers.has(view.tokens[at + hit.length]?.lower ?? '')) continue;
      const scene = {
        view,
        words,
        classes,
        first: at,
        last: at + hit.length,
        from: sentence.firstToken,
        to: sentence.lastToken,
      };
      const own = formOf(scene, hit.value);
      const form = sharedForm(view, { ...own, first: at, sentence: index }, found.at(-1)) ?? own.form;
      found.push({ ...own, form, trigger: hit.value, first: at, last: at + hit.length, sentence: index });
      at += hit.length - 1;
    }
  });
  return found;
}

/** "a sign", "Karsel Country Club": the base form of a verb that is no noun of the table stands as a noun of its own. */
function isOtherNoun({ forms }: Trigger, { tokens }: View, classes: readonly WordClass[], at: number): boolean {
  if (forms.size !== 1 || !forms.has('base')) return false;
  const named = classes[at - 1] === 'name' && tokens[at]?.shape === 'title' && classes[at + 1] !== 'number';
  return classes[at - 1] === 'determiner' || named;
}

const MONTHS = new Set(languageData('en', 'clauses').words('months'));

/** "March 2018" and "in March" are no march. */
function isMonth({ tokens }: View, classes: readonly WordClass[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.shape !== 'title' || !MONTHS.has(token.lower)) return false;
  return classes[at - 1] === 'preposition' || classes[at + 1] === 'number';
}

const SHARED: ReadonlySet<PredicateForm> = new Set(['passive', 'active'] as const);
/** A verb joined to the one before, with no auxiliary of its own, stands in the same form. */
function sharedForm(
  view: View,
  own: Pick<Predicate, 'form' | 'first' | 'groupFirst' | 'sentence'>,
  before: Predicate | undefined,
): PredicateForm | null {
  if (before === undefined || before.sentence !== own.sentence || own.groupFirst !== own.first) return null;
  if (!SHARED.has(before.form) || !SHARED.has(own.form) || !isSeries(view, before, own.first)) return null;
  return before.form;
}

const JOINS = new Set([',', 'and', 'or', 'then', 'later', 'also', 'allegedly', 'reportedly', 'even']);

/** "beaten, tortured and killed": verbs joined to one another. */
export function isSeries(view: Pick<View, 'tokens'>, before: Pick<Predicate, 'last'>, first: number): boolean {
  if (first - before.last > 3 || first <= before.last) return false;
  return view.tokens.slice(before.last, first).every(({ lower }) => JOINS.has(lower));
}

interface Scene {
  readonly view: View;
  readonly words: PredicateWords;
  readonly classes: readonly WordClass[];
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

type Form = Pick<Predicate, 'form' | 'unreal' | 'negated' | 'groupFirst'>;

function formOf(scene: Scene, trigger: Trigger): Form {
  const group = verbGroup(scene);
  const { forms } = trigger;
  const verbal = forms.has('past') || forms.has('participle') || forms.has('ing') || forms.has('base');
  const asState = forms.has('state') && scene.classes[scene.first - 1] !== 'determiner';
  const asNoun = !asState && forms.has('noun') && (!verbal || looksNominal(scene, group, forms.has('past')));
  if (asNoun)
    return { ...group, form: 'noun', groupFirst: scene.first, unreal: isFeared(scene), negated: negatedNoun(scene) };
  if (forms.has('state')) return { ...group, form: 'state', unreal: group.unreal };
  const bare = forms.has('base') && !forms.has('past') && !group.be && !group.have;
  const unreal = group.unreal || (bare && group.auxiliary);
  if (trigger.intransitive) return { ...group, form: 'intransitive', unreal };
  return { ...group, form: isPassive(scene, trigger, group) ? 'passive' : 'active', unreal };
}

interface VerbGroup {
  readonly be: boolean;
  readonly have: boolean;
  readonly auxiliary: boolean;
  readonly unreal: boolean;
  readonly negated: boolean;
  readonly groupFirst: number;
}

/** Auxiliaries, adverbs and negations directly before a verb: "had not yet been". */
function verbGroup({ view, words, classes, first, from }: Scene): VerbGroup {
  const group = { be: false, have: false, auxiliary: false, unreal: false, negated: false, groupFirst: first };
  for (let at = first - 1; at >= from; at -= 1) {
    const kind = classes[at];
    const lower = view.tokens[at]?.lower ?? '';
    if (kind === 'be' || words.gets.has(lower)) group.be = true;
    else if (kind === 'have') group.have = true;
    else if (kind === 'negation' && lower !== 'no') group.negated = true;
    else if (kind === 'auxiliary' || lower === 'to') {
      group.auxiliary = true;
      group.unreal ||= (lower === 'to' && !group.have) || words.unrealModals.has(lower);
    } else if (kind !== 'adverb') break;
    group.groupFirst = at;
  }
  return group;
}

function looksNominal({ view, classes, first, last }: Scene, group: VerbGroup, isPast: boolean): boolean {
  const before = classes[first - 1];
  if (group.be || group.have || group.auxiliary) return false;
  if (isPast && before !== 'determiner' && before !== 'possessive' && before !== 'preposition')
    return view.tokens[last]?.lower === 'of';
  const after = classes[last];
  const object = after === 'determiner' || after === 'number' || isNominal(after);
  if (before === 'determiner' || before === 'possessive') return true;
  return view.tokens[last]?.lower === 'of' || !object;
}

/** "at risk of execution", "sentenced to death", "called for the release": nothing that happened. */
function isFeared({ view, classes, words, first, from }: Scene): boolean {
  const [before, further] = [view.tokens[first - 1]?.lower ?? '', view.tokens[first - 2]?.lower ?? ''];
  if (before === 'to' || (before === 'of' && words.fears.has(further))) return true;
  for (let at = first - 1; at >= Math.max(from, first - DEMAND_REACH); at -= 1) {
    if (words.demands.has(view.tokens[at]?.lower ?? '')) return true;
    if (classes[at] === 'mark' || classes[at] === 'verb') return false;
  }
  return false;
}
const DEMAND_REACH = 5;

function negatedNoun({ view, first, from }: Scene): boolean {
  for (let at = first - 1; at >= Math.max(from, first - 4); at -= 1) {
    const lower = view.tokens[at]?.lower ?? '';
    if (lower === 'no' || lower === 'not' || lower === 'without') return true;
  }
  return false;
}

/**
 * "were killed", "people killed in the attack": passive. "killed five", "have killed", "killing one": active.
 * A past form that could be either is passive when nothing follows that could be its object.
 */
function isPassive({ view, classes, first, last }: Scene, { forms, sort }: Trigger, group: VerbGroup): boolean {
  if (!forms.has('participle')) return false;
  if (group.be) return true;
  if (group.have || (sort === 'threaten' && view.tokens[last]?.lower === 'to')) return false;
  const before = classes[first - 1];
  if (before === 'determiner' || before === 'number') return true;
  const after = classes[last];
  if (view.tokens[last]?.lower === 'by') return true;
  const hasObject =
    countsFrom(view, classes, last) ||
    after === 'determiner' ||
    after === 'number' ||
    after === 'pronoun' ||
    (isNominal(after) && !TIMES.has(view.tokens[last]?.lower ?? ''));
  return !hasObject && !(after === 'adverb' && classes[last + 1] === 'number');
}

/** "detained at least 12": the object begins with a comparator. */
function countsFrom(view: View, classes: readonly WordClass[], at: number): boolean {
  let next = at;
  if (view.tokens[at]?.lower === 'to') return false;
  while (next < at + 4 && BEFORE_NUMBERS.has(view.tokens[next]?.lower ?? '')) next += 1;
  const numeral = classes[next] === 'number' || numberWords(view.language).isNumeral(view.tokens[next]?.lower ?? '');
  return numeral && next > at;
}

const TIMES = new Set([...DAYS, 'overnight', 'there', 'here', 'alive']);

/** The predicates that begin in tokens `[from, to)`; `predicates` are in order. */
export function predicatesNear(predicates: readonly Predicate[], [from, to]: readonly [number, number]): Predicate[] {
  let low = 0;
  let high = predicates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((predicates[middle]?.first ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const near: Predicate[] = [];
  for (let at = low; at < predicates.length; at += 1) {
    const predicate = predicates[at];
    if (predicate === undefined || predicate.first >= to) break;
    near.push(predicate);
  }
  return near;
}
