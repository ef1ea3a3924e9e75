import type { Sentence } from '../passes.ts';
import { isCapital, isGiven, isInitial, isPatronymic, type Scene } from './scene.ts';

const LONGEST_LEAD = 3;
const LONGEST_TAIL = 9;
const LONGEST_QUOTE = 6;

/** Token index after the body that begins at `at`; null where none begins: «Верховный суд Ардовии», «газета «Пролив»». */
export function bodyAt(scene: Scene, at: number, sentence: Sentence): number | null {
  const head = headFrom(scene, at, sentence);
  if (head === null) return null;
  const { view, keys, words } = scene;
  const last = tailEnd(scene, head, sentence);
  const weak = words.keyed('bodies', 'weak-heads').has(keys[head] ?? '');
  const capital = isCapital(view.tokens[at]) && at > sentence.firstToken;
  return weak && last === head + 1 && !capital ? null : last;
}

/** The head noun, after the adjectives that belong to its name. */
function headFrom({ view, keys, words }: Scene, at: number, { lastToken }: Sentence): number | null {
  const heads = words.keyed('bodies', 'heads');
  if (heads.has(keys[at] ?? '') && view.tokens[at]?.shape !== 'number') return at;
  if (!isCapital(view.tokens[at]) && view.tokens[at]?.shape !== 'mixed') return null;
  if (words.keyed('cues', 'documents').has(keys[at] ?? '')) return null;
  for (let head = at + 1; head <= Math.min(at + LONGEST_LEAD, lastToken - 1); head += 1) {
    const before = view.tokens[head - 1];
    const numbered = before?.shape === 'mixed' && /^\d/u.test(before.text);
    if (!numbered && !words.isAdjective(before?.lower ?? '')) return null;
    if (words.written('sentences', 'starters').has(before?.lower ?? '')) return null;
    if (heads.has(keys[head] ?? '')) return head;
  }
  return null;
}

/** What a body is called by after its noun: of what it is, one name in the genitive, a name in quote marks. */
function tailEnd(scene: Scene, head: number, { lastToken }: Sentence): number {
  const { view, keys, words } = scene;
  const inner = words.written('bodies', 'inner');
  const links = words.written('bodies', 'links');
  let named = false;
  let at = head + 1;
  for (; at < Math.min(lastToken, head + LONGEST_TAIL); at += 1) {
    const token = view.tokens[at];
    if (token === undefined) break;
    if (token.text === '«' || token.text === '„' || token.text === '“') {
      const close = quotedEnd(scene, head, at, lastToken);
      at = close ?? at;
      break;
    }
    if (isCapital(token) && !isPersonWord(scene, at) && !inner.has(token.lower)) {
      if (named || isFullName(scene, at)) break;
      named = !words.isAdjective(token.lower);
    } else if (!inner.has(token.lower) || (named && links.has(token.lower))) break;
  }
  while (at > head + 1 && links.has(view.tokens[at - 1]?.lower ?? '')) at -= 1;
  return isPatronymic(words, keys[at] ?? '') && at > head + 1 ? at - 1 : at;
}

/** Two capitals and no third: a person's name after the body, «секретарь трибунала | Лука Дим». */
const isFullName = ({ view, words }: Scene, at: number): boolean => {
  const [first, second, third] = [view.tokens[at], view.tokens[at + 1], view.tokens[at + 2]];
  const plain = [first, second].every((token) => token?.shape === 'title' && !words.isAdjective(token.lower));
  return plain && !isCapital(third);
};

const isPersonWord = ({ view, keys, words }: Scene, at: number): boolean =>
  isGiven(words, keys[at] ?? '') || isInitial(view, at);

function quotedEnd({ view, keys, words }: Scene, head: number, open: number, end: number): number | null {
  if (!words.keyed('bodies', 'quoted-heads').has(keys[head] ?? '')) return null;
  for (let at = open + 1; at <= Math.min(open + LONGEST_QUOTE, end - 1); at += 1)
    if (view.tokens[at]?.text === '»' || view.tokens[at]?.text === '“' || view.tokens[at]?.text === '”') return at + 1;
  return null;
}
