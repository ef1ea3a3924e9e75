import type { Entity, Mention } from '../../domain/reading.ts';
import { spanAt } from '../../domain/span.ts';
import type { MentionKind } from '../../domain/vocabulary.ts';
import { Bodies } from './body-entities.ts';
import type { Draft } from './name-draft.ts';
import { DETERMINERS, isAcronym, MODIFIERS, PLACES, SHARED_HEADS } from './name-words.ts';
import type { Names, View } from '../passes.ts';
import { Persons } from './person-entities.ts';
import { phraseAt } from './name-phrases.ts';

/** Joins the mentions of a text to entities: one person, body, place or group each. Drafts come in the order of the text. */
export function joinEntities(view: View, drafts: readonly Draft[]): Names {
  const keys = keysOf(view, drafts);
  const entities = new Map<string, { id: string; kind: MentionKind; variants: string[]; commenter: boolean }>();
  const mentions: Mention[] = drafts.map((draft, at) => {
    const span = spanAt(view.text, view.tokens[draft.first]?.start ?? 0, view.tokens[draft.last - 1]?.end ?? 0);
    const key = keys.get(draft) ?? null;
    const mention = { id: `n${at}`, kind: draft.kind, span, value: null };
    if (key === null || draft.kind === 'role')
      return { ...mention, entity: key === null ? null : (entities.get(key)?.id ?? key) };
    const known = entities.get(key) ?? {
      id: `e${entities.size + 1}`,
      kind: draft.kind,
      variants: [],
      commenter: draft.commenter === true,
    };
    entities.set(key, known);
    const name = plain(draft.kind === 'group' ? withoutDeterminer(view, draft) : span.text);
    const taken = known.variants.length > 0 && name === name.toLowerCase();
    if (!taken && !known.variants.includes(name) && known.variants.length < MOST_VARIANTS) known.variants.push(name);
    return { ...mention, entity: known.id };
  });
  return {
    mentions: mentions.map((mention) =>
      mention.kind === 'role' ? { ...mention, entity: idOf(entities, mention.entity) } : mention,
    ),
    entities: [...entities.values()].map((entity): Entity => ({ ...entity, name: fullest(entity.variants) })),
  };
}

const MOST_VARIANTS = 50;

/** A role may name its person before the person is named. */
const idOf = (entities: ReadonlyMap<string, { readonly id: string }>, key: string | null): string | null =>
  key === null ? null : (entities.get(key)?.id ?? (/^e\d+$/.test(key) ? key : null));

/** As a name is shown: one line, no soft hyphens. */
const plain = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ');

const fullest = (variants: readonly string[]): string =>
  variants.reduce((best, next) => (next.split(' ').length > best.split(' ').length ? next : best), variants[0] ?? '');

function withoutDeterminer(view: View, draft: Draft): string {
  const first = view.tokens[draft.first];
  const skip = first !== undefined && DETERMINERS.has(first.lower) && draft.last - draft.first > 1 ? 1 : 0;
  return view.text.slice(view.tokens[draft.first + skip]?.start ?? 0, view.tokens[draft.last - 1]?.end ?? 0);
}

const wordsOf = (view: View, draft: Draft): string[] =>
  view.tokens
    .slice(draft.first, draft.last)
    .filter((token) => token.shape !== 'mark')
    .map((token) => token.lower.replaceAll('’', "'"));

/** Which entity each draft belongs to, by a key of its own. */
function keysOf(view: View, drafts: readonly Draft[]): Map<Draft, string> {
  const keys = new Map<Draft, string>();
  personKeys(view, drafts, keys);
  bodyKeys(view, drafts, keys);
  for (const draft of drafts) {
    if (draft.kind === 'place') keys.set(draft, `place ${wordsOf(view, draft).join(' ')}`);
    if (draft.kind === 'group') keys.set(draft, `group ${plain(withoutDeterminer(view, draft)).toLowerCase()}`);
  }
  roleKeys(view, drafts, keys);
  return keys;
}

/** Full names first, then initials, then single names: what is short leans on what is long, wherever it stands. */
function personKeys(view: View, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  const persons = new Persons();
  const named = drafts
    .filter((draft) => draft.kind === 'person' && draft.commenter !== true)
    .map((draft) => ({ draft, words: wordsOf(view, draft) }));
  for (const draft of drafts)
    if (draft.commenter === true) keys.set(draft, `commenter ${wordsOf(view, draft).join(' ')}`);
  const isShort = (words: readonly string[]): boolean => words.length < 2;
  const hasInitial = (words: readonly string[]): boolean => (words[0] ?? '').replaceAll('.', '').length <= 1;
  const long = named.filter(({ words }) => !isShort(words) && !hasInitial(words));
  for (const { draft, words } of long.toSorted((a, b) => b.words.length - a.words.length)) {
    keys.set(draft, `person ${persons.short(words) ?? persons.full(words)}`);
  }
  for (const { draft, words } of named)
    if (!isShort(words) && hasInitial(words)) keys.set(draft, `person ${persons.full(words)}`);
  const singles = new Map<string, number>();
  for (const { draft, words } of named) {
    if (!isShort(words)) continue;
    const word = words[0] ?? '';
    const person = persons.short([word]) ?? singles.get(word) ?? persons.single(word);
    singles.set(word, person);
    keys.set(draft, `person ${person}`);
  }
}

