import type { Sentence } from '../passes.ts';
import { Kind, type EventWords } from './event-words.ts';

/** A noun phrase without its articles, as token ranges. */
export interface Chunk {
  readonly first: number;
  /** Behind the head noun. */
  readonly last: number;
  /** Behind "of …" after the head; equals `last` where there is none. */
  readonly end: number;
  /** Index into `View.sentences`. */
  readonly sentence: number;
  /** A name that stands before another noun: "Orlan" in "Orlan fighters". */
  readonly modifier: boolean;
  /** The chunk that it stands in; its own bounds where it is no modifier. */
  readonly outerFirst: number;
  readonly outerLast: number;
}

const LONGEST = 14;
const QUOTES = new Set(['"', '“', '”']);

/** The noun phrases of a sentence, and the names inside of them. */
export function chunksOf(event: EventWords, sentence: Sentence, index: number): Chunk[] {
  const plain: [number, number][] = [];
  for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
    if (!isInside(event, sentence, at)) continue;
    let last = at;
    while (last < sentence.lastToken && last < at + LONGEST && isInside(event, sentence, last)) last += 1;
    const end = trimmedEnd(event, at, last);
    if (end > at) plain.push([at, end]);
    at = last - 1;
  }
  return plain.flatMap(([first, last], n) => {
    const end = behindOf(event, last, plain[n + 1], plain[n + 2]);
    const whole = { first, last, end, sentence: index, modifier: false, outerFirst: first, outerLast: last };
    return [whole, ...modifiersOf(event, whole)];
  });
}

const isNominal = (kind: number | undefined): boolean =>
  kind === Kind.noun || kind === Kind.name || kind === Kind.foreign;

function isInside({ kinds, view }: EventWords, sentence: Sentence, at: number): boolean {
  const kind = kinds[at];
  if (isNominal(kind) || kind === Kind.adjective || kind === Kind.number) return true;
  const lower = view.tokens[at]?.lower ?? '';
  if (kind === Kind.particle && lower.endsWith('s')) return at > sentence.firstToken && isNominal(kinds[at - 1]);
  if (kind === Kind.verb) return isOrnament({ kinds, lower }, sentence, at);
  return QUOTES.has(lower);
}

/** "a wounded man", "riot control": a participle between the beginning of a phrase and its noun. */
function isOrnament({ kinds, lower }: { kinds: Uint8Array; lower: string }, sentence: Sentence, at: number): boolean {
  if (!lower.endsWith('ed') && !lower.endsWith('ing') && !lower.endsWith('en')) return false;
  if (at + 1 >= sentence.lastToken || !(isNominal(kinds[at + 1]) || kinds[at + 1] === Kind.adjective)) return false;
  if (at === sentence.firstToken) return true;
  const before = kinds[at - 1] ?? 0;
  return BEFORE_ORNAMENTS.has(before);
}
const BEFORE_ORNAMENTS = new Set<number>([
  Kind.determiner,
  Kind.adjective,
  Kind.number,
  Kind.preposition,
  Kind.mark,
  Kind.conjunction,
]);

function trimmedEnd({ kinds }: EventWords, first: number, last: number): number {
  let end = last;
  while (end > first && !isNominal(kinds[end - 1])) end -= 1;
  return end;
}

const LINKS = new Set(['of', 'from']);

function behindOf(
  { view: { tokens } }: EventWords,
  last: number,
  next: readonly [number, number] | undefined,
  third: readonly [number, number] | undefined,
): number {
  if (next === undefined || !LINKS.has(tokens[last]?.lower ?? '') || next[0] - last > 2) return last;
  const further = third !== undefined && tokens[next[1]]?.lower === 'of' && third[0] - next[1] <= 2;
  return further && third[1] - last <= LONGEST ? third[1] : next[1];
}

/** Names before another noun, and nouns before a word for an attack: "mortar attack", "rebel ambush". */
function modifiersOf({ kinds, triggers }: EventWords, whole: Chunk): Chunk[] {
  const found: Chunk[] = [];
  const beforeTrigger = triggers[whole.last - 1] !== 0;
  for (let at = whole.first; at < whole.last; at += 1) {
    const kind = kinds[at];
    if (kind === Kind.noun && beforeTrigger && at < whole.last - 1)
      found.push({ ...whole, first: at, last: at + 1, end: at + 1, modifier: true });
    if (kind !== Kind.name) continue;
    let last = at;
    while (last < whole.last && kinds[last] === Kind.name) last += 1;
    if (last < whole.last) found.push({ ...whole, first: at, last, end: last, modifier: true });
    at = last - 1;
  }
  return found;
}
