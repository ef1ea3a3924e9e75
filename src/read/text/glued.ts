import { CharClass, classAt } from './char-class.ts';
import type { Token } from '../passes.ts';
import { tokenAt } from './tokens.ts';

/**
 * A name that lost its space: `OrlanAssessing`. A word is split between a small and a capital letter only where its left
 * part is a known name: a name that stands alone elsewhere, or the family name after a given one. `YouTube` is left whole.
 */
export function unglued(text: string, tokens: readonly Token[], isGiven: (lower: string) => boolean): readonly Token[] {
  const suspects = tokens.filter((token) => token.shape === 'mixed' && seamOf(token) > 0);
  if (suspects.length === 0) return tokens;
  const alone = countsOf(tokens);
  return tokens.flatMap((token, at) => {
    const seam = token.shape === 'mixed' ? seamOf(token) : 0;
    if (seam === 0 || (alone.get(token.text) ?? 0) > 1) return [token];
    const left = token.text.slice(0, seam);
    const known = (alone.get(left) ?? 0) > 0 || isGiven(left.toLowerCase()) || isGiven(tokens[at - 1]?.lower ?? '');
    const cut = token.start + seam;
    return known ? [tokenAt(text, token.start, cut), tokenAt(text, cut, token.end)] : [token];
  });
}

const LONGEST = 60;
const SHORTEST_PART = 4;

/** Where the one small-to-capital seam of a word is; 0 when it has none, more than one, or a part too short to be a name. */
function seamOf(token: Token): number {
  if (token.text.length > LONGEST || classAt(token.text, 0) !== CharClass.upper) return 0;
  let seam = 0;
  for (let at = 1; at < token.text.length; at += 1) {
    if (classAt(token.text, at) !== CharClass.upper) continue;
    if (seam > 0 || classAt(token.text, at - 1) !== CharClass.lower) return 0;
    seam = at;
  }
  return seam >= SHORTEST_PART && token.text.length - seam >= SHORTEST_PART - 1 ? seam : 0;
}

function countsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.shape === 'title' || token.shape === 'mixed') counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
  }
  return counts;
}
