import type { Mention, ReadStatement } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Names, Said, Sentence, View } from '../passes.ts';
import type { PositionWords, Sign, Stance } from './position-words.ts';

/** Tokens `[first, last)`. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Words that say a stance, whose it is, and what it is about. */
export interface Found {
  readonly voice: Span;
  /** Whom the voice stands for, where a statement says so. */
  readonly name: string | null;
  readonly stance: Stance;
  readonly weak: boolean;
  readonly question: Range;
  /** The words that say so, question included. */
  readonly evidence: Range;
}

interface Scene {
  readonly view: View;
  readonly words: PositionWords;
  /** The innermost statement whose words a token belongs to; null for the text's own words. */
  readonly around: ReadonlyMap<number, ReadStatement>;
  /** Token index of every statement's cue. */
  readonly cues: ReadonlyMap<number, ReadStatement>;
  /** Persons, bodies and groups by the token after them. */
  readonly ending: ReadonlyMap<number, Mention>;
}

const LONGEST_QUESTION = 9;
const LONGEST_BACK = 8;
const NEGATED_WITHIN = 6;

/** Every stance that the words of a voice say, in order. */
export function stancesOf(view: View, names: Names, said: Said, words: PositionWords): Found[] {
  const scene = sceneOf(view, names, said, words);
  return view.sentences.flatMap((sentence) => stancesIn(scene, sentence));
}

function sceneOf(view: View, names: Names, said: Said, words: PositionWords): Scene {
  const around = new Map<number, ReadStatement>();
  const cues = new Map<number, ReadStatement>();
  const length = ({ content }: ReadStatement): number => content.reduce((sum, part) => sum + part.end - part.start, 0);
  for (const statement of said.statements.toSorted((a, b) => length(b) - length(a))) {
    if (statement.cue !== null) cues.set(tokenFrom(view, statement.cue.start), statement);
    if (length(statement) > LONGEST_CONTENT) continue;
    for (const part of statement.content) {
      const last = tokenFrom(view, part.end);
      for (let at = tokenFrom(view, part.start); at < last; at += 1) around.set(at, statement);
    }
  }
  const named = names.mentions.filter(({ kind }) => kind === 'person' || kind === 'organization' || kind === 'group');
  const ending = new Map(named.map((mention) => [tokenFrom(view, mention.span.end), mention]));
  return { view, words, around, cues, ending };
}

/** Longer content is no statement to read a stance from; it also bounds the time on hostile text. */
const LONGEST_CONTENT = 4000;

/** Index of the first token at or after a place. */
function tokenFrom({ tokens }: View, place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stancesIn(scene: Scene, sentence: Sentence): Found[] {
  const { view } = scene;
  const found: Found[] = [];
  if (view.tokens[sentence.lastToken - 1]?.text === '?') return found;
  for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
    const stance = stanceAt(scene, at, sentence);
    if (stance === null) continue;
    found.push(stance);
    at = Math.max(at, Math.min(stance.evidence.last, sentence.lastToken) - 1);
  }
  return found;
}

function stanceAt(scene: Scene, at: number, sentence: Sentence): Found | null {
  const { tokens } = scene.view;
  const frame = scene.words.frames.at(tokens, at);
  const verb = frame === undefined ? scene.words.verbs.get(tokens[at]?.lower ?? '') : undefined;
  if (verb !== undefined) return verbAt(scene, { at, length: 1, sign: verb }, sentence);
  if (frame === undefined) return null;
  const { length, value: sign } = frame;
  return sign.place === 'verb'
    ? verbAt(scene, { at, length, sign }, sentence)
    : frameAt(scene, { at, length, sign }, sentence);
}

/** Words that say a stance, from token `at` on. */
interface Hit {
  readonly at: number;
  readonly length: number;
  readonly sign: Sign;
}

