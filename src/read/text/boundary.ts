import { FeatureList } from '../model/feature-list.ts';
import { hashWord } from '../model/hash.ts';
import { languageData } from '../language-data.ts';
import { modelNamed } from '../model/models.ts';
import { scoreOne, type Table } from '../model/table.ts';
import type { Words } from '../model/words.ts';
import type { Token } from '../passes.ts';

/** A block's tokens `[first, last)`, and how far its sentences are known. */
export interface BoundaryStretch {
  readonly tokens: readonly Token[];
  readonly words: Words;
  readonly first: number;
  readonly last: number;
  /** Whether capitals tell nothing here, since all is capitals. */
  readonly isUpper: boolean;
}

const SHAPE = { lower: 0, title: 1, upper: 2, mark: 5 } as const;
const STOP = '.';
const OUTSIDE = hashWord(' ');
const CLOSING = new Set([')', ']', '”', '’', '»', '"', "'", '“']);
const OPENERS = new Set(['(', '[']);
const CLOSERS = new Set([')', ']']);

export function boundaryStretch(tokens: readonly Token[], words: Words, first: number, last: number): BoundaryStretch {
  let [upper, other] = [0, 0];
  for (let at = first; at < last; at += 1) {
    if (words.shape[at] === SHAPE.upper) upper += 1;
    else if ((words.shape[at] ?? 0) < SHAPE.upper) other += 1;
  }
  return { tokens, words, first, last, isUpper: upper > 3 && upper >= other * 2 };
}

/** Whether a sentence might begin at token `at`: after a mark, or before a word that is not small. */
export const mayBegin = ({ tokens, words }: BoundaryStretch, at: number): boolean =>
  (words.shape[at - 1] ?? 0) >= SHAPE.mark ||
  (words.shape[at] ?? 0) !== SHAPE.lower ||
  tokens[at - 1]?.text.endsWith(STOP) === true;

/** What the sentence so far holds: its first token, and whether a bracket is open. */
export interface SoFar {
  from: number;
  open: boolean;
}

/** Follows a token into the sentence. */
export function follow(sofar: SoFar, token: Token | undefined): void {
  if (token === undefined) return;
  if (OPENERS.has(token.text)) sofar.open = true;
  else if (CLOSERS.has(token.text)) sofar.open = false;
}

const data = languageData('en', 'sentences');
const abbreviations = new Set(data.words('abbreviations'));
const beforeNumber = new Set(data.words('before-number'));
const starters = new Set(data.words('starters'));

/** What a full stop before `at` may be: 0 an end, 1 of an abbreviation, 2 of one before numbers, 3 of an initial, 4 of a list's number, 5 of an acronym, 6 none. */
function stopKind({ tokens }: BoundaryStretch, from: number, at: number): number {
  const [stop, word] = [tokens[at - 1], tokens[at - 2]];
  if (stop === undefined || !stop.text.endsWith(STOP)) return 6;
  if (stop.text.length > 1) return 5;
  if (word === undefined || word.end !== stop.start) return 0;
  if (abbreviations.has(word.lower)) return 1;
  if (beforeNumber.has(word.lower)) return 2;
  if (word.text.length === 1 && word.shape === 'title' && word.text !== 'I') return 3;
  return word.shape === 'number' && at - 2 === from ? 4 : 0;
}

const ALWAYS_CLOSE = new Set(['”', '’', '»', ')', ']']);

/** 0 no space, or one that parts a closing mark from its words; 1 one, 2 more. */
const gapBefore = ({ tokens }: BoundaryStretch, at: number): number =>
  ALWAYS_CLOSE.has(tokens[at]?.text ?? '') ? 0 : Math.min(2, (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0));

