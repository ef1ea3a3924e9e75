import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { Sentence, Token, View } from '../passes.ts';
import { workLexicon } from './work-lexicon.ts';

/** A noun phrase that may name a work: its noun, what it is called by, and how it is determined. */
export interface WorkPhrase {
  readonly start: number;
  readonly end: number;
  /** Token index after it. */
  readonly next: number;
  readonly sentence: Sentence;
  readonly noun: string;
  readonly nounStart: number;
  readonly plural: boolean;
  readonly identifier: string | null;
  readonly determined: 'definite' | 'indefinite' | 'none';
  /** It has words of its own that tell it from others: an owner, an author, a place, a title. */
  readonly told: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'his', 'her', 'their']);
const NUMBER_SIGNS = new Set(['no', 'nr', 'number', '№', '#', 'nos']);
const POST = new Set(['on', 'by', 'of', 'from', 'titled', 'entitled']);
const EMPTY_WORDS = new Set([
  'same',
  'corresponding',
  'said',
  'new',
  'latest',
  'other',
  'above',
  'mentioned',
  'following',
  'whole',
  'full',
  'entire',
]);
const LONGEST_FRONT = 6;
const LONGEST_TAIL = 9;

const isWordToken = (token: Token | undefined): token is Token => token !== undefined && token.shape !== 'mark';
const isClitic = ({ lower }: Token): boolean => lower === '’s' || lower === "'s";

/** All work phrases of a text, in order. */
export function workPhrases(view: View): WorkPhrase[] {
  const { nouns } = workLexicon(view.language);
  const lexicon = cueLexicon(view.language);
  const phrases: WorkPhrase[] = [];
  for (const sentence of view.sentences) {
    for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
      const noun = nouns.get(view.tokens[at]?.lower ?? '');
      if (noun === undefined) continue;
      const phrase = phraseAt(view, sentence, { at, noun }, lexicon);
      if (phrase === null) continue;
      phrases.push(phrase);
      at = Math.max(at, phrase.next - 1);
    }
  }
  return phrases;
}

interface Noun {
  readonly at: number;
  readonly noun: string;
}

function phraseAt({ tokens }: View, sentence: Sentence, { at, noun }: Noun, lexicon: CueLexicon): WorkPhrase | null {
  const front = frontOf(tokens, sentence, at, lexicon);
  const number = identifierAt(tokens, sentence, at + 1);
  const tail = tailEnd(tokens, sentence, number?.next ?? at + 1, lexicon);
  const first = tokens[front];
  const last = tokens[tail - 1];
  const head = tokens[at];
  if (first === undefined || last === undefined || head === undefined) return null;
  const determined = determinerOf(first);
  const owned = tokens.slice(front, at).some(isClitic);
  if (determined === 'none' && number === null && !owned) return null;
  const modifiers = tokens.slice(determined === 'none' ? front : front + 1, at);
  return {
    start: first.start,
    end: last.end,
    next: tail,
    sentence,
    noun,
    nounStart: head.start,
    plural: head.lower !== noun,
    identifier: number?.identifier ?? null,
    determined,
    told: tail > (number?.next ?? at + 1) || modifiers.some((token) => isTelling(token, lexicon)),
  };
}

const isTelling = (token: Token, lexicon: CueLexicon): boolean =>
  isClitic(token) ||
  (token.shape !== 'lower' &&
    token.shape !== 'mark' &&
    !lexicon.is.determiners.has(token.lower) &&
    !EMPTY_WORDS.has(token.lower));

function determinerOf({ lower }: Token): WorkPhrase['determined'] {
  if (DEFINITE.has(lower)) return 'definite';
  return ['a', 'an', 'another', 'one'].includes(lower) ? 'indefinite' : 'none';
}

/** Index of the first token of the phrase: back to its determiner, over an owner in the genitive. */
function frontOf(tokens: readonly Token[], { firstToken }: Sentence, noun: number, { is, verbs }: CueLexicon): number {
  let at = noun;
  while (at > firstToken && noun - at < LONGEST_FRONT) {
    const token = tokens[at - 1];
    if (!isWordToken(token) || token.lower === 'that') break;
    if (is.determiners.has(token.lower)) {
      at -= 1;
      if (!isClitic(tokens[at - 1] ?? token)) break;
      continue;
    }
    const stops = [is.prepositions, is.subordinators, is.conjunctions, is.be, is.have, is.modal, is.do, is.negations];
    const verb = verbs.get(token.lower)?.form;
    if (stops.some((words) => words.has(token.lower)) || is.pronouns.has(token.lower) || is.adverbs.has(token.lower))
      break;
    if (verb === 'past' || verb === 'third' || (token.shape === 'lower' && /(?:ed|ing)$/u.test(token.lower))) break;
    at -= 1;
  }
  return at;
}

/** `No. 2207` · `12/3` · `A/HRC/34/12` */
function identifierAt(tokens: readonly Token[], { lastToken }: Sentence, from: number) {
  let at = from;
  if (NUMBER_SIGNS.has(tokens[at]?.lower ?? '')) at += tokens[at + 1]?.text === '.' ? 2 : 1;
  const first = tokens[at];
  if (first === undefined || at >= lastToken || !/\p{Nd}/u.test(first.text) || (at === from && isYear(first)))
    return null;
  let next = at + 1;
  while (
    next < lastToken &&
    tokens[next]?.start === tokens[next - 1]?.end &&
    /^[\p{L}\p{Nd}/-]+$/u.test(tokens[next]?.text ?? '')
  )
    next += 1;
  const parts = tokens.slice(at, next).map(({ text }) => text);
  return { identifier: parts.join(''), next };
}

const isYear = ({ text }: Token): boolean => /^(?:19|20)\d\d$/u.test(text);

const isProper = (token: Token | undefined): boolean =>
  token !== undefined && ['title', 'upper', 'mixed'].includes(token.shape);

/** Institute of Mass Information, Ministry for the Army. */
const joins = (tokens: readonly Token[], at: number): boolean =>
  ['of', 'for', 'and'].includes(tokens[at]?.lower ?? '') && isProper(tokens[at - 1]) && isProper(tokens[at + 1]);

/** A tail that tells whose or where it is: on YouTube, by the Assembly, on its website. */
function tailEnd(tokens: readonly Token[], { lastToken }: Sentence, from: number, { is }: CueLexicon): number {
  if (!POST.has(tokens[from]?.lower ?? '')) return from;
  let at = from + 1;
  if (is.determiners.has(tokens[at]?.lower ?? '')) at += 1;
  const own = at;
  while (at < Math.min(lastToken, from + LONGEST_TAIL)) {
    const token = tokens[at];
    if (token === undefined || !(isProper(token) || isClitic(token) || joins(tokens, at))) break;
    if (is.months.has(token.lower) || is.times.has(token.lower)) break;
    at += 1;
  }
  if (['website', 'site', 'channel', 'page', 'internet'].includes(tokens[at]?.lower ?? '')) at += 1;
  return at > own ? at : from;
}
