import type { Position } from '../../domain/reading.ts';
import { inflectedWords } from '../inflected/words.ts';
import { languageData } from '../language-data.ts';
import { TokenPhrases } from '../text/token-phrases.ts';

export type Stance = Position['stance'];

/** What words say of a stance; a weak one counts only where another voice speaks of the same question. */
export interface Sign {
  readonly stance: Stance;
  readonly weak: boolean;
  /** How the words stand to their voice and question: a verb with its subject, or a frame within a voice's words. */
  readonly place: 'verb' | 'question after' | 'question before';
}

type WordList =
  | 'be'
  | 'ongoing'
  | 'opens'
  | 'no-question'
  | 'askers'
  | 'negations'
  | 'auxiliaries'
  | 'adverbs'
  | 'own'
  | 'leads'
  | 'stops'
  | 'empty'
  | 'blocked-by';

/** What the rules for positions know of a language. */
export interface PositionWords {
  readonly verbs: ReadonlyMap<string, Sign>;
  readonly frames: TokenPhrases<Sign>;
  readonly isIn: (list: WordList, lower: string | undefined) => boolean;
  /** What two words for one thing share. */
  readonly keyOf: (lower: string) => string;
}

const STANCES: readonly Stance[] = ['for', 'against', 'unsure'];
const ready = new Map<string, PositionWords | null>();

/** The words of a language; null where it has none, so that no position is read. */
export function positionWords(language: string): PositionWords | null {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const { words } = languageData(language, 'positions');
  const made = words('verbs').length === 0 ? null : build(language);
  ready.set(language, made);
  return made;
}

function build(language: string): PositionWords {
  const { words } = languageData(language, 'positions');
  const signs = (list: string, sign: Omit<Sign, 'stance'>): [string, Sign][] =>
    words(list).flatMap((row): [string, Sign][] => {
      const [phrase = '', code] = row.split('|');
      const stance = STANCES.find((known) => known === code);
      return stance === undefined ? [] : [[phrase, { ...sign, stance }]];
    });
  const forms = (list: string, weak: boolean): [string, Sign][] =>
    signs(list, { weak, place: 'verb' }).flatMap(([row, sign]): [string, Sign][] =>
      row.split(' ').map((form) => [form, sign]),
    );
  const sets = new Map<WordList, ReadonlySet<string>>();
  return {
    verbs: new Map([...forms('verbs', false), ...forms('weak-verbs', true)]),
    frames: new TokenPhrases([
      ...signs('verb-phrases', { weak: false, place: 'verb' }),
      ...signs('frames', { weak: false, place: 'question after' }),
      ...signs('frames-after', { weak: false, place: 'question before' }),
      ...signs('weak-frames', { weak: true, place: 'question after' }),
    ]),
    isIn: (list, lower) => {
      let set = sets.get(list);
      if (set === undefined) sets.set(list, (set = new Set(words(list))));
      return lower !== undefined && set.has(lower);
    },
    keyOf: inflectedWords(language).keyOf,
  };
}
