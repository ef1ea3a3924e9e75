import type { Unit } from '../../domain/vocabulary.ts';
import { languageData } from '../language-data.ts';
import { predicateWords } from './predicate-table.ts';
import type { Token } from '../passes.ts';

const LISTS = [
  'personPlurals',
  'actPlurals',
  'organizations',
  'notPersons',
  'measures',
  'identifierWords',
  'moneySigns',
  'oneIdioms',
  'superlatives',
  'modifiers',
  'pronounHeads',
  'takingPart',
  'afterHead',
  'gatherings',
  'phraseDeterminers',
  'groupNouns',
] as const;
type ListName = (typeof LISTS)[number];

/** What nouns of a language tell about what is counted (`nouns.json`): hints, never a closed list of what may be counted. */
export interface NounWords {
  readonly is: Readonly<Record<ListName, ReadonlySet<string>>>;
  /** "instances of torture" count what was done. */
  readonly isCase: (lower: string) => boolean;
  readonly isDeed: (token: Token) => boolean;
  readonly unitOf: (head: Token, single: boolean) => Unit | 'refused' | 'unknown';
}

const ready = new Map<string, NounWords>();

export function nounWords(language: string): NounWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = build(language);
  ready.set(language, words);
  return words;
}

function build(language: string): NounWords {
  const data = languageData(language, 'nouns');
  const set = (name: ListName): ReadonlySet<string> => new Set(data.words(name));
  const is: Record<ListName, ReadonlySet<string>> = {
    personPlurals: new Set([
      ...data.words('personPlurals'),
      ...languageData(language, 'persons').words('groups'),
      ...peoplesOf(language),
    ]),
    actPlurals: set('actPlurals'),
    organizations: set('organizations'),
    notPersons: set('notPersons'),
    measures: set('measures'),
    identifierWords: set('identifierWords'),
    moneySigns: set('moneySigns'),
    oneIdioms: set('oneIdioms'),
    superlatives: set('superlatives'),
    modifiers: set('modifiers'),
    pronounHeads: set('pronounHeads'),
    takingPart: set('takingPart'),
    afterHead: set('afterHead'),
    gatherings: set('gatherings'),
    phraseDeterminers: set('phraseDeterminers'),
    groupNouns: set('groupNouns'),
  };
  const suffixes = data.words('personSuffixes');
  const { triggers, cases } = predicateWords(language);
  const isDeed = (token: Token): boolean => triggers.at([token]) !== undefined;
  const isCase = (lower: string): boolean => cases.has(lower);
  const isAct = (plural: string): boolean => {
    const hit = triggers.at([{ start: 0, end: 0, text: plural, lower: plural, shape: 'lower' }]);
    return hit !== undefined && hit.value.forms.has('noun') && hit.value.plural;
  };
  const unitOf = (head: Token, single: boolean): Unit | 'refused' | 'unknown' => {
    const plural = single ? pluralOf(head.lower) : head.lower;
    const tail = plural.slice(plural.lastIndexOf('-') + 1);
    const known = (list: ReadonlySet<string>): boolean => list.has(plural) || list.has(tail);
    if (known(is.notPersons)) return 'refused';
    if (is.gatherings.has(tail)) return 'refused';
    if (known(is.personPlurals)) return 'person';
    if (known(is.organizations)) return 'organization';
    if (known(is.actPlurals) || isAct(plural)) return 'act';
    if (isDemonym(head.text, plural)) return 'person';
    if (/(?:ments|tions|sions|ities|ances|ences|isms|ages|ics)$/.test(plural)) return 'refused';
    return suffixes.some((suffix) => plural.endsWith(suffix) && plural.length > suffix.length + 2)
      ? 'person'
      : 'unknown';
  };
  return { is, isCase, isDeed, unitOf };
}

/** Names of peoples, in small letters; a row may hold several: "Argentines|Argentinians". */
function peoplesOf(language: string): string[] {
  const places = languageData(language, 'places');
  const rows = [...places.words('peoples'), ...places.words('more-peoples')];
  return rows.flatMap((row) => row.toLowerCase().split('|')).flatMap((people) => people.split(' ').slice(-1));
}

/** Ardovians, Selmese: a people's name is a plural with a capital. */
const isDemonym = (text: string, plural: string): boolean =>
  /^\p{Lu}/u.test(text) && /(?:ans|is|ese|ards|iots|urs|ins|azis)$/.test(plural);

function pluralOf(noun: string): string {
  if (noun === 'person') return 'people';
  if (noun === 'child') return 'children';
  if (noun.endsWith('man')) return `${noun.slice(0, -2)}en`;
  if (noun.endsWith('wife')) return `${noun.slice(0, -2)}ves`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** A plural by its shape. */
export function isPlural(lower: string, words: NounWords): boolean {
  const tail = lower.slice(lower.lastIndexOf('-') + 1);
  if (
    words.is.personPlurals.has(tail) ||
    words.is.organizations.has(tail) ||
    words.is.actPlurals.has(tail) ||
    words.is.notPersons.has(tail)
  )
    return true;
  if (/(?:men|women|people|children|folk)$/.test(tail)) return true;
  return tail.length > 3 && /[^us]s$/.test(tail) && !/(?:[^n]is|ss)$/.test(tail);
}
