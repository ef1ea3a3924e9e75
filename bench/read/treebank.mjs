import { join } from 'node:path';
import { treebank } from '../../train/kit/treebank.mjs';
import { ROOT } from '../measure/machine.mjs';
import { scoreAttachment, scoreSentences, scoreTags } from '../score/treebank.mjs';

export const BANKS = [
  { key: 'ewt', name: 'en_ewt-dev' },
  { key: 'gum', name: 'en_gum-dev' },
];

/** The documents of a bank under the data folder: `{ id, text, sentences: [{ start, end, words }] }`, a word as in score/treebank.mjs. */
export const bankOf = ({ name }, data) =>
  treebank(data, name).map(({ text, sentences }, at) => ({
    id: String(at),
    text,
    sentences: sentences.map(({ words, ...sentence }) => ({
      ...sentence,
      words: words.map(({ start, end, upos, head, relation }) => ({
        start,
        end,
        tag: upos,
        relation,
        head: head < 0 ? null : words[head],
      })),
    })),
  }));

/** Each sentence as a document of its own, for a finder that takes only texts. */
const sentencesAlone = (documents) =>
  documents.flatMap(({ id, text, sentences }) =>
    sentences.map(({ start, end, words }, at) => ({
      id: `${id} ${at}`,
      text: text.slice(start, end),
      sentences: [
        { words: words.map((word) => ({ start: word.start - start, end: word.end - start, tag: word.tag })) },
      ],
    })),
  );

/** Figures of a finder on a bank: `find` takes texts, `tagGold` documents with their gold sentences; `{ id, sentences, words }`. */
export async function bankFigures(documents, { find, tagGold }) {
  const found = await find(documents);
  const gold = tagGold ? documents : sentencesAlone(documents);
  const tagged = await (tagGold ?? find)(gold);
  const { aligned, all } = scoreTags(gold, tagged);
  const figures = { sentences: scoreSentences(documents, found).f1, tags: aligned, tagsAll: all };
  const attachment = tagGold ? { attachment: scoreAttachment(gold, tagged) } : {};
  return { ...figures, tagsEndToEnd: scoreTags(documents, found).all, ...attachment };
}

/** The reader's inner view, which its output does not show. */
export async function innerView() {
  const [{ viewOf }, { syntaxOf }, { UPOS, RELATIONS }] = await Promise.all(
    ['text/view.js', 'syntax/syntax.js', 'syntax/tagset.js'].map((file) => import(join(ROOT, 'dist', 'read', file))),
  );
  const tagged = (view) => {
    const { tags, heads, relations } = syntaxOf(view);
    return view.tokens.map(({ start, end }, at) => ({
      start,
      end,
      tag: UPOS[tags[at]],
      relation: RELATIONS[relations[at]],
      head: view.tokens[heads[at]] ?? null,
    }));
  };
  const find = ({ id, text }) => {
    const view = viewOf(text);
    const sentences = view.sentences.map(({ start, lastToken }) => ({ start, end: view.tokens[lastToken - 1].end }));
    return { id, sentences, words: tagged(view) };
  };
  const tagGold = ({ id, text, sentences }) => {
    const view = viewOf(text);
    const from = (place) => view.tokens.filter(({ start }) => start < place).length;
    const gold = sentences.map(({ start, end }) => ({
      start,
      end,
      block: 0,
      firstToken: from(start),
      lastToken: from(end),
    }));
    return { id, words: tagged({ ...view, language: 'en', sentences: gold }) };
  };
  return { find: (documents) => documents.map(find), tagGold: (documents) => documents.map(tagGold) };
}
