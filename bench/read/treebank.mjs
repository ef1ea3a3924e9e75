import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../measure/machine.mjs';
import { scoreSentences, scoreTags } from '../score/treebank.mjs';

export const BANKS = [
  { key: 'ewt', file: 'ud/en_ewt-dev.conllu.gz' },
  { key: 'gum', file: 'ud/en_gum-dev.conllu.gz' },
];

/**
 * The documents of a CoNLL-U file as running text: words are followed by a space unless the file says not, paragraphs by an
 * empty line. Gives `{ id, text, sentences: [{ start, end, words: [{ start, end, tag }] }] }`.
 */
export function documentsOf(conllu) {
  const documents = [];
  for (const block of conllu.split('\n\n')) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    const id = lines.map((line) => /^# newdoc id = (.*)$/.exec(line)?.[1]).find((name) => name !== undefined);
    if (id !== undefined || documents.length === 0) documents.push({ id: id ?? 'all', text: '', sentences: [] });
    const document = documents.at(-1);
    if (document.text !== '' && lines.some((line) => line.startsWith('# newpar')))
      document.text = `${document.text.trimEnd()}\n\n`;
    addSentence(document, lines);
  }
  return documents;
}

function addSentence(document, lines) {
  const words = [];
  const whole = { last: 0, start: 0, end: 0 };
  for (const line of lines.filter((one) => /^\d+(?:-\d+)?\t/.test(one))) {
    const [number, form, , tag, , , , , , notes] = line.split('\t');
    const last = Number(number.split('-')[1] ?? number);
    // The words of "don't" lie inside it, one after the other.
    const inside = last <= whole.last;
    const start = inside ? whole.start : document.text.length;
    const end = start + form.length;
    if (inside) whole.start = end;
    else {
      document.text += form + (/(?:^|\|)SpaceAfter=No/.test(notes) ? '' : ' ');
      if (number.includes('-')) Object.assign(whole, { last, start, end });
    }
    if (!number.includes('-')) words.push({ start, end, tag });
  }
  if (words.length > 0) document.sentences.push({ start: words[0].start, end: endOf(words, whole), words });
}

/** The text, not the words, says where a sentence ends: parts of a joined word need not add up to it. */
const endOf = (words, whole) =>
  words.at(-1).start >= whole.start ? Math.max(words.at(-1).end, whole.end) : words.at(-1).end;

/** The documents of a bank under the data folder. */
export const bankOf = ({ file }, data) => documentsOf(gunzipSync(readFileSync(join(data, file))).toString('utf8'));

/** Each sentence as a document of its own: tags without the finder's sentence boundaries. */
export const sentencesAlone = (documents) =>
  documents.flatMap(({ id, text, sentences }) =>
    sentences.map(({ start, end, words }, at) => ({
      id: `${id} ${at}`,
      text: text.slice(start, end),
      sentences: [
        {
          start: 0,
          end: end - start,
          words: words.map((word) => ({ start: word.start - start, end: word.end - start, tag: word.tag })),
        },
      ],
    })),
  );

/** Figures of a finder on a bank; `find` takes texts and gives `{ id, sentences, words }`, words null where it has no tags. */
export async function bankFigures(documents, find) {
  const found = await find(documents);
  const figures = { sentences: scoreSentences(documents, found).f1 };
  if (found.every(({ words }) => words === null)) return { ...figures, tags: null, tagsAll: null, tagsEndToEnd: null };
  const alone = sentencesAlone(documents);
  const tagged = scoreTags(alone, await find(alone));
  return { ...figures, tags: tagged.aligned, tagsAll: tagged.all, tagsEndToEnd: scoreTags(documents, found).all };
}

/** The reader's own view, which its output does not show. */
export async function innerView(documents) {
  const { viewOf } = await import(join(ROOT, 'dist', 'read', 'text', 'view.js'));
  return documents.map(({ id, text }) => {
    const view = viewOf(text);
    const sentences = view.sentences.map(({ start, lastToken }) => ({ start, end: view.tokens[lastToken - 1].end }));
    return { id, sentences, words: taggedWords(view) };
  });
}

/** `{ start, end, tag }` (UPOS) of each token, once the view has tags; null until then. */
function taggedWords() {
  return null;
}
