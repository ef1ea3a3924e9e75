import {
  BODY_HEADS,
  BODY_INNER,
  hasFamilyEnding,
  isCapital,
  isCommonStart,
  isDateWord,
  isInitial,
  KNOWN_BODIES,
  PARTICLES,
  PLACES,
  RANKS_AND_TITLES,
  ROLES,
  UNITS,
} from './name-words.ts';
import { isGivenName } from './given-names.ts';
import type { Token } from '../passes.ts';
import { phraseAt } from './name-phrases.ts';

/** A stretch of tokens `[first, last)`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const LONGEST_RUN = 12;
const ARTICLE_JOINED = /^(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l)[-’']\p{Lu}/u;

const inName = (token: Token | undefined): boolean =>
  isCapital(token) || (token !== undefined && ARTICLE_JOINED.test(token.text));

/** Where the capitalised words that begin at `at` end: with initials (D. Vorek) and particles (de, bin) between
 * them. A word that was glued to the one before is no part of the name. */
export function runEnd(tokens: readonly Token[], at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < LONGEST_RUN) {
    const [token, next, after] = [tokens[end], tokens[end + 1], tokens[end + 2]];
    if (
      end > at &&
      token?.start === tokens[end - 1]?.end &&
      token?.shape !== 'mark' &&
      tokens[end - 1]?.shape !== 'mark'
    )
      break;
    if (isInitial(token) && next?.text === '.' && end + 2 < limit && isCapital(after) && next.start === token?.end)
      end += 2;
    else if (inName(token)) end += 1;
    else if (end > at && token !== undefined && PARTICLES.has(token.lower) && end + 1 < limit && isCapital(next))
      end += 1;
    else break;
  }
  return end;
}

const isPossessive = (tokens: readonly Token[], at: number): boolean => {
  const text = tokens[at]?.text;
  return (
    text === '’s' || text === "'s" || ((text === '’' || text === "'") && tokens[at - 1]?.lower.endsWith('s') === true)
  );
};

const lastHead = (tokens: readonly Token[], { first, last }: Stretch): number => {
  for (let at = last - 1; at >= first; at -= 1) {
    if (isCapital(tokens[at]) && BODY_HEADS.has(tokens[at]?.lower ?? '')) return at;
  }
  return -1;
};

/**
 * A body whose name has a head word: "Military Prosecutor’s Office of Ardovia", "Centre for Law and Memory", "Strait Herald".
 * `run` is the run of capitalised words that begins it.
 */
export function bodyAt(tokens: readonly Token[], run: Stretch, limit: number): Stretch | undefined {
  const known = phraseAt(KNOWN_BODIES, tokens, run.first);
  const possessed = possessedHead(tokens, run, limit);
  const own = lastHead(tokens, run);
  const alone = endsName(tokens, own + 1, run.last) ? own : -1;
  const head = possessed >= 0 ? possessed : alone;
  if (known > 0 && head < run.first + known) return { first: run.first, last: run.first + known };
  if (head < 0) return undefined;
  const last = complementEnd(tokens, head, limit);
  const numbered = UNITS.has(tokens[head]?.lower ?? '') && isUnitNumber(tokens[run.first - 1]);
  const first = numbered ? run.first - 1 : nameStart(tokens, run.first, head);
  return last - first > 1 ? { first, last } : undefined;
}

/** A head ends its name, or a person follows it: "Strait Party Mira Orlan", but not "World Press Day". */
const endsName = (tokens: readonly Token[], next: number, last: number): boolean =>
  next >= last ||
  isGivenName(tokens[next]?.lower ?? '') ||
  isInitial(tokens[next]) ||
  phraseAt(RANKS_AND_TITLES, tokens, next) > 0 ||
  ROLES.has(tokens[next]?.lower ?? '') ||
  (last - next > 1 && hasFamilyEnding(tokens[last - 1]?.lower ?? ''));

const isUnitNumber = (token: Token | undefined): boolean =>
  token !== undefined && /^\d{1,4}(?:st|nd|rd|th)?$/.test(token.lower);

/** The head after a possessive: the Office of "Prosecutor’s Office". A country’s office is a place and a body, not one name. */
function possessedHead(tokens: readonly Token[], run: Stretch, limit: number): number {
  if (!isPossessive(tokens, run.last) || run.last + 1 >= limit) return -1;
  const place = phraseAt(PLACES, tokens, run.first);
  if (place === run.last - run.first || isGivenName(tokens[run.first]?.lower ?? '')) return -1;
  const next = { first: run.last + 1, last: runEnd(tokens, run.last + 1, limit) };
  return phraseAt(KNOWN_BODIES, tokens, next.first) > 0 ? -1 : lastHead(tokens, next);
}

/** A body's name begins where the run does, but for a word that has its capital from the sentence. */
function nameStart(tokens: readonly Token[], first: number, head: number): number {
  return first < head && isCommonStart(tokens[first]?.lower ?? '') ? first + 1 : first;
}

const ON_SUBJECT = new Set(['committee', 'commission', 'council', 'mission', 'inquiry', 'centre', 'center']);

/** Whether a small word may join the name to what follows: "on" only where a body is set up on something. */
function links(word: string, head: string, n: number): boolean {
  if (word === 'and') return n > 0;
  return BODY_INNER.has(word) && (word !== 'on' || ON_SUBJECT.has(head));
}

const MOST_COMPLEMENTS = 3;

/** "of the Interior", "for Law and Memory": what follows the head and belongs to the name. */
function complementEnd(tokens: readonly Token[], head: number, limit: number): number {
  let end = head + 1;
  for (let n = 0; n < MOST_COMPLEMENTS; n += 1) {
    const link = tokens[end]?.lower ?? '';
    if (!links(link, tokens[head]?.lower ?? '', n)) return end;
    const from = tokens[end + 1]?.lower === 'the' ? end + 2 : end + 1;
    if (
      from >= limit ||
      !isCapital(tokens[from]) ||
      isDateWord(tokens[from]?.lower ?? '') ||
      (link === 'and' && isOtherName(tokens, from))
    )
      return end;
    const place = phraseAt(PLACES, tokens, from);
    end = place > 0 ? from + place : runEnd(tokens, from, limit);
  }
  return end;
}

/** After "and" begins another name, not the rest of this one. */
const isOtherName = (tokens: readonly Token[], at: number): boolean =>
  isGivenName(tokens[at]?.lower ?? '') ||
  phraseAt(KNOWN_BODIES, tokens, at) > 0 ||
  phraseAt(PLACES, tokens, at) > 0 ||
  BODY_HEADS.has(tokens[at]?.lower ?? '');
