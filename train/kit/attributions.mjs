// Texts with attributions (source, cue, content) as the passes of the statement model see them: tokens, columns, labels.
import { wordNumbers } from '../../dist/read/model/word-numbers.js';
import { columnsOf, KNOWN } from '../../dist/read/said/attributions.js';
import { Role } from '../../dist/read/said/candidates.js';
import { passagesOf } from '../../dist/read/said/columns.js';
import { quotesOf } from '../../dist/read/said/quotes.js';
import { passageOf } from '../../dist/read/said/token-features.js';
import { syntaxOf } from '../../dist/read/syntax/syntax.js';
import { viewOf } from '../../dist/read/text/view.js';

/** Index of the first token that ends after `place`. */
function tokenAt(tokens, place) {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf(tokens, { start, end }) {
  const first = tokenAt(tokens, start);
  return { first, last: Math.min(tokens.length, Math.max(first, tokenAt(tokens, end - 1)) + 1) };
}

/** The rows of a file of attributions, read; those without cue or content teach nothing. */
export const attributionTexts = (rows) =>
  rows.map(({ id, text, attributions }) => {
    const view = viewOf(text);
    const columns = columnsOf(view, quotesOf(view), syntaxOf(view), () => 0);
    const ranges = (spans) => spans.map((span) => rangeOf(view.tokens, span)).sort((a, b) => a.first - b.first);
    const gold = attributions
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
      .map(({ source, cue, content }) => ({
        source: ranges(source).slice(0, 1),
        cue: ranges(cue).slice(0, 1),
        contents: ranges(content),
      }));
    return { id, text, view, columns, gold, labels: labelsOf(gold, view.tokens.length), ranges: passagesOf(view) };
  });

function labelsOf(gold, length) {
  const labels = new Uint8Array(length);
  const write = (role, spans) => {
    for (const { first, last } of spans)
      for (let at = first; at < last; at += 1) labels[at] = 2 * role + (at === first ? 1 : 2);
  };
  for (const { contents } of gold) write(Role.content, contents);
  for (const { source } of gold) write(Role.source, source);
  for (const { cue } of gold) write(Role.cue, cue);
  for (let at = 0; at < length; at += 1) {
    const begun = at > 0 && (labels[at - 1] === labels[at] || labels[at - 1] === labels[at] - 1);
    if (labels[at] > 0 && labels[at] % 2 === 0 && !begun) labels[at] -= 1;
  }
  return labels;
}

/** How often words are cues: 3 mostly, 2 often, 1 now and then. */
export function cueNumbers(texts) {
  const [all, cues] = [new Map(), new Map()];
  for (const { labels, columns } of texts)
    labels.forEach((label, at) => {
      const word = columns.words.lower[at];
      all.set(word, (all.get(word) ?? 0) + 1);
      if (label === 2 * Role.cue + 1 || label === 2 * Role.cue + 2) cues.set(word, (cues.get(word) ?? 0) + 1);
    });
  const pairs = [];
  for (const [word, count] of cues) {
    const share = count / all.get(word);
    if (count >= 3 && share > 0.7) pairs.push([word, 3]);
    else if (count >= 3 && share > 0.4) pairs.push([word, 2]);
    else if (count >= 4 && share > 0.15) pairs.push([word, 1]);
  }
  return wordNumbers(pairs.sort((a, b) => a[0] - b[0]));
}

/** Fills in what depends on the cues. */
export function withCues(texts, cueOf) {
  for (const text of texts) {
    const { cues, words } = text.columns;
    for (let at = 0; at < cues.length; at += 1) cues[at] = cueOf(words.lower[at]);
    text.passages = text.ranges.map((range) => passageOf(text.columns, range, KNOWN));
  }
  return texts;
}
