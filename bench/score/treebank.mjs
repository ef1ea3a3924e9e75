// Sentences, parts of speech and dependencies against a treebank. Gold: `{ id, sentences: [{ end, words }] }`, found:
// `{ id, sentences, words }`; a word is `{ start, end, tag, head, relation }`, its head a span, null for the root.
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

/**
 * Labelled attachment, of the words that the finder cut alike: the head has the ends of the gold head, and the relation is
 * the gold one without its subtype. Null where it found no head at all.
 */
export function scoreAttachment(golds, finds) {
  const found = byId(finds);
  const headOf = ({ head }) => (head === null ? 'root' : keyOf(head));
  const plain = ({ relation }) => relation.split(':')[0];
  let [aligned, right, headed] = [0, 0, 0];
  for (const gold of golds) {
    const words = new Map(found.get(gold.id).words.map((word) => [keyOf(word), word]));
    for (const word of gold.sentences.flatMap((sentence) => sentence.words)) {
      const other = words.get(keyOf(word));
      if (other === undefined) continue;
      aligned += 1;
      if (other.head !== null) headed += 1;
      if (headOf(word) === headOf(other) && plain(word) === plain(other)) right += 1;
    }
  }
  return headed === 0 ? null : percent(right, aligned);
}
