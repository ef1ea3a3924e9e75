import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { eachText, finderIn } from './each-text.mjs';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { span, pos, value } = nlp.its;

/** It has sentences and tags; its names are dates, money and the like, so persons and bodies are not asked of it. */
await eachText((text) => {
  const tokens = nlp.readDoc(text);
  const find = finderIn(text);
  const tags = tokens.tokens().out(pos);
  const placed = tokens
    .tokens()
    .out(value)
    .map((form, at) => ({ ...find(form), tag: tags[at] }));
  const written = placed.map((word) => word.start !== undefined && word.tag !== 'SPACE');
  const sentences = tokens
    .sentences()
    .out(span)
    .flatMap(([first, last]) => {
      const inside = placed.slice(first, last + 1).filter((_, at) => written[first + at]);
      return inside.length === 0 ? [] : [{ start: inside[0].start, end: inside.at(-1).end }];
    });
  return { sentences, words: placed.filter((_, at) => written[at]) };
});
