import nlp from 'compromise';
import { eachText, finderIn } from './each-text.mjs';

/** Its tags in words of the Universal Dependencies; the first that a word has. */
const TAGS = [
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Verb', 'VERB'],
  ['Value', 'NUM'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Negative', 'PART'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Particle', 'ADP'],
  ['QuestionWord', 'PRON'],
  ['Expression', 'INTJ'],
  ['Noun', 'NOUN'],
];
const tagOf = (tags) => TAGS.find(([own]) => tags.includes(own))?.[1] ?? 'X';

await eachText((text) => {
  const doc = nlp(text);
  const find = finderIn(text);
  const [sentences, words, places] = [[], [], new Map()];
  for (const { terms } of doc.json({ terms: { tags: true, index: true } })) {
    const found = terms.flatMap((term) => {
      const place = find(term.text);
      if (place === undefined) return [];
      places.set(term.index.join(), place);
      return [{ ...place, tag: tagOf(term.tags), after: term.post.trimEnd().length }];
    });
    if (found.length === 0) continue;
    // Its words are without their marks: a sentence ends after those of its last word.
    sentences.push({ start: found[0].start, end: found.at(-1).end + found.at(-1).after });
    words.push(...found);
  }
  const mentionsOf = (kind, list) =>
    list.flatMap(({ terms }) => {
      const [first, last] = [terms[0], terms.at(-1)].map(({ index }) => places.get(index.join()));
      return first && last ? [{ kind, span: { start: first.start, end: last.end } }] : [];
    });
  const listed = (found) => found.json({ terms: { index: true } });
  return {
    sentences,
    words,
    mentions: [
      ...mentionsOf('person', listed(doc.people())),
      ...mentionsOf('organization', listed(doc.organizations())),
    ],
  };
});
