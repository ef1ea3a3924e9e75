import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { TextRange } from '../extracted.ts';
import type { HtmlPiece, HtmlText } from './html-text.ts';

/** Readability is quadratic in places and recursive: larger or deeper pages get no hint, they lose no word. */
const LIMITS = { units: 2_000_000, elements: 20_000, depth: 200 } as const;
/** An article that is less of its page than this was not found. */
const LEAST_SHARE = 0.1;
const NUMBER = 'data-element';

/**
 * What Readability would leave out of a page, as ranges of its text: a hint only. Elements are numbered in document order,
 * alike in both parsers; a page without `<html>` and `<body>` is a fragment and gets no hint.
 */
export function furnitureOf(html: string, page: HtmlText): readonly TextRange[] {
  const { units, elements, depth } = LIMITS;
  if (html.length > units || page.elements > elements || page.deepest > depth) return [];
  if (!/<html[\s>]/i.test(html) || !/<body[\s>]/i.test(html)) return [];
  const kept = keptElements(html, page.elements);
  if (kept === undefined) return [];
  const left = page.pieces.filter((piece) => !kept.has(piece.element) && !piece.inComments);
  const furniture = joined(left, page.text);
  const share = furniture.reduce((sum, [start, end]) => sum + end - start, 0) / Math.max(1, page.text.length);
  return share > 1 - LEAST_SHARE ? [] : furniture;
}

/** The numbers of the elements whose words are the article, headlines among them; undefined where none was found or the two parsers count differently. */
function keptElements(html: string, elements: number): ReadonlySet<number> | undefined {
  const { document } = parseHTML(html);
  const kept = new Set<number>();
  let number = 0;
  for (const element of document.querySelectorAll('*')) {
    if (/^h1$/i.test(element.localName)) kept.add(number);
    element.setAttribute(NUMBER, String(number));
    number += 1;
  }
  if (number !== elements) return undefined;
  try {
    const article = new Readability(document, { serializer: (node) => node, disableJSONLD: true }).parse();
    if (!article?.content || !isContainer(article.content)) return undefined;
    for (const element of article.content.querySelectorAll(`[${NUMBER}]`))
      kept.add(Number(element.getAttribute(NUMBER)));
    return kept;
  } catch {
    // Readability and the DOM under it fail on odd markup; a missing hint is no loss.
    return undefined;
  }
}

interface Container {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

const isContainer = (node: unknown): node is Container =>
  typeof node === 'object' && node !== null && 'querySelectorAll' in node;

/** Neighbouring pieces as one range, with the space between them. */
function joined(pieces: readonly HtmlPiece[], text: string): readonly TextRange[] {
  const ranges: [start: number, end: number][] = [];
  for (const { start, end } of pieces) {
    const last = ranges.at(-1);
    if (last !== undefined && /^\s*$/.test(text.slice(last[1], start))) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}
