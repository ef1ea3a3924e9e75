// Universal Dependencies as the reader cuts them: documents as running text, gold words laid over our own tokens.
import { wordsOf } from '../../dist/read/model/words.js';
import { LONGEST } from '../../dist/read/syntax/frame.js';
import { fineTagOf, relationOf } from '../../dist/read/syntax/tagset.js';
import { tokensOf } from '../../dist/read/text/tokens.js';
import { gunzipped } from './data.mjs';

/**
 * The documents of a CoNLL-U file as running text: words are followed by a space unless the file says not, paragraphs by
 * an empty line. Gives `{ text, sentences: [{ start, end, words: [{ start, end, upos, penn, head, relation }] }] }`,
 * `head` being an index into the sentence's words, -1 for the root.
 */
export function treebank(folder, name) {
  const documents = [];
  for (const block of gunzipped(folder, 'ud', `${name}.conllu.gz`).split('\n\n')) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    if (documents.length === 0 || lines.some((line) => line.startsWith('# newdoc')))
      documents.push({ text: '', sentences: [] });
    const document = documents.at(-1);
    if (document.text !== '' && lines.some((line) => line.startsWith('# newpar')))
      document.text = `${document.text.trimEnd()}\n\n`;
    addSentence(document, lines);
  }
  return documents;
}

function addSentence(document, lines) {
  const words = [];
  let joined = { last: 0, start: 0, end: 0 };
  for (const line of lines) {
    if (!/^\d+(?:-\d+)?\t/.test(line)) continue;
    const [number, form, , upos, penn, , head, relation, , notes] = line.split('\t');
    const last = Number(number.split('-')[1] ?? number);
    const inside = last <= joined.last;
    const start = inside ? joined.start : document.text.length;
    if (inside) joined.start += form.length;
    else {
      if (number.includes('-')) joined = { last, start, end: start + form.length };
      document.text += form + (/(?:^|\|)SpaceAfter=No/.test(notes) ? '' : ' ');
    }
    if (!number.includes('-'))
      words.push({ start, end: start + form.length, upos, penn, head: Number(head) - 1, relation });
  }
  const end = Math.max(words.at(-1).end, joined.last === words.length ? joined.end : 0);
  document.sentences.push({ start: words[0].start, end, words });
}

/**
 * A sentence over our own tokens: `{ tokens, words, heads, relations, exact }`. `words[i]` is the treebank word that
 * stands for token i (the one whose head lies outside of it), `heads` are token indexes, -1 the root; `exact[i]` tells
 * whether the two have the same ends. A word cut into several tokens stands in the first; the others hang from it.
 */
function overTokens(text, { start, end, words }) {
  const tokens = tokensOf(text, start, end);
  const tokenOf = words.map((word) => tokens.findLastIndex((token) => token.start <= Math.max(word.start, start)));
  const inside = tokens.map(() => []);
  for (const [at, token] of tokenOf.entries()) inside[Math.max(0, token)].push(at);
  const chosen = inside.map(
    (list, token) => list.find((at) => words[at].head < 0 || tokenOf[words[at].head] !== token) ?? list[0],
  );
  const gold = { tokens, words: [], heads: [], relations: [], exact: [] };
  let last = 0;
  for (const [token, at] of chosen.entries()) {
    const rest = at === undefined;
    if (!rest) last = token;
    const word = words[chosen[last]] ?? words[0];
    const mark = rest && tokens[token].shape === 'mark';
    const head = word.head < 0 ? -1 : tokenOf[word.head];
    gold.words.push(mark ? { ...word, upos: word.upos === 'SYM' ? 'SYM' : 'PUNCT', penn: '.' } : word);
    gold.heads.push(rest ? last : head);
    const loose = mark ? 'punct' : 'goeswith';
    gold.relations.push(rest ? loose : word.relation);
    gold.exact.push(!rest && word.start === tokens[token].start && word.end === tokens[token].end);
  }
  return gold;
}

/** The sentences of documents as the trainers take them; those that are empty or longer than a frame are left out. */
export const goldSentences = (documents) =>
  documents
    .flatMap(({ text, sentences }) => sentences.map((sentence) => overTokens(text, sentence)))
    .filter(({ tokens }) => tokens.length > 0 && tokens.length <= LONGEST)
    .map(({ tokens, words, heads, relations, exact }) => ({
      tokens,
      words: wordsOf(tokens),
      gold: {
        tags: Uint8Array.from(words, ({ upos, penn }) => fineTagOf(upos, penn)),
        heads: Int32Array.from(heads),
        relations: Uint8Array.from(relations, relationOf),
        exact,
      },
    }));
