import { createHash } from 'node:crypto';
import type { Grammar, ReadAct, ReadFigure, Reading } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import { documentOf } from './document/document.ts';
import { PASSES } from './grammars.ts';
import { grammarOf } from './language-data.ts';
import { modelDigests } from './model/models.ts';
import type { Block, Names, Said, Syntax, View } from './passes.ts';
import { positions } from './positions/positions.ts';
import { quotesOf } from './said/quotes.ts';
import { syntaxOf } from './syntax/syntax.ts';
import { viewOf } from './text/view.ts';

/** Changed with the rules. */
const RULES = 'reader-2';
let version: string | undefined;

/**
 * Which rules and weights read, and with which tables of characters: the same version gives the same bytes
 * (MECHANICS, Readings). Weights that were trained again make another version.
 */
export function readerVersion(): string {
  if (version === undefined) {
    const weights = createHash('sha256').update(JSON.stringify(modelDigests())).digest('hex').slice(0, 8);
    version = `${RULES}+${weights}+icu${process.versions['icu'] ?? 'none'}`;
  }
  return version;
}

export interface ToRead {
  readonly id: string;
  /** Well-formed UTF-16, unchanged: offsets are units of it. */
  readonly text: string;
  /** EDTF date of publication, where the text does not say it. */
  readonly published?: string | null;
  /** What the page itself marks as furniture, in units of the text. */
  readonly furnitureHints?: readonly { readonly start: number; readonly end: number }[];
}

/** What the passes make of a text, each from what those before it found. */
export interface Passed {
  readonly view: View;
  readonly grammar: Grammar;
  readonly names: Names;
  readonly said: Said;
  readonly syntax: Syntax;
  readonly figures: readonly ReadFigure[];
  readonly acts: readonly ReadAct[];
}

export function passOver(view: View): Passed {
  const grammar = grammarOf(view.language);
  const passes = PASSES[grammar];
  const names = passes.names(view);
  const syntax = syntaxOf(view);
  const said = passes.said(view, names, quotesOf(view), syntax);
  const acts = passes.acts(view, { names, said, syntax });
  return { view, grammar, names, said, syntax, figures: passes.figures(view, names, said), acts };
}

/** All passes over one text: a pure function, linear in the text (SPEC E26). The shape is the contract's, keys in its order. */
export function readText({ id, text, published = null, furnitureHints = [] }: ToRead): Reading {
  const read = passOver(viewOf(text, { published, furnitureHints }));
  const { view, grammar, names, said } = read;
  return {
    id,
    textSha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    language: view.language,
    title: view.title,
    published: view.published,
    furniture: furnitureOf(view),
    mentions: names.mentions,
    entities: names.entities,
    statements: said.statements,
    figures: read.figures,
    acts: read.acts,
    positions: positions(view, names, said),
    works: said.works,
    document: documentOf(read),
    reader: { version: readerVersion(), grammar, models: modelDigests() },
  };
}

const furnitureOf = ({ blocks, text }: View): Span[] =>
  blocks
    .filter((block: Block) => block.kind === 'furniture')
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
