import type { Entity, Mention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Names, Sentence, View } from '../passes.ts';
import { inflectedWords, type InflectedWords } from './words.ts';

type Gender = 'man' | 'woman' | 'unknown';

/** Sentences before its own in which a pronoun looks for its person. */
const REACH = 3;

/** Whom «он», «она», «её» means: the first person who agrees of the nearest sentence before; undefined for other words. */
export function pronounsOf(view: View, names: Names): (span: Span) => string | undefined {
  const words = inflectedWords(view.language);
  const entities = new Map(names.entities.map((entity) => [entity.id, entity]));
  const persons = names.mentions.filter(({ kind, entity }) => kind === 'person' && entity !== null);
  return (span) => {
    const lower = span.text.toLowerCase();
    const gender = genderOf(words, lower);
    if (gender === null) return undefined;
    const own = sentenceAt(view.sentences, span.start);
    for (let back = 1; back <= REACH; back += 1) {
      const sentence = view.sentences[own - back];
      const found = sentence === undefined ? undefined : firstOf(persons, sentence, agreeing(words, entities, gender));
      if (found !== undefined) return entities.get(found.entity ?? '')?.name;
    }
    return undefined;
  };
}

function genderOf(words: InflectedWords, lower: string): Gender | null {
  if (words.written('persons', 'pronouns-men').has(lower)) return 'man';
  return words.written('persons', 'pronouns-women').has(lower) ? 'woman' : null;
}

const agreeing =
  (words: InflectedWords, entities: ReadonlyMap<string, Entity>, gender: Gender) =>
  ({ entity }: Mention): boolean => {
    const [given = ''] = (entities.get(entity ?? '')?.name ?? '').toLowerCase().split(' ');
    const key = words.keyOf(given);
    if (words.keyed('persons', 'given-men').has(key)) return gender === 'man';
    if (words.keyed('persons', 'given-women').has(key)) return gender === 'woman';
    return true;
  };

function firstOf(
  persons: readonly Mention[],
  { start, end }: Sentence,
  agrees: (mention: Mention) => boolean,
): Mention | undefined {
  for (let at = firstFrom(persons, start); at < persons.length; at += 1) {
    const mention = persons[at];
    if (mention === undefined || mention.span.start >= end) return undefined;
    if (agrees(mention)) return mention;
  }
  return undefined;
}

/** Index of the first mention that starts at or after a place. */
function firstFrom(persons: readonly Mention[], start: number): number {
  let [low, high] = [0, persons.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((persons[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentenceAt(sentences: readonly Sentence[], place: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
