import { languageData } from '../language-data.ts';

export type VerbForm = 'base' | 'third' | 'past' | 'ing';

/** A reporting verb: how it is classed, and what may follow it (`takes`; the rows of resources/languages/LANGUAGE/cues.json). */
export interface CueVerb {
  readonly lemma: string;
  readonly class: string;
  readonly takes: ReadonlySet<string>;
}
export interface VerbReading {
  readonly verb: CueVerb;
  readonly form: VerbForm;
}

/** What the statement passes know of a language: its reporting verbs and the closed classes that bound phrases and clauses. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, VerbReading>;
  /** Singular and plural of nouns that report: claim, allegation, fear. */
  readonly nouns: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  /** Phrases with a voice after them, as lists of words: according to. */
  readonly phrases: readonly (readonly string[])[];
  readonly is: Readonly<Record<WordClass, ReadonlySet<string>>>;
}

const WORD_CLASSES = [
  'be',
  'have',
  'do',
  'modal',
  'negations',
  'determiners',
  'prepositions',
  'conjunctions',
  'subordinators',
  'pronouns',
  'finite',
  'adverbs',
  'times',
  'months',
  'plurals',
  'voiceless',
  'adjuncts',
  'questions',
  'contrasts',
  'periods',
  'occasions',
  'evidence',
  'withheld',
  'circumstances',
  'nounsInLy',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** Languages with tables of cues; `und` (too short to tell) is tried as English. */
const TABLES: Readonly<Record<string, string>> = { en: 'en', und: 'en' };

const NO_WORDS: ReadonlySet<string> = new Set();
const EMPTY: CueLexicon = {
  verbs: new Map(),
  nouns: NO_WORDS,
  adverbs: NO_WORDS,
  phrases: [],
  is: wordClasses(() => NO_WORDS),
};
const loaded = new Map<string, CueLexicon>();

function wordClasses(setOf: (name: WordClass) => ReadonlySet<string>): Record<WordClass, ReadonlySet<string>> {
  return Object.fromEntries(WORD_CLASSES.map((name) => [name, setOf(name)])) as Record<WordClass, ReadonlySet<string>>;
}

/** The lexicon of a language; an empty one where no tables are kept, so that only quotations and names are read there. */
export function cueLexicon(language: string): CueLexicon {
  const table = TABLES[language];
  if (table === undefined) return EMPTY;
  const known = loaded.get(table);
  if (known !== undefined) return known;
  const lexicon = lexiconOf(table);
  loaded.set(table, lexicon);
  return lexicon;
}

function lexiconOf(language: string): CueLexicon {
  const cues = languageData(language, 'cues').words;
  const clauses = languageData(language, 'clauses').words;
  return {
    verbs: verbsOf(cues('verbs')),
    nouns: new Set(cues('nouns').flatMap((row) => row.split('|').slice(0, 2))),
    adverbs: new Set(cues('adverbs')),
    phrases: cues('phrases').map((row) => (row.split('|')[0] ?? '').split(' ')),
    is: wordClasses((name) => new Set(clauses(name))),
  };
}

/** Rows: base | third person | past | participle | -ing | class | what it takes. */
function verbsOf(rows: readonly string[]): Map<string, VerbReading> {
  const verbs = new Map<string, VerbReading>();
  for (const row of rows) {
    const [lemma = '', third = '', past = '', participle = '', ing = '', sort = '', takes = ''] = row.split('|');
    const verb = { lemma, class: sort, takes: new Set(takes.split(' ')) };
    const put = (word: string, form: VerbForm): void => {
      if (!verbs.has(word)) verbs.set(word, { verb, form });
    };
    put(past, 'past');
    put(participle, 'past');
    put(lemma, 'base');
    put(third, 'third');
    put(ing, 'ing');
  }
  return verbs;
}
