import { dateWords } from '../dates/date-words.ts';
import { languageData } from '../language-data.ts';
import type { Token } from '../passes.ts';
import { phraseAt, phraseTable, type PhraseTable } from './name-phrases.ts';

/** The lists of names and of the words around names, as sets and tables (resources/languages/en). */
const places = languageData('en', 'places');
const persons = languageData('en', 'persons');
const bodies = languageData('en', 'bodies');
const sentences = languageData('en', 'sentences');

const columns = (words: readonly string[]): string[] =>
  words.flatMap((row) => row.split('|')).filter((word) => word !== '');
const setOf = (...lists: (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());

export const PLACES: PhraseTable = phraseTable(
  [
    ...columns(places.words('countries')),
    ...columns(places.words('capitals')),
    ...places.words('cities'),
    ...places.words('areas'),
  ],
  true,
);
export const ADJECTIVES: PhraseTable = phraseTable(
  [...columns(places.words('adjectives')), ...places.words('more-adjectives')],
  true,
);
export const PEOPLES = setOf(columns(places.words('peoples')), places.words('more-peoples'));
export const PLACE_HEADS = setOf(places.words('place-heads'));
/** What begins a place's name: Mount, Lake. */
export const PLACE_FRONTS = setOf(places.words('place-fronts'));
/** What has a place after "of": the people of, the capital of. */
export const OF_PLACE = setOf(places.words('place-heads'), places.words('owned'));
export const PLACE_PREPOSITIONS = setOf(places.words('prepositions'));

export const HONORIFICS = setOf(
  persons.words('honorifics'),
  persons.words('honorifics-women'),
  persons.words('honorifics-men'),
);
export const RANKS_AND_TITLES: PhraseTable = phraseTable(
  [...persons.words('ranks'), ...persons.words('titles')],
  false,
);
export const ROLES = setOf(persons.words('roles'));
export const GROUPS = setOf(persons.words('groups'));
export const RELATIONAL = setOf(persons.words('relational'));
export const MODIFIERS = setOf(persons.words('modifiers'));
export const DETERMINERS = setOf(persons.words('determiners'));
export const QUANTITIES = setOf(persons.words('quantities'));
export const PARTICLES = setOf(persons.words('family-particles'));
export const SAYERS = setOf(persons.words('sayers'));
/** Verbs that persons do: what stands before them is likelier a person than a thing. */
export const PERSON_VERBS = setOf(persons.words('sayers'), persons.words('person-verbs'));
const FAMILY_ENDINGS = persons.words('family-endings');
const SURE_ENDINGS = persons.words('sure-endings');

export const WOMEN_WORDS = setOf(persons.words('women'), persons.words('honorifics-women'));
export const MEN_WORDS = setOf(persons.words('men'), persons.words('honorifics-men'));
export const PRONOUNS = {
  man: setOf(persons.words('pronouns-men')),
  woman: setOf(persons.words('pronouns-women')),
  many: setOf(persons.words('pronouns-many')),
  thing: setOf(persons.words('pronouns-thing')),
} as const;

export const KNOWN_BODIES: PhraseTable = phraseTable(bodies.words('known'), true);
export const GENERIC_BODIES: PhraseTable = phraseTable(bodies.words('generic'), false);
export const GENERIC_HEADS = setOf(bodies.words('generic-heads'));
export const BODY_HEADS = setOf(bodies.words('heads'));
/** Nouns by which a text takes up a body it has named: the ministry. */
export const SHARED_HEADS = setOf(bodies.words('shared-heads'));
/** Nouns that make a body before them their attribute: the police | raid. */
export const FOLLOWERS = setOf(bodies.words('followers'));
/** Heads that may have a number before them: 14 Brigade. */
export const UNITS = setOf(bodies.words('units'));
export const LEAD_NOUNS = setOf(bodies.words('lead-nouns'));
export const BODY_INNER = setOf(bodies.words('inner'));
const ACRONYMS_NOT = setOf(bodies.words('acronyms-not'));
const NOT_NAMES = setOf(bodies.words('not-names'));
const STARTERS = setOf(sentences.words('starters'));

const dates = dateWords('en');
const isDatePart = (lower: string): boolean => dates !== null && (dates.months.has(lower) || dates.weekdays.has(lower));

/** "May", "Monday", "May–June". */
export const isDateWord = (lower: string): boolean =>
  isDatePart(lower) || (lower.length < 24 && lower.split(/[-–‑]/).every(isDatePart));

/** Words that begin sentences with a capital and name nothing. */
export const isCommonStart = (lower: string): boolean =>
  STARTERS.has(lower) || DETERMINERS.has(lower) || (lower.length > 4 && lower.endsWith('ly'));

/** Capitalised words that are no person's name. */
export const isNoName = (lower: string): boolean => NOT_NAMES.has(lower) || isDateWord(lower) || PLACE_HEADS.has(lower);

export const isAcronym = (token: Token): boolean =>
  token.shape === 'upper' &&
  (!token.text.includes('.') || token.text.length === 4) &&
  token.text.length >= 2 &&
  token.text.length <= 8 &&
  !ACRONYMS_NOT.has(token.lower);

export const hasFamilyEnding = (lower: string): boolean =>
  lower.length > 4 && FAMILY_ENDINGS.some((end) => lower.endsWith(end));
export const hasSureEnding = (lower: string): boolean =>
  lower.length > 4 && SURE_ENDINGS.some((end) => lower.endsWith(end));

/** Whether a token is written as names are: a capital first. */
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.shape === 'title' || token.shape === 'upper' || (token.shape === 'mixed' && /^\p{Lu}/u.test(token.text)));

/** An adjective of a nation or region, in the list or by its ending: Velmaran, Ardovian. */
export const isNational = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.shape !== 'title') return false;
  return phraseAt(ADJECTIVES, tokens, at) === 1 || NATIONAL.test(token.lower);
};
const NATIONAL = /^\p{L}{3,}(?:ian|ean|an|ese|ish)$/u;

export const isInitial = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.shape === 'title' && token.text.length === 1) || /^(?:\p{Lu}\.){1,4}$/u.test(token.text));
