import { modelNamed } from '../model/models.ts';
import type { Syntax, SyntaxPass } from '../passes.ts';
import { Frame, LONGEST, PAD } from './frame.ts';
import { Labeller } from './labeller.ts';
import { Parser } from './parser.ts';
import { ROOT } from './parse-state.ts';
import { partsOf } from './syntax-model.ts';
import { Tagger } from './tagger.ts';
import { UPOS_OF_FINE } from './tagset.ts';

/** Made when first asked for; null where the model is not there (before training). */
let engine: Engine | null | undefined;
type Engine = NonNullable<ReturnType<typeof engineOf>>;

function engineOf() {
  const model = modelNamed('syntax');
  if (model === null) return null;
  const { lookups, tags, moves, relations, sureMove, sureRelation } = partsOf(model);
  return {
    lookups,
    tagger: new Tagger(tags),
    parser: new Parser(moves, sureMove),
    labeller: new Labeller(relations, sureRelation),
    frame: new Frame(),
  };
}

/** Where the language is open the text is read as English, as its sentences are. */
const isRead = (language: string): boolean => language === 'en' || language === 'und';

/** Word classes, parts of speech and heads of every sentence: linear in the text, a long sentence in pieces. */
export const syntaxOf: SyntaxPass = (view) => {
  const { length } = view.tokens;
  const syntax = {
    words: view.words,
    classes: new Uint8Array(length),
    forms: new Uint8Array(length),
    tags: new Uint8Array(length),
    heads: new Int32Array(length).fill(-1),
    relations: new Uint8Array(length),
  };
  engine ??= engineOf();
  if (engine === null || !isRead(view.language)) return syntax;
  for (const { firstToken, lastToken } of view.sentences) {
    for (let first = firstToken; first < lastToken; first += LONGEST)
      readPiece(engine, syntax, first, Math.min(lastToken, first + LONGEST));
  }
  return syntax;
};

function readPiece(
  { lookups, tagger, parser, labeller, frame }: Engine,
  syntax: Syntax,
  first: number,
  last: number,
): void {
  frame.load(syntax.words, lookups, first, last);
  tagger.tag(frame);
  parser.parse(frame);
  labeller.label(frame, parser.state.heads);
  const { heads } = parser.state;
  for (let at = 0; at < last - first; at += 1) {
    const head = heads[at + PAD] ?? ROOT;
    syntax.classes[first + at] = frame.wordClass[at + PAD] ?? 0;
    syntax.forms[first + at] = frame.tags[at + PAD] ?? 0;
    syntax.tags[first + at] = UPOS_OF_FINE[frame.tags[at + PAD] ?? 0] ?? 0;
    syntax.heads[first + at] = head === ROOT ? -1 : first + head - PAD;
    syntax.relations[first + at] = labeller.tree.relations[at + PAD] ?? 0;
  }
}
