import type { TextId } from '../domain/ids.ts';
import type { PageMap } from '../domain/source.ts';
import type { Attestation, Span } from '../domain/span.ts';
import { BoundedMap } from '../kit/bounded-map.ts';
import { sourceById, sourcesOfText, type FoundSource } from '../storage/questions/sources.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';

const TEXTS_KEPT = 16;
const AROUND = 80;
const kept = new WeakMap<OpenCase, BoundedMap<string, string>>();

/** The bytes of a blob, whole: for texts, page maps and originals that are shown. */
export async function blobBytes(c: OpenCase, blob: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of c.vault.open(blob)) parts.push(part);
  return Buffer.concat(parts);
}

/** The words of a text by its id; undefined for an unknown one. */
export async function textWords(c: OpenCase, text: string): Promise<string | undefined> {
  const texts = kept.get(c) ?? new BoundedMap<string, string>(TEXTS_KEPT);
  kept.set(c, texts);
  const here = texts.get(text);
  if (here !== undefined) return here;
  const [source] = await sourcesOfText(c.database.db, text);
  const blob = source?.state.texts.find((state) => state.id === text)?.blob;
  if (blob === undefined) return undefined;
  const words = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await blobBytes(c, blob));
  texts.set(text, words);
  return words;
}

export async function pageMapOf(c: OpenCase, source: FoundSource, text: TextId | string): Promise<PageMap | null> {
  const pages = source.state.texts.find((state) => state.id === text)?.pages ?? null;
  if (pages === null) return null;
  const map: PageMap = JSON.parse((await blobBytes(c, pages)).toString('utf8'));
  return map;
}

/** Words with where they stand and a little of the text around them. */
export interface ShownWords {
  readonly source: string;
  readonly sourceName: string;
  readonly text: string;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

export async function showWords(c: OpenCase, at: Attestation): Promise<ShownWords> {
  const words = (await textWords(c, at.text)) ?? '';
  const source = await sourceById(c.database.db, at.source);
  const { start, end } = at.span;
  return {
    source: at.source,
    sourceName: source === undefined ? at.source : sourceName(source),
    text: at.text,
    span: at.span,
    ...around(words, start, end),
  };
}

/** A little of the text on either side, cut between words and shown as cut. */
function around(words: string, start: number, end: number): { readonly before: string; readonly after: string } {
  const before = words.slice(Math.max(0, start - AROUND), start);
  const after = words.slice(end, end + AROUND);
  return {
    before: start > AROUND ? before.replace(/^\S*\s+/, '… ') : before,
    after: end + AROUND < words.length ? after.replace(/\s+\S*$/, ' …') : after,
  };
}
