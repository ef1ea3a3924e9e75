import { fold } from '../kit/fold.ts';

/** A person who must not be named, with every form of the name that is known. */
export interface Hidden {
  readonly pseudonym: string;
  /** Every recorded or proposed form of the name, of this person and of those judged the same. */
  readonly forms: readonly string[];
}

export interface Masked {
  readonly text: string;
  readonly masked: boolean;
}

export type Mask = (text: string) => Masked;

const LETTER = /[\p{L}\p{N}]/u;
const ADDRESS = /[@/_\\.:=&?#%+\d-]/;
/** Shorter parts of a name are too common to hide alone (MECHANICS, Protected people in anything that leaves). */
const SHORTEST_PART = 4;

interface Needle {
  readonly folded: string;
  readonly pseudonym: string;
}

/**
 * Makes the function that replaces every spelling of hidden names by their pseudonyms (SPEC R3): whole forms, and each part of
 * a family name of four letters or more, folded, with whatever ending the word has; in addresses and file names anywhere.
 * A namesake is masked as well. Linear in the text for a given list of names.
 */
export function maskFor(hidden: readonly Hidden[]): Mask {
  const needles = hidden
    .flatMap(needlesOf)
    .sort((a, b) => b.folded.length - a.folded.length || (a.folded < b.folded ? -1 : 1));
  const byFirst = new Map<string, Needle[]>();
  for (const needle of needles) {
    const first = needle.folded[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), needle]);
  }
  return (text) => (needles.length === 0 ? { text, masked: false } : maskText(text, byFirst));
}

function needlesOf({ pseudonym, forms }: Hidden): Needle[] {
  const found = new Set<string>();
  for (const form of forms) {
    const words = plain(form)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length > 0) found.add(words.join(' '));
    if (words.length > 1) found.add([...words].reverse().join(' '));
    const family = words.length > 1 ? words.slice(1) : words;
    for (const part of family.flatMap((word) => [word, ...word.split('-')])) {
      if (part.length >= SHORTEST_PART) found.add(part);
    }
  }
  return [...found].map((folded) => ({ folded, pseudonym }));
}

const plain = (text: string): string =>
  fold(text.replace(/\p{Cf}/gu, ''))
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();

/** The folded text and, for each of its units, where the original letter begins and ends. */
interface FoldedText {
  readonly folded: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

function foldWithPlaces(text: string): FoldedText {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    const folded = /\p{Cf}|\p{M}/u.test(letter) ? '' : spaced(fold(letter));
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at);
      to.push(end);
    }
    if (folded === '' && to.length > 0) to[to.length - 1] = end;
    parts.push(folded);
    at = end;
  }
  return { folded: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

const spaced = (folded: string): string => (/^\s+$/u.test(folded) ? ' ' : folded);

function maskText(text: string, byFirst: ReadonlyMap<string, readonly Needle[]>): Masked {
  const places = foldWithPlaces(text);
  const { folded, from, to } = places;
  const out: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < folded.length) {
    const hit = hitAt(folded, at, byFirst);
    if (hit === undefined) {
      at += 1;
      continue;
    }
    const end = wordEnd(folded, at + hit.length);
    out.push(text.slice(kept, from[at]), hit.pseudonym);
    kept = to[end - 1] ?? text.length;
    at = end;
  }
  return out.length === 0 ? { text, masked: false } : { text: out.join('') + text.slice(kept), masked: true };
}

function hitAt(
  folded: string,
  at: number,
  byFirst: ReadonlyMap<string, readonly Needle[]>,
): { length: number; pseudonym: string } | undefined {
  const candidates = byFirst.get(folded[at] ?? '');
  if (candidates === undefined) return undefined;
  const starts = at === 0 || !LETTER.test(folded[at - 1] ?? '');
  for (const { folded: needle, pseudonym } of candidates) {
    const length = lengthOf(folded, at, needle);
    if (length === 0) continue;
    if (starts || inAddress(folded, at, length)) return { length, pseudonym };
  }
  return undefined;
}

/** How long the needle is here, letting one blank of it stand for several separators; 0 where it does not stand. */
function lengthOf(folded: string, at: number, needle: string): number {
  let here = at;
  for (const unit of needle) {
    if (unit === ' ') {
      const start = here;
      while (here < folded.length && here - start < 4 && !LETTER.test(folded[here] ?? '')) here += 1;
      if (here === start) return 0;
    } else {
      if (folded[here] !== unit) return 0;
      here += 1;
    }
  }
  return here - at;
}

function inAddress(folded: string, at: number, length: number): boolean {
  const start = folded.lastIndexOf(' ', at) + 1;
  const next = folded.indexOf(' ', at + length);
  return ADDRESS.test(
    folded.slice(Math.max(start, at - 100), Math.min(next === -1 ? folded.length : next, at + length + 100)),
  );
}

/** The rest of the word: case endings and possessives go with the name. */
function wordEnd(folded: string, at: number): number {
  let end = at;
  while (end < folded.length && end - at < 12 && /[\p{L}'’]/u.test(folded[end] ?? '')) end += 1;
  return end;
}