/** X rejects C · X does not support C · “we support C” */
function verbAt(scene: Scene, { at, length, sign }: Hit, sentence: Sentence): Found | null {
  const { view, words } = scene;
  const cue = scene.cues.get(at);
  let before = at;
  let negated = false;
  let passive = false;
  const lower = (token: number): string | undefined => view.tokens[token]?.lower;
  while (before > sentence.firstToken && before > at - 4) {
    const word = lower(before - 1);
    if (words.isIn('negations', word)) negated = true;
    else if (words.isIn('be', word)) passive = length === 1 && !isOngoing(scene, at);
    else if (!words.isIn('auxiliaries', word) && !words.isIn('adverbs', word)) break;
    before -= 1;
  }
  const stance = negated ? flipped(sign.stance) : sign.stance;
  const question = questionAfter(scene, at + length, sentence.lastToken);
  const own = words.isIn('own', lower(before - 1)) ? scene.around.get(at) : undefined;
  const voice = (negated ? null : cue?.source) ?? own?.source ?? scene.ending.get(before)?.span ?? null;
  if (passive || stance === null || question === null || voice === null || isAsked(scene, before, sentence))
    return null;
  const name = cue?.sourceName ?? (own?.source === voice ? own.sourceName : null);
  return { voice, name, stance, weak: sign.weak, question, evidence: { first: before, last: question.last } };
}

const isOngoing = ({ view, words }: Scene, at: number): boolean =>
  words.isIn('ongoing', view.tokens[at]?.lower.slice(-3));

/** Within a voice's words: "it is too early to say whether C", "C is impossible". */
function frameAt(scene: Scene, { at, length, sign }: Hit, sentence: Sentence): Found | null {
  const { view, words, around } = scene;
  const statement = around.get(at);
  const voice = statement?.source ?? null;
  const end = at + length;
  if (voice === null || words.isIn('blocked-by', view.tokens[end]?.lower) || isAsked(scene, at, sentence)) return null;
  const { place, stance, weak } = sign;
  let [first, last] = [at, end];
  while (first > sentence.firstToken && around.get(first - 1) === statement) first -= 1;
  while (last < sentence.lastToken && around.get(last) === statement) last += 1;
  const question = place === 'question after' ? questionAfter(scene, end, last) : questionBefore(scene, at, first);
  const said = isNegated(scene, at, sentence) ? flipped(stance) : stance;
  if (question === null || said === null) return null;
  const evidence = { first: Math.min(at, question.first), last: Math.max(end, question.last) };
  return { voice, name: statement?.sourceName ?? null, stance: said, weak, question, evidence };
}

/** Who does not support is against; who does not reject has said nothing. */
const flipped = (stance: Stance): Stance | null => {
  if (stance === 'against') return null;
  return stance === 'for' ? 'against' : 'unsure';
};

/** "whether it is possible", "if they can": asked or supposed, not said. */
function isAsked({ view, words }: Scene, at: number, { firstToken }: Sentence): boolean {
  for (let back = at - 1; back >= Math.max(firstToken, at - 4); back -= 1) {
    const lower = view.tokens[back]?.lower;
    if (words.isIn('askers', lower)) return true;
    if (words.isIn('stops', lower)) return false;
  }
  return false;
}

/** "I do not think that it is possible" */
function isNegated({ view, words }: Scene, at: number, { firstToken }: Sentence): boolean {
  for (let back = at - 1; back >= Math.max(firstToken, at - NEGATED_WITHIN); back -= 1) {
    const lower = view.tokens[back]?.lower;
    if (words.isIn('negations', lower)) return true;
    if (words.isIn('stops', lower)) return false;
  }
  return false;
}

/** What a stance is about: the words after it up to the end of their phrase, without what only leads to them. */
function questionAfter({ view, words }: Scene, from: number, end: number): Range | null {
  let first = from;
  while (first < end && words.isIn('leads', view.tokens[first]?.lower)) first += 1;
  let last = first;
  while (last < Math.min(end, first + LONGEST_QUESTION) && !words.isIn('stops', view.tokens[last]?.lower)) last += 1;
  return meant({ view, words }, { first, last });
}

function questionBefore({ view, words }: Scene, end: number, start: number): Range | null {
  let first = end;
  const bounds = (lower: string | undefined): boolean => words.isIn('stops', lower) || words.isIn('opens', lower);
  while (first > Math.max(start, end - LONGEST_BACK) && !bounds(view.tokens[first - 1]?.lower)) first -= 1;
  while (first < end && words.isIn('leads', view.tokens[first]?.lower)) first += 1;
  return meant({ view, words }, { first, last: end });
}

/** Without empty words at its end; null where only empty ones are left. */
function meant({ view, words }: Pick<Scene, 'view' | 'words'>, { first, last }: Range): Range | null {
  let to = last;
  while (to > first && words.isIn('empty', view.tokens[to - 1]?.lower)) to -= 1;
  return to > first && !words.isIn('no-question', view.tokens[first]?.lower) ? { first, last: to } : null;
}
