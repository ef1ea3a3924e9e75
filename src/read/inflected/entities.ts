import type { Entity, Mention } from '../../domain/reading.ts';
import { spanAt } from '../../domain/span.ts';
import type { Draft } from '../names/name-draft.ts';
import { Persons } from '../names/person-entities.ts';
import type { Names } from '../passes.ts';
import { isGiven, isInitial, isPatronymic, type Scene } from './scene.ts';
import type { InflectedWords } from './words.ts';

/** Joins the mentions of a text across their endings: one person, body or place each (SPEC E5). Drafts come in order. */
export function joinInflected(scene: Scene, drafts: readonly Draft[]): Names {
  const { view } = scene;
  const keys = entityKeys(scene, drafts);
  const entities = new Map<string, { id: string; kind: Entity['kind']; variants: string[]; commenter: boolean }>();
  const shortest = shortestForms(scene, drafts);
  const mentions = drafts.map((draft, at): Mention => {
    const span = spanAt(view.text, view.tokens[draft.first]?.start ?? 0, view.tokens[draft.last - 1]?.end ?? 0);
    const key = keys.get(draft) ?? null;
    const mention = { id: `n${at}`, kind: draft.kind, span, value: null };
    if (key === null || draft.kind === 'role') return { ...mention, entity: key };
    const commenter = draft.commenter === true;
    const known = entities.get(key) ?? { id: `e${entities.size + 1}`, kind: draft.kind, variants: [], commenter };
    entities.set(key, known);
    const name = span.text.replace(/\s+/g, ' ');
    if (!known.variants.includes(name) && known.variants.length < MOST_VARIANTS) known.variants.push(name);
    return { ...mention, entity: known.id };
  });
  return {
    mentions: mentions.map((mention) =>
      mention.kind === 'role' ? { ...mention, entity: entities.get(mention.entity ?? '')?.id ?? null } : mention,
    ),
    entities: [...entities.values()].map((entity) => ({ ...entity, name: nameOf(entity, scene.words, shortest) })),
  };
}

const MOST_VARIANTS = 50;

/** Whole words weigh more than any number of initials. */
const weight = (name: string): number => name.split(' ').reduce((sum, word) => sum + (word.endsWith('.') ? 1 : 10), 0);

/** The fullest variant; of several cases the shortest, which is oftenest the nominative. */
const fullest = (variants: readonly string[]): string =>
  variants.reduce((best, next) => {
    const [more, less] = [weight(next), weight(best)];
    return more > less || (more === less && next.length < best.length) ? next : best;
  }, variants[0] ?? '');

/** Of each key of a person's name the shortest form in the text, which is oftenest the nominative. */
function shortestForms({ view, keys }: Scene, drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { kind, first, last } of drafts) {
    if (kind !== 'person') continue;
    for (let at = first; at < last; at += 1) {
      const [text, key] = [view.tokens[at]?.text ?? '', keys[at] ?? ''];
      const known = forms.get(key);
      if (known === undefined || text.length < known.length) forms.set(key, text);
    }
  }
  return forms;
}

/** A person's name with its words in the nominative, as far as the list of given names and the text itself tell it. */
function nameOf(
  { kind, variants, commenter }: Pick<Entity, 'kind' | 'variants' | 'commenter'>,
  words: InflectedWords,
  shortest: ReadonlyMap<string, string>,
): string {
  const name = fullest(variants);
  if (kind !== 'person' || commenter) return name;
  const woman = name
    .split(' ')
    .some((word) => words.keyed('persons', 'given-women').has(words.keyOf(word.toLowerCase())));
  return name
    .split(' ')
    .map((word) => {
      const key = words.keyOf(word.toLowerCase());
      const given = words.nominative(word.toLowerCase());
      if (given !== undefined) return `${word.slice(0, 1)}${given.slice(1)}`;
      return woman || isPatronymic(words, key) ? word : (shortest.get(key) ?? word);
    })
    .join(' ');
}

function entityKeys(scene: Scene, drafts: readonly Draft[]): Map<Draft, string> {
  const keys = new Map<Draft, string>();
  const of = (draft: Draft): string => scene.keys.slice(draft.first, draft.last).join(' ');
  for (const draft of drafts) {
    if (draft.commenter === true) keys.set(draft, `commenter ${of(draft)}`);
    else if (draft.kind === 'place') keys.set(draft, `place ${of(draft)}`);
  }
  personKeys(scene, drafts, keys);
  bodyKeys(scene, drafts, keys);
  roleKeys(scene, drafts, keys);
  return keys;
}

