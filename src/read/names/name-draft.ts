import type { MentionKind } from '../../domain/vocabulary.ts';
import type { Token, View } from '../passes.ts';

/** A mention before its entity is known: a range of tokens `[first, last)` of the view. */
export interface Draft {
  readonly kind: MentionKind;
  readonly first: number;
  readonly last: number;
  /** The acronym of the body right before it, "(ABC)". */
  readonly acronymOf?: Draft;
  /** The words themselves say what it is: a listed place, a body's head word, a given name, a title before it. */
  readonly sure?: true;
  /** Heads a reader's comment. */
  readonly commenter?: true;
}

/** What the whole text tells of a word: seen in small letters, or with a capital where none was needed. */
export interface Evidence {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlyMap<string, number>;
}

const OPENERS = new Set(['“', '"', '«', '‘', "'", '(', '[', ':', '•', '—', '–', '-', '„', '…']);

/** Whether the word at `at` would have a capital whatever it is: it begins a sentence or a quotation. */
export const isStart = (tokens: readonly Token[], at: number, first: number): boolean =>
  at <= first || OPENERS.has(tokens[at - 1]?.text ?? '');

export function evidenceOf(view: View): Evidence {
  const small = new Set<string>();
  const capital = new Map<string, number>();
  for (const sentence of view.sentences) {
    if (isHeadlineCase(view, sentence)) continue;
    for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
      const token = view.tokens[at];
      if (token === undefined || token.shape === 'mark' || token.shape === 'number') continue;
      if (token.shape === 'lower') small.add(token.lower);
      else if (!isStart(view.tokens, at, sentence.firstToken))
        capital.set(token.lower, (capital.get(token.lower) ?? 0) + 1);
    }
  }
  return { small, capital };
}

const FEWEST = 4;
const SHARE = 0.6;

/** "Court Hears Families of Karsel": capitals that say nothing. A sentence that ends with a full stop is none. */
export function isHeadlineCase(
  view: View,
  range: { readonly firstToken: number; readonly lastToken: number },
): boolean {
  if (view.tokens[range.lastToken - 1]?.text === '.') return false;
  let [words, capitals] = [0, 0];
  for (let at = range.firstToken; at < range.lastToken; at += 1) {
    const token = view.tokens[at];
    if (token === undefined || token.shape === 'mark' || token.shape === 'number' || token.text.startsWith('’'))
      continue;
    words += 1;
    if (token.shape !== 'lower') capitals += 1;
  }
  return words >= FEWEST && capitals >= words * SHARE;
}