function bodyKeys(view: View, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  const bodies = new Bodies();
  const named = drafts.filter((draft) => draft.kind === 'organization');
  const isShort = (draft: Draft): boolean => {
    const token = view.tokens[draft.first];
    return draft.last - draft.first === 1 && token !== undefined && isAcronym(token);
  };
  const heads = new Map<string, string | null>();
  for (const draft of named.toSorted((a, b) => b.last - b.first - (a.last - a.first))) {
    if (isShort(draft)) continue;
    const taken = takenUp(view, draft, heads);
    if (taken !== undefined) {
      keys.set(draft, taken);
      continue;
    }
    const words = wordsOf(view, draft).filter((word, at) => at > 0 || word !== 'the');
    const key = `body ${bodies.named(words, placeAtEnd(view, draft))}`;
    keys.set(draft, key);
    for (const word of words)
      if (SHARED_HEADS.has(word)) heads.set(word, (heads.get(word) ?? key) === key ? key : null);
  }
  for (const { acronymOf, first } of named) {
    const long = acronymOf === undefined ? undefined : keys.get(acronymOf);
    if (long !== undefined) bodies.acronym(view.tokens[first]?.lower ?? '', Number(long.slice('body '.length)));
  }
  for (const draft of named) {
    if (!isShort(draft)) continue;
    const letters = view.tokens[draft.first]?.lower ?? '';
    keys.set(draft, `body ${bodies.byAcronym(letters) ?? bodies.named([letters], '')}`);
  }
}

/** "the ministry": the one body of the text with that word in its name, if there is one. */
function takenUp(view: View, draft: Draft, heads: ReadonlyMap<string, string | null>): string | undefined {
  const token = view.tokens[draft.first];
  const bare =
    draft.last - draft.first === 1 && token?.shape === 'lower' && view.tokens[draft.first - 1]?.lower === 'the';
  return bare ? (heads.get(token.lower) ?? undefined) : undefined;
}

/** The place a body's name ends with, "of" and all its words: Ardovia in "Popular Union of Ardovia". */
function placeAtEnd(view: View, draft: Draft): string {
  const of = view.tokens.slice(draft.first, draft.last).findLastIndex((token) => token.lower === 'of') + draft.first;
  const listed = phraseAt(PLACES, view.tokens, of + 1);
  const words = draft.last - of - 1;
  if (of < draft.first + 2 || (words > 1 && listed !== words)) return '';
  return view.tokens
    .slice(of + 1, draft.last)
    .map((token) => token.lower)
    .join(' ');
}

/** A role right before or after a person's name is that person's; a body or a place may stand between ("of the Dawn party Orlan"). */
function roleKeys(view: View, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  const starting = new Map<number, Draft>();
  const ending = new Map<number, Draft>();
  for (const draft of drafts) {
    if (draft.kind === 'role' || draft.kind === 'group' || draft.kind === 'date') continue;
    starting.set(draft.first, draft);
    if (draft.kind === 'person') ending.set(draft.last, draft);
  }
  for (const role of drafts) {
    if (role.kind !== 'role') continue;
    const before = view.tokens[role.first - 1]?.text === ',' ? role.first - 1 : role.first;
    const person = personAfter(view, role.last, starting) ?? ending.get(before);
    const key = person === undefined ? undefined : keys.get(person);
    if (key !== undefined) keys.set(role, key);
  }
}

const REACH = 10;

/** The person named right after a role, past a comma or past the body and place that the role belongs to. */
function personAfter(view: View, from: number, starting: ReadonlyMap<number, Draft>): Draft | undefined {
  let at = view.tokens[from]?.text === ',' ? from + 1 : from;
  if (starting.get(at)?.kind === 'person') return starting.get(at);
  for (at = from; at < from + REACH; at += 1) {
    const draft = starting.get(at);
    const lower = view.tokens[at]?.lower ?? '';
    if (draft?.kind === 'person') return draft;
    if (draft !== undefined) at = draft.last - 1;
    else if (!(BETWEEN.has(lower) || MODIFIERS.has(lower))) return undefined;
  }
  return undefined;
}

const BETWEEN = new Set(['from', 'of', 'at', 'the']);
