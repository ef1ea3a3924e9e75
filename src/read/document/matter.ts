import type { ReadAct } from '../../domain/reading.ts';
import { languageData } from '../language-data.ts';
import type { Names, Said, Syntax, View } from '../passes.ts';
import { stemOf } from './stems.ts';

/** What the summary of a text is made of. */
export interface Read {
  readonly view: View;
  readonly names: Names;
  readonly said: Said;
  readonly acts: readonly ReadAct[];
  readonly syntax: Syntax;
}

/** The same with what every question about the whole text looks at. Token columns are aligned with `view.tokens`. */
export interface Matter extends Read {
  readonly stems: Int32Array;
  /** The sentence of each token; -1 in furniture. */
  readonly sentenceOf: Int32Array;
  /** The family of trigger words a token belongs to, from 1; 0 for none. */
  readonly families: Uint8Array;
  /** How many words of each sentence are triggers. */
  readonly triggers: Uint16Array;
  /** Number of told acts whose trigger stands in each sentence. */
  readonly actsIn: Uint8Array;
  /** Share of the title's words (of the first sentence's, where there is no title) that each sentence says again. */
  readonly echoes: Float32Array;
  /** Tokens before this one are the title; 0 where there is none. */
  readonly titleEnd: number;
  /** Tokens before this one are title and opening. */
  readonly leadEnd: number;
}

/** So many words after the title are the opening. */
const LEAD = 120;
const MOST = 255;

interface Lexicon {
  readonly family: ReadonlyMap<number, number>;
  readonly stop: ReadonlySet<number>;
}
const lexicons = new Map<string, Lexicon>();

/** Families of trigger words, in the order of their list. */
export function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const data = languageData(language, 'document');
  const lexicon = {
    family: new Map(
      Object.values(data.lists('families')).flatMap((words, at) =>
        words.map((word): [number, number] => [stemOf(word), at + 1]),
      ),
    ),
    stop: new Set(data.words('common').map(stemOf)),
  };
  lexicons.set(language, lexicon);
  return lexicon;
}

export function matterOf(read: Read): Matter {
  const { view, acts } = read;
  const { tokens, sentences, title } = view;
  const { family } = lexiconOf(view.language);
  const length = tokens.length;
  const columns = {
    stems: new Int32Array(length),
    sentenceOf: new Int32Array(length).fill(-1),
    families: new Uint8Array(length),
    triggers: new Uint16Array(sentences.length),
    actsIn: new Uint8Array(sentences.length),
  };
  for (const [number, { firstToken, lastToken }] of sentences.entries()) {
    for (let at = firstToken; at < lastToken; at += 1) {
      const token = tokens[at];
      columns.sentenceOf[at] = number;
      if (token === undefined || token.shape === 'mark') continue;
      const stem = stemOf(token.lower);
      columns.stems[at] = stem;
      columns.families[at] = family.get(stem) ?? 0;
      if (columns.families[at] !== 0) columns.triggers[number] = (columns.triggers[number] ?? 0) + 1;
    }
  }
  for (const { modality, trigger } of acts) {
    const sentence = columns.sentenceOf[tokenAt(view, trigger.start)] ?? -1;
    if (modality === 'denied' || sentence < 0) continue;
    columns.actsIn[sentence] = Math.min(MOST, (columns.actsIn[sentence] ?? 0) + 1);
  }
  const titleEnd = title === null ? 0 : tokenAt(view, title.end);
  return { ...read, ...columns, echoes: echoesOf(view, columns.stems, titleEnd), titleEnd, leadEnd: titleEnd + LEAD };
}

function echoesOf({ sentences, language }: View, stems: Int32Array, titleEnd: number): Float32Array {
  const { stop } = lexiconOf(language);
  const said = new Set(stems.subarray(0, titleEnd > 0 ? titleEnd : (sentences[0]?.lastToken ?? 0)));
  said.delete(0);
  for (const stem of stop) said.delete(stem);
  return Float32Array.from(sentences, ({ firstToken, lastToken }) => {
    const again = new Set<number>();
    for (let at = Math.max(firstToken, titleEnd); at < lastToken; at += 1)
      if (said.has(stems[at] ?? 0)) again.add(stems[at] ?? 0);
    return again.size / (said.size || 1);
  });
}

/** The first token that ends after `unit`. */
export function tokenAt({ tokens }: View, unit: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
