import { spanAt } from '../../domain/span.ts';
import type { Block, Quote, QuotesPass, View } from '../passes.ts';
import { marksOf, type Glyph, type Mark } from './quote-marks.ts';
import { roleOf } from './quote-role.ts';
import { pairMarks, type PairedMarks } from './quote-stack.ts';

const PARAGRAPH_OPENERS: ReadonlySet<string> = new Set(['“', '"', '«', '„', '‘', '”']);

/** The mark that a block opens with, if a quotation may go on in it. */
function openerOf(view: View, block: Block | undefined): Glyph | null {
  if (block === undefined || block.kind !== 'paragraph') return null;
  const first = view.text.slice(block.start, block.start + 4).trimStart()[0] ?? '';
  return PARAGRAPH_OPENERS.has(first) ? (first as Glyph) : null;
}

function quoteOf(view: View, block: Block, marks: readonly Mark[], pair: PairedMarks): Quote | null {
  const open = marks[pair.open];
  const close = pair.close === null ? undefined : marks[pair.close];
  if (open === undefined) return null;
  let start = open.end;
  let end = close?.start ?? block.end;
  while (start < end && /\s/u.test(view.text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(view.text[end - 1] ?? '')) end -= 1;
  if (end <= start) return null;
  const { role, why } = roleOf(view, { start, end }, { open: open.start, close: close?.end ?? block.end });
  return {
    open: spanAt(view.text, open.start, open.end),
    close: close === undefined ? null : spanAt(view.text, close.start, close.end),
    inner: spanAt(view.text, start, end),
    depth: pair.depth,
    role,
    why: close === undefined ? `${why}, quote/unclosed` : why,
  };
}

/** Pass: quotations by their marks, block by block, in the order in which they open. */
export const quotesOf: QuotesPass = (view) => {
  const quotes: Quote[] = [];
  view.blocks.forEach((block, at) => {
    if (block.kind === 'furniture') return;
    const marks = marksOf(view, block);
    if (marks.length === 0) return;
    for (const pair of pairMarks(marks, openerOf(view, view.blocks[at + 1]))) {
      const quote = quoteOf(view, block, marks, pair);
      if (quote !== null) quotes.push(quote);
    }
  });
  return quotes;
};
