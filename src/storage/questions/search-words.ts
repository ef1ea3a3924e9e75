import type { Span } from '../../domain/span.ts';
import { foldedTokens } from '../../kit/fold.ts';

/** Words that must stand one after the other; a single word is a phrase of one. `prefix`: the last only begins a word. */
export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

const QUERY_UNITS = 1000;
const WORDS_ASKED = 32;
/** Shorter beginnings of words match too much of the index to be walked. */
const PREFIX_MIN = 3;

/** What a person typed, as phrases. Never fails: what cannot be a word is left out. */
export function parseQuery(query: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let asked = 0;
  query
    .slice(0, QUERY_UNITS)
    .split(/["“”„«»]/u)
    .forEach((piece, at) => {
      const quoted = at % 2 === 1;
      for (const part of quoted ? [piece] : piece.split(/\s+/u)) {
        const words = [...indexWords(part)].map((word) => word.folded).slice(0, WORDS_ASKED - asked);
        const last = words.at(-1);
        if (last === undefined) continue;
        asked += words.length;
        phrases.push({ words, prefix: !quoted && part.trimEnd().endsWith('*') && last.length >= PREFIX_MIN });
      }
    });
  return phrases;
}

/** The phrases in FTS5's query language; every word is quoted, so no word is an operator. Null where there is none. */
export function matchExpression(phrases: readonly Phrase[]): string | null {
  if (phrases.length === 0) return null;
  return phrases.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' ');
}

interface IndexWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words as the index sees them: folded tokens, apart at hyphens and apostrophes, so that a part is found too. */
function* indexWords(text: string): Generator<IndexWord> {
  for (const { start, end, folded } of foldedTokens(text)) {
    for (const word of folded.split(/[^a-z0-9\u{80}-\u{10ffff}]+/u)) {
      if (word !== '') yield { start, end, folded: word };
    }
  }
}

/**
 * Where in a text the phrases of a query stand, in order, at most `limit`: the index keeps no places (MECHANICS, Search),
 * so the window of a hit is read again.
 */
export function wordsFound(text: string, query: string, limit = 20): readonly Span[] {
  const phrases = parseQuery(query);
  const words = [...indexWords(text)];
  const spans: Span[] = [];
  for (let at = 0; at < words.length && spans.length < limit; at++) {
    for (const phrase of phrases) {
      const last = phraseEnd(words, at, phrase);
      const start = words[at]?.start;
      if (last === undefined || start === undefined || start < (spans.at(-1)?.end ?? 0)) continue;
      spans.push({ start, end: last.end, text: text.slice(start, last.end) });
      break;
    }
  }
  return spans;
}

function phraseEnd(words: readonly IndexWord[], at: number, phrase: Phrase): IndexWord | undefined {
  const final = phrase.words.length - 1;
  for (const [place, wanted] of phrase.words.entries()) {
    const word = words[at + place]?.folded;
    const fits = phrase.prefix && place === final ? word?.startsWith(wanted) : word === wanted;
    if (fits !== true) return undefined;
  }
  return words[at + final];
}
