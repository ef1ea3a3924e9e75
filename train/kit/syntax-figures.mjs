// How well tags, heads and relations are found on a treebank that was not trained on, sentences as it has them.
import { Frame, PAD } from '../../dist/read/syntax/frame.js';
import { Labeller } from '../../dist/read/syntax/labeller.js';
import { Parser } from '../../dist/read/syntax/parser.js';
import { ROOT } from '../../dist/read/syntax/parse-state.js';
import { Tagger } from '../../dist/read/syntax/tagger.js';
import { RELATIONS, UPOS_OF_FINE } from '../../dist/read/syntax/tagset.js';

const percent = (part, whole) => Math.round((part / whole) * 1e4) / 100;
const baseOf = (relation) => RELATIONS[relation].split(':')[0];

/** Figures for a model's card; `parts` as `partsOf` gives them, sentences as `goldSentences` does. */
export function syntaxFigures(set, sentences, { lookups, tags, moves, relations, sureMove, sureRelation }) {
  const [tagger, parser, labeller, frame] = [
    new Tagger(tags),
    new Parser(moves, sureMove),
    new Labeller(relations, sureRelation),
    new Frame(),
  ];
  const sums = {
    all: 0,
    tag: 0,
    alike: 0,
    tagAlike: 0,
    head: 0,
    relation: 0,
    words: 0,
    headOfWord: 0,
    relationOfWord: 0,
  };
  const start = performance.now();
  for (const { words, gold } of sentences) {
    frame.load(words, lookups, 0, words.length);
    tagger.tag(frame);
    parser.parse(frame);
    labeller.label(frame, parser.state.heads);
    for (let at = 0; at < words.length; at += 1) {
      const place = at + PAD;
      const tag = UPOS_OF_FINE[frame.tags[place]] === UPOS_OF_FINE[gold.tags[at]] ? 1 : 0;
      const head = parser.state.heads[place] === (gold.heads[at] < 0 ? ROOT : gold.heads[at] + PAD) ? 1 : 0;
      const same = baseOf(labeller.tree.relations[place]) === baseOf(gold.relations[at]) ? head : 0;
      sums.all += 1;
      sums.tag += tag;
      sums.head += head;
      sums.relation += same;
      if (gold.exact[at]) [sums.alike, sums.tagAlike] = [sums.alike + 1, sums.tagAlike + tag];
      if (RELATIONS[gold.relations[at]] === 'punct') continue;
      sums.words += 1;
      sums.headOfWord += head;
      sums.relationOfWord += same;
    }
  }
  console.log(`${set}: ${(((performance.now() - start) * 1000) / sums.all).toFixed(2)} µs a token`);
  const figure = (measure, value) => ({ set, part: 'dev', measure, value });
  return [
    figure('UPOS accuracy, all tokens', percent(sums.tag, sums.all)),
    figure('UPOS accuracy, tokens cut as in the treebank', percent(sums.tagAlike, sums.alike)),
    figure('UAS', percent(sums.head, sums.all)),
    figure('LAS, base relations', percent(sums.relation, sums.all)),
    figure('UAS without punctuation', percent(sums.headOfWord, sums.words)),
    figure('LAS without punctuation', percent(sums.relationOfWord, sums.words)),
  ];
}
