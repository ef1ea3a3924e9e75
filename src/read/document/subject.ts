import { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import { VIOLATIONS } from '../../domain/vocabulary.ts';
import { actorNouns } from './actors.ts';
import { lexiconOf, tokenAt, type Matter } from './matter.ts';

/** So many words of a text say what it is about. */
const MOST_WORDS = 1500;
/** Templates of the words: single and in pairs, of title, opening and body. */
const WORDS = { title: 1, lead: 3, body: 5 } as const;
const WEIGHT = { title: 1.3, lead: 1, body: 0.7 } as const;
type Part = keyof typeof WORDS;
/** Length of the vector of all words; what the counts below weigh is measured against it. */
const LENGTH = 4;
/** Counts of triggers and acts weigh less than the words: there are fewer of them, and they say the same thing often. */
const DENSE = 0.4;
const BIAS = 5;

const COUNTS = {
  bias: 20,
  told: 21,
  some: 22,
  head: 23,
  share: 24,
  family: 26,
  density: 27,
  familyHead: 28,
  familyAny: 29,
  actor: 30,
  actorLead: 31,
  familyMany: 33,
};

/** What the whole text is about: words and pairs of words, trigger families, acts and actors by kind. */
export function subjectOf(matter: Matter): FeatureList {
  const list = new FeatureList(4096);
  const counts = new Map<number, number>();
  const end = Math.min(matter.stems.length, matter.titleEnd + MOST_WORDS);
  countWords(matter, { part: 'title', end: matter.titleEnd }, counts);
  addWords(list, counts, 'title');
  countWords(matter, { part: 'lead', end: Math.min(end, matter.leadEnd) }, counts);
  addWords(list, counts, 'lead');
  countWords(matter, { part: 'body', end }, counts);
  addWords(list, counts, 'body');
  scale(list);
  list.addValue(COUNTS.bias, mix(COUNTS.bias, 0, 0, 0), BIAS);
  addFamilies(matter, list);
  addActs(matter, list);
  addActors(matter, list);
  return list;
}

/** Words without the commonest and without names, and neighbouring pairs of them. */
function countWords(matter: Matter, { part, end }: { part: Part; end: number }, counts: Map<number, number>): void {
  const { stems, sentenceOf, view } = matter;
  const { stop } = lexiconOf(view.language);
  const template = WORDS[part];
  counts.clear();
  let before = 0;
  for (let at = 0; at < end; at += 1) {
    const stem = stems[at] ?? 0;
    if (stem === 0 || (sentenceOf[at] ?? -1) < 0) {
      before = 0;
      continue;
    }
    if (stop.has(stem)) continue;
    const one = mix(template, stem, 0, 0);
    counts.set(one, (counts.get(one) ?? 0) + 1);
    if (before !== 0) {
      const two = mix(template + 1, before, stem, 0);
      counts.set(two, (counts.get(two) ?? 0) + 1);
    }
    before = stem;
  }
}

function addWords(list: FeatureList, counts: ReadonlyMap<number, number>, part: Part): void {
  for (const [id, count] of counts) list.addValue(WORDS[part], id, (1 + Math.log(count)) * WEIGHT[part]);
}

function scale({ values, count }: FeatureList): void {
  if (values === null) return;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (values[at] ?? 0) ** 2;
  const factor = sum === 0 ? 0 : LENGTH / Math.sqrt(sum);
  for (let at = 0; at < count; at += 1) values[at] = (values[at] ?? 0) * factor;
}

function addFamilies({ families, stems, titleEnd, leadEnd }: Matter, list: FeatureList): void {
  const most = families.reduce((highest, family) => Math.max(highest, family), 0);
  let words = 1;
  const counts = Array.from({ length: most + 1 }, () => ({ all: 0, lead: 0, title: 0 }));
  for (let at = 0; at < families.length; at += 1) {
    if (stems[at] !== 0) words += 1;
    const count = counts[families[at] ?? 0];
    if (count === undefined || families[at] === 0) continue;
    count.all += 1;
    if (at < leadEnd) count.lead += 1;
    if (at < titleEnd) count.title += 1;
  }
  for (const [family, { all, lead, title }] of counts.entries()) {
    if (family === 0 || all === 0) continue;
    const put = (template: number, value: number, kind = 0): void =>
      list.addValue(template, mix(template, family, kind, 0), value * DENSE);
    put(COUNTS.family, 0.7 * Math.log1p(all));
    put(COUNTS.density, 2 * Math.log1p((200 * all) / words));
    put(COUNTS.familyHead, 0.7 * Math.log1p(lead));
    if (title > 0) put(COUNTS.familyHead, 1, 1);
    put(COUNTS.familyAny, 1);
    if (all > 2) put(COUNTS.familyMany, 1);
  }
}

function addActs({ acts, view, leadEnd, titleEnd }: Matter, list: FeatureList): void {
  const told = new Map<string, { count: number; lead: number; title: number }>();
  for (const { violation, modality, trigger } of acts) {
    const key = modality === 'denied' || modality === 'threatened' ? `${modality} ${violation}` : violation;
    const seen = told.get(key) ?? { count: 0, lead: 0, title: 0 };
    const at = tokenAt(view, trigger.start);
    seen.count += 1;
    if (at < leadEnd) seen.lead += 1;
    if (at < titleEnd) seen.title += 1;
    told.set(key, seen);
  }
  const labels: readonly string[] = VIOLATIONS;
  for (const [key, { count, lead, title }] of told) {
    const [name = '', modal = ''] = key.split(' ').toReversed();
    const label = labels.indexOf(name) + 1;
    const put = (template: number, value: number): void =>
      list.addValue(template, mix(template, label, modal.length, 0), value * DENSE);
    put(COUNTS.told, 0.7 * Math.log1p(count));
    put(COUNTS.some, 1);
    put(COUNTS.share, (2 * count) / acts.length);
    put(COUNTS.head, 0.7 * Math.log1p(lead) + (title > 0 ? 0.5 : 0));
  }
}

/** Nouns that name a type of perpetrator, in the text and in its opening. */
function addActors({ view, leadEnd }: Matter, list: FeatureList): void {
  const nouns = actorNouns(view.language);
  const counts = new Map<number, number>();
  for (let at = 0; at < Math.min(view.tokens.length, MOST_WORDS); at += 1) {
    const type = nouns.get(view.tokens[at]?.lower ?? '');
    if (type === undefined) continue;
    for (const template of at < leadEnd ? [COUNTS.actor, COUNTS.actorLead] : [COUNTS.actor]) {
      const id = mix(template, type, 0, 0);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  for (const [id, count] of counts) list.addValue(COUNTS.actor, id, 0.5 * Math.log1p(count));
}
