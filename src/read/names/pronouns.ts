import type { Entity, Mention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { genderOfGiven } from './given-names.ts';
import { BODY_HEADS, GENERIC_HEADS, MEN_WORDS, PRONOUNS, SAYERS, WOMEN_WORDS } from './name-words.ts';
import type { Names, View } from '../passes.ts';

type Gender = 'man' | 'woman' | 'unknown';
type Agreement = keyof typeof PRONOUNS;

/** Whom "he", "the lawyer" or "the latter" means: the id of an entity named before, or null where nothing settles it. */
export type Resolver = (span: Pick<Span, 'start' | 'end' | 'text'>) => string | null;

/** How far back a pronoun looks: sentences, and mentions at most. */
const SENTENCES_BACK = 4;
const MENTIONS_BACK = 60;

/**
 * Resolves by recency, role and agreement (SPEC E2), in the manner of Hobbs 1978 and Lappin & Leass 1994 but without a
 * parse: of the mentions that agree the one in the nearest sentence, there the one that speaks or comes first.
 */
export function resolverOf(view: View, names: Names): Resolver {
  const mentions = names.mentions.filter((mention) => mention.entity !== null);
  const named = new Map(
    mentions
      .filter((mention) => mention.kind !== 'role')
      .map((mention) => [`${mention.span.start} ${mention.span.end}`, mention.entity]),
  );
  const entities = new Map(names.entities.map((entity) => [entity.id, entity]));
  const genders = gendersOf(names);
  const sentenceOf = sentenceIndex(view);
  return (span) => {
    const own = named.get(`${span.start} ${span.end}`);
    if (own !== undefined) return own;
    const back = before(mentions, span.start);
    const words = span.text.toLowerCase().split(/\s+/);
    const agreement = agreementOf(words);
    if (agreement !== undefined)
      return pronoun({ view, back, entities, genders, sentenceOf, at: span.start }, agreement);
    if (words.at(-1) === 'latter') return lastPersons(back, entities)[0] ?? null;
    if (words.at(-1) === 'former') return lastPersons(back, entities)[1] ?? null;
    return shortForm(back, words, entities);
  };
}

/** The mentions before a place, nearest first. */
function before(mentions: readonly Mention[], start: number): Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(Math.max(0, low - MENTIONS_BACK), low).toReversed();
}

const agreementOf = (words: readonly string[]): Agreement | undefined => {
  const [word] = words;
  if (word === undefined || words.length !== 1) return undefined;
  if (PRONOUNS.man.has(word)) return 'man';
  if (PRONOUNS.woman.has(word)) return 'woman';
  if (PRONOUNS.many.has(word)) return 'many';
  return PRONOUNS.thing.has(word) ? 'thing' : undefined;
};

function sentenceIndex(view: View): (start: number) => number {
  return (start) => {
    let [low, high] = [0, view.sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((view.sentences[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

interface Scene {
  readonly view: View;
  readonly back: readonly Mention[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly sentenceOf: (start: number) => number;
  readonly at: number;
}

function pronoun(scene: Scene, agreement: Agreement): string | null {
  const here = scene.sentenceOf(scene.at);
  let best: { readonly entity: string; readonly rank: number } | null = null;
  for (const mention of scene.back) {
    const distance = here - scene.sentenceOf(mention.span.start);
    if (distance > SENTENCES_BACK || (best !== null && distance > best.rank / 10 + 1)) break;
    const entity = mention.entity === null ? undefined : scene.entities.get(mention.entity);
    if (entity === undefined || entity.commenter || !agrees(entity, agreement, scene.genders)) continue;
    const rank = distance * 10 + standing(scene, mention, agreement);
    if (best === null || rank < best.rank) best = { entity: entity.id, rank };
  }
  return best?.entity ?? null;
}

/** 0 for the mention that speaks, 2 for the first of its sentence, 4 for others; groups before bodies for "they". */
function standing({ view, sentenceOf }: Scene, mention: Mention, agreement: Agreement): number {
  const sentence = view.sentences[sentenceOf(mention.span.start)];
  const next = /^\s*(\p{L}+)/u.exec(view.text.slice(mention.span.end, mention.span.end + 24))?.[1]?.toLowerCase() ?? '';
  const place = sentence?.start === mention.span.start ? 2 : 4;
  const rank = SAYERS.has(next) ? 0 : place;
  return agreement === 'many' && mention.kind !== 'group' ? rank + 3 : rank;
}

function agrees(entity: Entity, agreement: Agreement, genders: ReadonlyMap<string, Gender>): boolean {
  switch (agreement) {
    case 'man':
      return entity.kind === 'person' && genders.get(entity.id) !== 'woman';
    case 'woman':
      return entity.kind === 'person' && genders.get(entity.id) !== 'man';
    case 'many':
      return entity.kind === 'group' || entity.kind === 'organization';
    case 'thing':
      return entity.kind === 'organization';
  }
}

/** What given names and the words of roles tell; where they tell nothing, a person may be either. */
function gendersOf(names: Names): ReadonlyMap<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const entity of names.entities) {
    if (entity.kind === 'person') genders.set(entity.id, genderOfGiven(entity.name.split(' ')[0]?.toLowerCase() ?? ''));
  }
  for (const mention of names.mentions) {
    if (mention.kind !== 'role' || mention.entity === null) continue;
    const words = mention.span.text.toLowerCase().split(/\s+/);
    if (words.some((word) => WOMEN_WORDS.has(word))) genders.set(mention.entity, 'woman');
    else if (words.some((word) => MEN_WORDS.has(word))) genders.set(mention.entity, 'man');
  }
  return genders;
}

/** The last two persons named, the later one first. */
function lastPersons(back: readonly Mention[], entities: ReadonlyMap<string, Entity>): string[] {
  const persons = back.flatMap(({ entity, kind }) =>
    kind === 'person' && entity !== null && entities.get(entity)?.commenter === false ? [entity] : [],
  );
  return [...new Set(persons)].slice(0, 2);
}

/** "the lawyer": the last person with that role; "the ministry": the last body whose name has that word. */
function shortForm(
  back: readonly Mention[],
  words: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): string | null {
  const noun = words.at(-1) ?? '';
  if (words.length < 2 || words[0] !== 'the') return null;
  const isBody = BODY_HEADS.has(noun) || GENERIC_HEADS.has(noun);
  for (const { kind, span, entity } of back) {
    if (entity === null) continue;
    const named = span.text.toLowerCase().split(/\s+/);
    if (kind === 'role' && named.includes(noun) && entities.get(entity)?.kind === 'person') return entity;
    if (isBody && kind === 'organization' && named.length > 1 && named.includes(noun)) return entity;
    if (kind === 'group' && named.at(-1) === noun) return entity;
  }
  return null;
}
