import type { Entity } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { VIOLATIONS } from '../../domain/vocabulary.ts';
import type { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import { genderOfGiven } from '../names/given-names.ts';
import { resolverOf } from '../names/pronouns.ts';
import { tokenAt, type Matter } from './matter.ts';
import { markSyntax } from './person-syntax.ts';
import { Marks, markNaming, wordAt, type Naming } from './victim-features.ts';

/** Somebody the text names, with what speaks for and against being a victim. */
export interface Person {
  readonly entity: Entity;
  /** The fullest name the text itself uses most, rather than its title. */
  readonly name: string;
  readonly namings: readonly Naming[];
  readonly features: FeatureList;
}

/** Persons beyond so many are not weighed: a text that names more is a list. */
const MOST_PERSONS = 400;
const MOST_NAMINGS = 30;

/** Every named person of the text, in the order of the text. Readers who comment are none. */
export function personsOf(matter: Matter): Person[] {
  const namings = namingsOf(matter);
  joinTitles(matter, namings);
  const roles = rolesOf(matter);
  const marks = new Map<string, Marks>();
  const persons: Person[] = [];
  for (const entity of matter.names.entities) {
    const own = namings.get(entity.id);
    if (entity.kind !== 'person' || entity.commenter || own === undefined || persons.length === MOST_PERSONS) continue;
    const into = new Marks();
    for (const naming of own.slice(0, MOST_NAMINGS)) {
      markNaming(matter, naming, into);
      markSyntax(matter, naming.first, naming.last, into);
    }
    for (const role of roles.get(entity.id) ?? []) into.once(E.role, role);
    marks.set(entity.id, into);
    persons.push({ entity, name: nameOf(matter, entity, own), namings: own, features: into.list });
  }
  markPronouns(matter, persons, marks);
  markRoles(matter, marks);
  const told = familiesOf(matter);
  const most = persons.reduce((n, person) => Math.max(n, person.namings.length), 0);
  for (const person of persons) {
    markPerson(matter, person, { most, all: persons.length });
    for (const [family, { all, lead }] of told.entries()) {
      if (all > 0)
        person.features.addValue(
          E.told,
          mix(E.told, family, 0, 0),
          0.5 * Math.log1p((300 * all) / matter.stems.length),
        );
      if (lead > 0) person.features.addValue(E.toldLead, mix(E.toldLead, family, 0, 0), 0.5 * Math.log1p(lead));
    }
  }
  return persons;
}

/** Titles run names into other words: a name of the body counts before one that only the title has. */
function nameOf({ view, titleEnd }: Matter, { name, variants }: Entity, namings: readonly Naming[]): string {
  const counts = new Map<string, number>();
  for (const { first, last } of namings) {
    const words = view.text.slice(view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0).replace(/\s+/g, ' ');
    if (words.includes(' ')) counts.set(words, (counts.get(words) ?? 0) + (first < titleEnd ? 0.1 : 1));
  }
  let best = name;
  for (const [words, count] of counts) if (variants.includes(words) && count > (counts.get(best) ?? 0)) best = words;
  return best;
}

const E = {
  bias: 60,
  words: 61,
  count: 62,
  counted: 63,
  title: 64,
  lead: 65,
  place: 66,
  most: 67,
  persons: 68,
  role: 69,
  victim: 70,
  perpetrator: 71,
  target: 72,
  speaks: 73,

  victimAny: 75,

  capitals: 77,
  victimHow: 78,
  told: 79,
  toldLead: 80,
} as const;

/** How often each family of triggers stands in the text and in its opening. */
function familiesOf({ families, leadEnd }: Matter): { all: number; lead: number }[] {
  const counts: { all: number; lead: number }[] = [];
  for (let at = 0; at < families.length; at += 1) {
    const family = families[at] ?? 0;
    if (family === 0) continue;
    const count = (counts[family] ??= { all: 0, lead: 0 });
    count.all += 1;
    if (at < leadEnd) count.lead += 1;
  }
  return Array.from(counts, (count) => count ?? { all: 0, lead: 0 });
}

function markPerson(
  matter: Matter,
  { entity, namings, features }: Person,
  { most, all }: { most: number; all: number },
): void {
  const first = namings[0]?.first ?? 0;
  const put = (template: number, value: number): void => features.addValue(template, mix(template, 0, 0, 0), value);
  const words = entity.name.split(' ').length;
  features.add(E.bias);
  features.add(E.words, Math.min(4, words));
  features.add(E.counted, Math.min(5, namings.length));
  put(E.count, Math.log1p(namings.length));
  put(E.place, Math.log1p(first) / 5);
  if (first < matter.titleEnd) features.add(E.title);
  if (first < matter.leadEnd) features.add(E.lead);
  if (namings.length === most) features.add(E.most, all > 1 ? 1 : 0);
  features.add(E.persons, all < 5 ? all : Math.min(8, 4 + Math.floor(all / 5)));
  if (entity.name === entity.name.toUpperCase()) features.add(E.capitals);
}

/** A title in capitals may run a name into other words ("Ilva Dorn Jailed Again"): it names the person of the body. */
function joinTitles({ names, titleEnd }: Matter, namings: Map<string, Naming[]>): void {
  const persons = names.entities.filter(({ id, kind }) => kind === 'person' && namings.has(id));
  for (const { id, name } of persons) {
    const own = namings.get(id) ?? [];
    if (own.some(({ first }) => first >= titleEnd)) continue;
    const inside = persons.find((other) => other.id !== id && other.name.includes(' ') && name.includes(other.name));
    if (inside === undefined) continue;
    namings.set(inside.id, [...own, ...(namings.get(inside.id) ?? [])]);
    namings.delete(id);
  }
}

/** Where each person is named, lists of names put together. */
function namingsOf(matter: Matter): Map<string, Naming[]> {
  const found: { entity: string; first: number; last: number }[] = [];
  for (const { kind, entity, span } of matter.names.mentions) {
    if (kind !== 'person' || entity === null) continue;
    const first = tokenAt(matter.view, span.start);
    found.push({ entity, first, last: tokenAt(matter.view, span.end - 1) + 1 });
  }
  const namings = new Map<string, Naming[]>();
  for (let start = 0; start < found.length;) {
    let end = start + 1;
    while (end < found.length && areListed(matter, found[end - 1]?.last ?? 0, found[end]?.first ?? 0)) end += 1;
    const list = [found[start]?.first ?? 0, found[end - 1]?.last ?? 0] as const;
    for (const { entity, first, last } of found.slice(start, end)) {
      const own = namings.get(entity) ?? [];
      own.push({ first, last, list });
      namings.set(entity, own);
    }
    start = end;
  }
  return namings;
}

const GAP = 7;
const JOINTS: ReadonlySet<string> = new Set([',', ';', 'and', '&', '(']);
const BREAKS: ReadonlySet<string> = new Set([
  '.',
  '“',
  '”',
  '"',
  'who',
  'that',
  'which',
  'by',
  'is',
  'was',
  'were',
  'are',
  'has',
  'had',
  'said',
  'told',
  'says',
  'to',
  'after',
  'when',
  'but',
  'while',
  'he',
  'she',
  'they',
  'his',
  'her',
]);

function areListed({ view, sentenceOf, families }: Matter, end: number, start: number): boolean {
  if (start - end > GAP || start <= end || sentenceOf[end - 1] !== sentenceOf[start]) return false;
  let joint = false;
  for (let at = end; at < start; at += 1) {
    const word = view.tokens[at]?.lower ?? '';
    if (BREAKS.has(word) || (families[at] ?? 0) !== 0) return false;
    joint ||= JOINTS.has(word);
  }
  return joint;
}

/** Stems of the words of the roles that stand beside each person's name. */
function rolesOf(matter: Matter): Map<string, number[]> {
  const roles = new Map<string, number[]>();
  for (const { kind, entity, span } of matter.names.mentions) {
    if (kind !== 'role' || entity === null) continue;
    const own = roles.get(entity) ?? [];
    for (let at = tokenAt(matter.view, span.start); (matter.view.tokens[at]?.start ?? Infinity) < span.end; at += 1)
      own.push(wordAt(matter, at));
    roles.set(entity, own);
  }
  return roles;
}

const PRONOUNS: ReadonlyMap<string, string> = new Map([
  ['he', 'man'],
  ['him', 'man'],
  ['she', 'woman'],
]);
/** How many sentences after a name a pronoun may still mean it. */
const MEANT = 2;

/** What is said of "he" is said of the person named last, where the given name does not speak against it. */
function markPronouns(matter: Matter, persons: readonly Person[], marks: ReadonlyMap<string, Marks>): void {
  const { view, sentenceOf } = matter;
  const named = persons
    .flatMap(({ entity, namings }) => namings.map(({ first }) => ({ entity, first })))
    .sort((a, b) => a.first - b.first);
  let next = 0;
  let last: { readonly entity: Entity; readonly first: number } | undefined;
  for (let at = 0; at < view.tokens.length; at += 1) {
    while ((named[next]?.first ?? Infinity) <= at) {
      last = named[next];
      next += 1;
    }
    const sex = PRONOUNS.get(view.tokens[at]?.lower ?? '');
    if (sex === undefined || last === undefined) continue;
    if ((sentenceOf[at] ?? 0) - (sentenceOf[last.first] ?? 0) > MEANT) continue;
    const given = genderOfGiven(last.entity.name.split(' ')[0]?.toLowerCase() ?? '');
    const into = marks.get(last.entity.id);
    if (into !== undefined && (given === 'unknown' || given === sex)) markSyntax(matter, at, at + 1, into);
  }
}

/** What acts and statements make of each person. */
function markRoles(matter: Matter, marks: ReadonlyMap<string, Marks>): void {
  const { view, names, acts, said } = matter;
  const resolve = resolverOf(view, names);
  const marksOf = (span: Span): Marks | undefined => marks.get(resolve(span) ?? '') ?? named(span);
  const starts = names.mentions.filter(({ kind, entity }) => kind === 'person' && entity !== null);
  const named = (span: Span): Marks | undefined => {
    const at = firstFrom(starts, span.start);
    const mention = starts[at];
    return mention !== undefined && mention.span.start < span.end ? marks.get(mention.entity ?? '') : undefined;
  };
  const labels: readonly string[] = VIOLATIONS;
  for (const act of acts) {
    const label = labels.indexOf(act.violation) + 1;
    for (const span of act.victims) {
      const into = marksOf(span);
      into?.once(E.victim, label);
      into?.once(E.victimAny);
      into?.once(E.victimHow, act.modality.length);
    }
    for (const span of act.perpetrators) marksOf(span)?.once(E.perpetrator);
    for (const span of act.targets) marksOf(span)?.once(E.target, label);
  }
  for (const { source } of said.statements) if (source !== null) marksOf(source)?.once(E.speaks);
}

function firstFrom(mentions: readonly { readonly span: Span }[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
