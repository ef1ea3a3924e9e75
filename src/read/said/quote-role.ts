import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { QuoteRole, View } from '../passes.ts';

/** Speech is somebody's words; a term is a name, a title or a word the author keeps at arm's length. */
export interface RoleReading {
  readonly role: QuoteRole;
  readonly why: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const LOOK_BACK = 60;
const LOOK_AHEAD = 80;
const TERM_WORDS = 4;
const ENDS_AS_SPEECH = /[.!?…]$/u;

interface Inner {
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map((word) => word.toLowerCase());

const isReporting = (lexicon: CueLexicon, word: string): boolean => {
  const reading = lexicon.verbs.get(word);
  return reading !== undefined && reading.form !== 'base' && reading.verb.takes.has('quote');
};

function cueBefore(text: string, open: number, lexicon: CueLexicon): boolean {
  const before = text.slice(Math.max(0, open - LOOK_BACK), open).trimEnd();
  if (before.endsWith(':')) return true;
  const last = wordsOf(before).slice(-2);
  return last.some((word, at) => isReporting(lexicon, word) && (at === last.length - 1 || last.at(-1) === 'that'));
}

function cueAfter(text: string, close: number, lexicon: CueLexicon): boolean {
  const clause = text.slice(close, close + LOOK_AHEAD).split(/[.;!?“"«„]/u, 1)[0] ?? '';
  const comma = /[,!?…]$/u.test(text.slice(0, close).slice(-2, -1)) || clause.startsWith(',');
  return (
    comma &&
    wordsOf(clause)
      .slice(0, 5)
      .some((word) => isReporting(lexicon, word))
  );
}

function hasVerb(words: readonly string[], { is }: CueLexicon): boolean {
  return words.some(
    (word) => [is.be, is.have, is.do, is.modal, is.finite].some((forms) => forms.has(word)) || /n['’]t$/u.test(word),
  );
}

/** At most four words, no verb and no cue beside it: a term (SPEC E12). */
export function roleOf(
  view: View,
  inner: Inner,
  marks: { readonly open: number; readonly close: number },
): RoleReading {
  const { text } = view;
  const lexicon = cueLexicon(view.language);
  const words = wordsOf(text.slice(inner.start, inner.end));
  if (/\bso-called\W*$/iu.test(text.slice(Math.max(0, marks.open - 14), marks.open))) {
    return { role: 'term', why: 'quote/so-called' };
  }
  if (words.length > TERM_WORDS) return { role: 'speech', why: 'quote/long' };
  if (cueBefore(text, marks.open, lexicon) || cueAfter(text, marks.close, lexicon)) {
    return { role: 'speech', why: 'quote/cue' };
  }
  const whole =
    ENDS_AS_SPEECH.test(text.slice(inner.start, inner.end)) &&
    /^\p{Lu}/u.test(text.slice(inner.start, inner.start + 2));
  if (words.length > 1 && (whole || hasVerb(words, lexicon))) return { role: 'speech', why: 'quote/clause' };
  return { role: 'term', why: 'quote/short' };
}
