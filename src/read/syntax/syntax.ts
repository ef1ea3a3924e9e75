import { modelNamed } from '../model/models.ts';
import { lookupOf } from '../model/word-numbers.ts';
import { wordsOf } from '../model/words.ts';
import type { SyntaxPass } from '../passes.ts';
import { Frame, LONGEST, PAD, type Lookups } from './frame.ts';
import { Tagger } from './tagger.ts';
import { UPOS_OF_FINE } from './tagset.ts';

interface Engine {
  readonly lookups: Lookups;
  readonly tagger: Tagger;
  readonly frame: Frame;
}

/** Made when first asked for; null where the model is not there (before training). */
let engine: Engine | null | undefined;

function engineOf(): Engine | null {
  const model = modelNamed('syntax');
  const { classes, entries } = model?.words ?? {};
  const tags = model?.tables['tags'];
  if (classes === undefined || entries === undefined || tags === undefined) return null;
  return {
    lookups: { classOf: lookupOf(classes), entryOf: lookupOf(entries) },
    tagger: new Tagger(tags),
    frame: new Frame(),
  };
}

/** Where the language is open the text is read as English, as its sentences are. */
const isRead = (language: string): boolean => language === 'en' || language === 'und';

/** Word classes, parts of speech and heads of every sentence: linear in the text, a long sentence in pieces. */
export const syntaxOf: SyntaxPass = (view) => {
  const { length } = view.tokens;
  const syntax = {
    words: wordsOf(view.tokens),
    classes: new Uint8Array(length),
    tags: new Uint8Array(length),
    heads: new Int32Array(length).fill(-1),
    relations: new Uint8Array(length),
  };
  engine ??= engineOf();
  if (engine === null || !isRead(view.language)) return syntax;
  const { frame, lookups, tagger } = engine;
  for (const { firstToken, lastToken } of view.sentences) {
    for (let first = firstToken; first < lastToken; first += LONGEST) {
      frame.load(syntax.words, lookups, first, Math.min(lastToken, first + LONGEST));
      tagger.tag(frame);
      for (let at = 0; at < frame.length; at += 1) {
        syntax.classes[first + at] = frame.wordClass[at + PAD] ?? 0;
        syntax.tags[first + at] = UPOS_OF_FINE[frame.tags[at + PAD] ?? 0] ?? 0;
      }
    }
  }
  return syntax;
};