/** The features of a boundary before token `at`: two tokens on each side, the spaces between, the sentence so far. */
export function boundaryFeatures(stretch: BoundaryStretch, { from, open }: SoFar, at: number, into: FeatureList): void {
  const { tokens, words, first, last, isUpper } = stretch;
  const wordAt = (i: number): number => (i >= first && i < last ? (words.lower[i] ?? 0) : OUTSIDE);
  const formAt = (i: number): number => {
    if (i < first || i >= last) return 30;
    const shape = words.shape[i] ?? 0;
    return isUpper && shape <= SHAPE.upper ? 31 : shape;
  };
  const [before, here, next, after] = [wordAt(at - 2), wordAt(at - 1), wordAt(at), wordAt(at + 1)];
  const [beforeForm, hereForm, form, afterForm] = [formAt(at - 2), formAt(at - 1), formAt(at), formAt(at + 1)];
  const gap = gapBefore(stretch, at);
  const glue = gap | (gapBefore(stretch, at - 1) << 2) | (open ? 16 : 0);
  const length = Math.min(7, Math.floor(Math.log2(at - from + 1)));
  const forms = hereForm | (form << 5) | (gap << 10);
  const stop = stopKind(stretch, from, at) | (starters.has(tokens[at]?.lower ?? '') ? 8 : 0);
  let core = at - 1;
  while (core > from && core > at - 4 && CLOSING.has(tokens[core]?.text ?? '')) core -= 1;
  const end = wordAt(core) ^ (core === at - 1 ? 0 : 0x5f);
  into.clear();
  into.add(22, end, form, gap);
  into.add(23, end, form, hereForm);
  into.add(24, end, next);
  into.add(0, forms);
  into.add(1, here, form, glue);
  into.add(2, next, hereForm, gap);
  into.add(3, here, next, gap);
  into.add(4, before, here, form);
  into.add(5, before, hereForm, form);
  into.add(6, forms, beforeForm | (afterForm << 5));
  into.add(7, here, beforeForm | (form << 5) | (afterForm << 10), glue);
  into.add(8, here, length, form);
  into.add(9, forms, length);
  into.add(10, after, form, hereForm);
  into.add(11, here, formAt(at - 3) | (beforeForm << 5) | (form << 10));
  into.add(12, forms, glue, beforeForm);
  into.add(13, next, after);
  into.add(14, here, form, at - from === 2 ? beforeForm : 29);
  into.add(15, here, Math.min(3, last - at), form);
  into.add(16, before, here, next);
  into.add(18, stop, form, gap);
  into.add(19, stop, form | (afterForm << 5));
  into.add(20, stop, before);
  into.add(21, stop, next);
  into.add(17, formAt(at + 2) | (afterForm << 5) | (form << 10), hereForm, gap);
}

/** What tells where English sentences begin. */
export interface BoundaryModel {
  readonly table: Table;
  /** A sentence begins where the score is higher. */
  readonly least: number;
}

/** The trained model; null where there is none (before training). */
export function boundaryModel(): BoundaryModel | null {
  const model = modelNamed('sentences');
  const table = model?.tables['boundary'];
  const least = model?.numbers['least']?.[0];
  return table === undefined || least === undefined ? null : { table, least };
}

const features = new FeatureList(32);

/**
 * What needs no model: a bracketed mark, `(!)`, an abbreviation, a number's, an initial before a name end no sentence; an acronym
 * does before a word that only begins one. 0 where the model is asked.
 */
function sure(stretch: BoundaryStretch, { from }: SoFar, at: number): -1 | 0 | 1 {
  const { tokens } = stretch;
  if (isRemark(tokens, at)) return -1;
  const [kind, next] = [stopKind(stretch, from, at), tokens[at]];
  const starts = next?.shape === 'title' && starters.has(next.lower);
  if (kind === 1 || (kind === 2 && next?.shape === 'number') || (kind === 3 && next?.shape === 'title' && !starts))
    return -1;
  return kind === 5 && starts ? 1 : 0;
}

const ENDERS = new Set(['.', '!', '?', '…']);

/** A bracketed mark, `(!)`, ends no sentence. */
export const isRemark = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === ')' && ENDERS.has(tokens[at - 2]?.text ?? '') && tokens[at - 3]?.text === '(';

/** Whether a sentence begins at token `at`. */
export function begins({ table, least }: BoundaryModel, stretch: BoundaryStretch, sofar: SoFar, at: number): boolean {
  if (!mayBegin(stretch, at)) return false;
  const known = sure(stretch, sofar, at);
  if (known !== 0) return known > 0;
  boundaryFeatures(stretch, sofar, at, features);
  return scoreOne(table, features) * table.unit > least;
}
