import type { Position } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import { headMention } from '../names/voice.ts';
import type { Names, Said, View } from '../passes.ts';
import { positionWords, type PositionWords } from './position-words.ts';
import { stancesOf, type Found } from './stance-scan.ts';

/**
 * Pass 9: who is for, against or unsure on which question (SPEC E35). A stance is what the words of a voice say, never what may
 * be concluded from them; what several voices speak of is one question, under its shortest words.
 */
export function positions(view: View, names: Names, said: Said): readonly Position[] {
  const words = positionWords(view.language === 'und' ? 'en' : view.language);
  if (words === null) return [];
  const voiced = stancesOf(view, names, said, words).map((found) => ({
    ...found,
    who: whoIs(names, found),
    keys: keysOf(view, words, found),
  }));
  const groups = grouped(voiced.filter(({ keys, weak }) => keys.size > (weak ? 1 : 0)));
  return groups.flatMap((group) => positionsOn(view, group));
}

/** The entity of a voice; for a pronoun that of the name it stands for. */
function whoIs(names: Names, { voice, name }: Found): string {
  const entity = headMention(voice, names)?.entity ?? names.entities.find((known) => known.name === name)?.id;
  return entity ?? (name ?? voice.text).toLowerCase();
}

interface Voiced extends Found {
  /** The entity of the voice, else its words. */
  readonly who: string;
  readonly keys: ReadonlySet<string>;
}

function keysOf({ tokens }: View, { isIn, keyOf }: PositionWords, { question }: Found): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { lower, shape } of tokens.slice(question.first, question.last))
    if (shape !== 'mark' && !isIn('empty', lower)) keys.add(keyOf(lower));
  return keys;
}

interface Group {
  readonly members: Voiced[];
}

/** So many of the words of the longer question must be those of the other. */
const SHARED = 2 / 3;
/** Questions compared with one stance: the last ones, so that time stays linear. */
const MOST_GROUPS = 60;

function grouped(voiced: readonly Voiced[]): Group[] {
  const groups: Group[] = [];
  for (const found of voiced) {
    const same = groups.slice(-MOST_GROUPS).find(({ members }) => members.some(({ keys }) => isSame(keys, found.keys)));
    if (same === undefined) groups.push({ members: [found] });
    else if (same.members.length < MOST_GROUPS) same.members.push(found);
  }
  return groups;
}

/** One word in common is enough only where both questions have no more. */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  return shared > 0 && shared >= Math.max(a.size, b.size) * SHARED;
}

/** The positions on one question, one a voice and stance; weak signs count where two voices speak of it. */
function positionsOn(view: View, { members }: Group): Position[] {
  const voices = new Set(members.map(({ who }) => who));
  const counted = voices.size > 1 ? members : members.filter(({ weak }) => !weak);
  const question = shortestOf(view, counted);
  const found = new Map<
    string,
    { readonly voice: Span; readonly stance: Position['stance']; readonly evidence: Span[] }
  >();
  for (const { who, voice, stance, evidence } of counted) {
    const key = `${stance} ${who}`;
    const words = rangeSpan(view, evidence);
    const known = found.get(key);
    if (known === undefined) found.set(key, { voice, stance, evidence: [words] });
    else known.evidence.push(words);
  }
  return [...found.values()].map(({ voice, stance, evidence }) => ({ question, voice, stance, evidence }));
}

const rangeSpan = ({ text, tokens }: View, { first, last }: { readonly first: number; readonly last: number }): Span =>
  spanAt(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);

const shortestOf = (view: View, members: readonly Voiced[]): string =>
  members
    .map(({ question }) => rangeSpan(view, question).text.replace(/\s+/g, ' '))
    .reduce((best, next) => (best === '' || next.length < best.length ? next : best), '');
