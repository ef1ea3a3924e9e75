import { ABOUTS, VIOLATIONS, type About, type Violation } from '../../domain/vocabulary.ts';
import { languageData } from '../language-data.ts';
import { TokenPhrases } from '../text/token-phrases.ts';

/** Which forms of a verb a word can be. */
export type TriggerForm = 'base' | 'past' | 'participle' | 'ing' | 'noun' | 'state';

/** What happens to somebody, as a verb, a noun or a state says it (`violations.json`). */
export interface Trigger {
  /** The row of the table: kill, die, detain… */
  readonly sort: string;
  readonly violation: Violation | null;
  readonly about: About | null;
  readonly intransitive: boolean;
  readonly forms: ReadonlySet<TriggerForm>;
  /** Plural nouns: "arrests". */
  readonly plural: boolean;
}

export interface PredicateWords {
  readonly triggers: TokenPhrases<Trigger>;
  readonly cases: ReadonlySet<string>;
  /** Words that begin a time: "last", "Monday". */
  readonly times: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly companions: ReadonlySet<string>;
  readonly nounLinks: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  /** "will", "could": what stands behind has not happened. */
  readonly unrealModals: ReadonlySet<string>;
  /** "got arrested" */
  readonly gets: ReadonlySet<string>;
  /** Verbs that are a violation only in the passive: "held", not "holds a meeting". */
  readonly passiveOnly: ReadonlySet<string>;
  /** Rows of the table that happen to people only. */
  readonly peopleOnly: ReadonlySet<string>;
  readonly custody: ReadonlySet<string>;
  /** Nouns of what may come, and words that demand what has not come. */
  readonly fears: ReadonlySet<string>;
  readonly demands: ReadonlySet<string>;
  readonly doubt: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  /** What tells of a deed without saying that it was done: reports of torture. */
  readonly hearsay: ReadonlySet<string>;
  /** What is named by the deed that it allows: a search warrant. */
  readonly papers: ReadonlySet<string>;
  readonly denials: ReadonlySet<string>;
  readonly recognises: ReadonlySet<string>;
  readonly confirms: ReadonlySet<string>;
  readonly coercions: ReadonlySet<string>;
  readonly coercedActs: TokenPhrases<string>;
  readonly violationOf: (sort: string) => Violation | null;
  /** What a head noun alone says of those it counts: hostages were abducted. */
  readonly aboutOfHead: ReadonlyMap<string, About>;
}

const ready = new Map<string, PredicateWords>();

export function predicateWords(language: string): PredicateWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = build(language);
  ready.set(language, words);
  return words;
}

const VOWEL = /[aeiou]/;
const doubles = (verb: string): boolean => /[^aeiou][aeiou][bdfgklmnprtv]$/.test(verb) && verb.length < 8;

/** Regular English inflection; both spellings where the last letter may be doubled. */
function inflect(verb: string): { third: string[]; past: string[]; ing: string[] } {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const stems = doubles(verb) ? [verb, verb + verb.slice(-1)] : [stem];
  const ies = verb.endsWith('y') && !VOWEL.test(verb.at(-2) ?? '');
  if (ies) return { third: [`${verb.slice(0, -1)}ies`], past: [`${verb.slice(0, -1)}ied`], ing: [`${verb}ing`] };
  const third = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return { third: [third], past: stems.map((form) => `${form}ed`), ing: stems.map((form) => `${form}ing`) };
}

/** Every form of a row such as "take hostage/took hostage/taken hostage": the first word is inflected unless it is adverbial. */
export function verbForms(row: string): [string, TriggerForm][] {
  const [base = '', past, participle] = row.split('/');
  const words = base.split(' ');
  const at = words.findIndex((word) => !word.endsWith('ly') && word !== 'not');
  const withVerb = (verb: string): string => words.map((word, n) => (n === at ? verb : word)).join(' ');
  const { third, past: regular, ing } = inflect(words[at] ?? '');
  return [
    [base, 'base'],
    ...third.map((verb): [string, TriggerForm] => [withVerb(verb), 'base']),
    ...(past === undefined ? regular.map(withVerb) : [past]).map((form): [string, TriggerForm] => [form, 'past']),
    ...(participle === undefined ? regular.map(withVerb) : [participle]).map((form): [string, TriggerForm] => [
      form,
      'participle',
    ]),
    ...ing.map((verb): [string, TriggerForm] => [withVerb(verb), 'ing']),
  ];
}

