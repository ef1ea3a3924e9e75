// Sentences and parts of speech against a treebank. Gold: documents of read/treebank.mjs; found: `{ id, sentences, words }`.
import { byId, countKeys, keyOf, measuresOf, newTally, percent } from './spans.mjs';

/** Boundary F1: where sentences end, by the end of their last word. */
export function scoreSentences(golds, finds) {
  const found = byId(finds);
  const tally = newTally();
  for (const gold of golds) {
    const ends = (sentences) => sentences.map(({ end }) => end);
    countKeys(tally, ends(gold.sentences), ends(found.get(gold.id)?.sentences ?? []));
  }
  return measuresOf(tally);
}

/** Parts of speech: `aligned` over the gold words that the finder cut alike, `all` over all gold words, uncut ones wrong. */
export function scoreTags(golds, finds) {
  const found = byId(finds);
  let [words, aligned, right] = [0, 0, 0];
  for (const gold of golds) {
    const tags = new Map((found.get(gold.id)?.words ?? []).map((word) => [keyOf(word), word.tag]));
    for (const word of gold.sentences.flatMap((sentence) => sentence.words)) {
      const tag = tags.get(keyOf(word));
      words += 1;
      if (tag === undefined) continue;
      aligned += 1;
      if (tag === word.tag) right += 1;
    }
  }
  return { aligned: percent(right, aligned), all: percent(right, words), cutAlike: percent(aligned, words) };
}