/** Given and family name of a mention, the patronymic left out; a given name behind its family name is put first. */
function partsOf({ view, keys, words }: Scene, { first, last }: Draft): string[] {
  const parts: { key: string; given: boolean }[] = [];
  for (let at = first; at < last; at += 1) {
    const token = view.tokens[at];
    const key = keys[at] ?? '';
    if (token === undefined || token.shape === 'mark' || isPatronymic(words, key)) continue;
    const initial = isInitial(view, at);
    if (initial && parts.some(({ given, key: other }) => given && other.length === 1)) continue;
    parts.push({ key: initial ? token.lower.slice(0, 1) : key, given: initial || isGiven(words, key) });
  }
  const given = parts.find((part) => part.given);
  const others = parts.filter((part) => part !== given);
  return [
    ...(given === undefined || others.length === 0 ? [] : [given]),
    ...(others.length === 0 ? parts : others),
  ].map(({ key }) => key);
}

/** Full names first, then initials, then single names: what is short leans on what is long. */
function personKeys(scene: Scene, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  const persons = new Persons();
  const named = drafts
    .filter(({ kind, commenter }) => kind === 'person' && commenter !== true)
    .map((draft) => ({ draft, parts: partsOf(scene, draft) }));
  const rank = (parts: readonly string[]): number => {
    if (parts.length < 2) return 2;
    return parts[0]?.length === 1 ? 1 : 0;
  };
  for (const { draft, parts } of named.toSorted((a, b) => rank(a.parts) - rank(b.parts))) {
    if (parts.length > 1) keys.set(draft, `person ${persons.full(parts)}`);
    else {
      const [only = ''] = parts;
      const person = persons.short(parts) ?? (persons.knows(only) ? undefined : persons.single(only));
      if (person !== undefined) keys.set(draft, `person ${person}`);
    }
  }
}

/** A body is the same with and without what its name ends with, where only one of the text begins so. */
function bodyKeys(scene: Scene, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  const bodies = drafts.filter(({ kind }) => kind === 'organization');
  const wholes = new Map<string, string | null>();
  const nameOf = (draft: Draft): string[] =>
    scene.keys.slice(draft.first, draft.last).filter((key) => /[\p{L}\p{N}]/u.test(key));
  for (const draft of bodies.toSorted(
    (a, b) =>
      b.last - b.first - (a.last - a.first) || Number(b.acronymOf !== undefined) - Number(a.acronymOf !== undefined),
  )) {
    const parts = nameOf(draft).slice(0, MOST_PARTS);
    const whole = parts.join(' ');
    const known = wholes.get(whole);
    const acronym = draft.acronymOf === undefined ? undefined : keys.get(draft.acronymOf)?.slice(BODY.length);
    const key = acronym ?? known ?? whole;
    keys.set(draft, `${BODY}${key}`);
    if (acronym !== undefined) wholes.set(whole, key);
    if (acronym !== undefined || known !== undefined) continue;
    for (let length = 1; length <= parts.length; length += 1) {
      const start = parts.slice(0, length).join(' ');
      const owner = wholes.get(start);
      wholes.set(start, owner === undefined || owner === key ? key : null);
    }
  }
}

const MOST_PARTS = 12;
const BODY = 'body ';

/** A role is that of the person named right after it, past the body or place it belongs to, or right before it. */
function roleKeys({ view }: Scene, drafts: readonly Draft[], keys: Map<Draft, string>): void {
  for (const [at, role] of drafts.entries()) {
    if (role.kind !== 'role') continue;
    let last = role.last;
    let person: Draft | undefined;
    for (const next of drafts.slice(at + 1, at + 4)) {
      const start = view.tokens[last]?.text === ',' && next.kind === 'person' ? last + 1 : last;
      if (next.first !== start) break;
      if (next.kind === 'role') break;
      if (next.kind === 'person') person = next;
      last = next.last;
    }
    const before = drafts[at - 1];
    const comma = view.tokens[role.first - 1]?.text === ',' ? role.first - 1 : role.first;
    const closed = comma === role.first || (view.tokens[role.last]?.shape ?? 'mark') === 'mark';
    if (person === undefined && closed && before?.kind === 'person' && before.last === comma) person = before;
    const key = person === undefined ? undefined : keys.get(person);
    if (key !== undefined) keys.set(role, key);
  }
}