function nounForms(noun: string): [string, boolean][] {
  const [head = '', ...rest] = noun.split(' ').reverse();
  const inflected = head.endsWith('y') && !VOWEL.test(head.at(-2) ?? '') ? `${head.slice(0, -1)}ies` : `${head}s`;
  return [
    [noun, false],
    [[inflected, ...rest].reverse().join(' '), true],
  ];
}

type Gathered = Map<string, { sort: string; forms: Set<TriggerForm>; intransitive: boolean; plural: boolean }>;

type Rows = (key: string) => [sort: string, row: string][];

/** Every form of every row of the table, by its words; where two rows share a form, the first keeps it. */
function gather(rows: Rows): Gathered {
  const gathered: Gathered = new Map();
  const put = (
    phrase: string,
    sort: string,
    form: TriggerForm,
    more: { intransitive: boolean; plural: boolean },
  ): void => {
    const entry = gathered.get(phrase) ?? { sort, forms: new Set(), ...more };
    if (entry.sort === sort) entry.forms.add(form);
    gathered.set(phrase, entry);
  };
  const verbs = (key: string, intransitive: boolean): void => {
    for (const [sort, row] of rows(key))
      for (const [phrase, form] of verbForms(row)) put(phrase, sort, form, { intransitive, plural: false });
  };
  verbs('verbs', false);
  verbs('intransitive', true);
  for (const [sort, row] of rows('states')) put(row, sort, 'state', { intransitive: true, plural: false });
  for (const [sort, row] of rows('nouns'))
    for (const [phrase, plural] of nounForms(row)) put(phrase, sort, 'noun', { intransitive: false, plural });
  return gathered;
}

function build(language: string): PredicateWords {
  const data = languageData(language, 'violations');
  const violations = bySort(data.lists('violation'), VIOLATIONS);
  const abouts = bySort(data.lists('about'), ABOUTS);
  const rows: Rows = (key) =>
    Object.entries(data.lists(key)).flatMap(([sort, list]) => list.map((row): [string, string] => [sort, row]));
  const gathered = gather(rows);
  const set = (key: string): ReadonlySet<string> => new Set(data.words(key));
  const forms = (key: string): ReadonlySet<string> =>
    new Set(data.words(key).flatMap((verb) => verbForms(verb).map(([form]) => form)));
  const coerced = rows('coercedActs').map(([sort, phrase]) => [phrase, sort] as const);
  return {
    triggers: new TokenPhrases(
      [...gathered].map(
        ([phrase, entry]) =>
          [
            phrase,
            { ...entry, violation: violations.get(entry.sort) ?? null, about: abouts.get(entry.sort) ?? null },
          ] as const,
      ),
    ),
    cases: new Set(data.words('cases').flatMap((noun) => nounForms(noun).map(([form]) => form))),
    passiveOnly: set('passiveOnly'),
    relatives: new Set(languageData(language, 'figures').words('relatives')),
    companions: new Set(languageData(language, 'figures').words('companions')),
    reasons: new Set(languageData(language, 'figures').words('reasons')),
    nounLinks: new Set(languageData(language, 'figures').words('nounLinks')),
    unrealModals: new Set(languageData(language, 'clauses').words('unrealModals')),
    gets: new Set(languageData(language, 'clauses').words('gets')),
    times: new Set(['times', 'periods', 'months'].flatMap((list) => languageData(language, 'clauses').words(list))),
    peopleOnly: set('peopleOnly'),
    custody: set('custody'),
    fears: set('fears'),
    demands: set('demands'),
    doubt: set('doubt'),
    claims: forms('claims'),
    hearsay: set('hearsay'),
    papers: set('papers'),
    denials: forms('denials'),
    recognises: forms('recognises'),
    confirms: forms('confirms'),
    coercions: set('coercions'),
    coercedActs: new TokenPhrases(coerced),
    violationOf: (sort) => violations.get(sort) ?? null,
    aboutOfHead: headsOf(rows('heads'), abouts),
  };
}

function bySort<Code extends string>(
  lists: Readonly<Record<string, readonly string[]>>,
  codes: readonly Code[],
): Map<string, Code> {
  return new Map(codes.flatMap((code) => (lists[code] ?? []).map((sort) => [sort, code] as const)));
}

const headsOf = (rows: readonly [string, string][], abouts: ReadonlyMap<string, About>): Map<string, About> =>
  new Map(
    rows.flatMap(([sort, noun]) => {
      const about = abouts.get(sort);
      return about === undefined ? [] : [[noun, about] as const];
    }),
  );
