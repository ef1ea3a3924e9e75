import { spanAt, type Span } from '../../domain/span.ts';
import { whenBounds } from '../../domain/when.ts';
import { pageOf, type Page } from './blocks.ts';
import { fullDateAt } from './full-date.ts';
import { datelineOf, mastheadOf } from './furniture.ts';
import { isGivenName } from '../names/given-names.ts';
import { unglued } from './glued.ts';
import { wordsOf } from '../model/words.ts';
import { languageOf } from './language.ts';
import type { Range } from './lines.ts';
import type { Block, View } from '../passes.ts';
import { sentencesOf } from './segment.ts';
import { tokensOf } from './tokens.ts';

export interface ViewOptions {
  /** When the text was published (EDTF), for a text that does not say it itself. */
  readonly published?: string | null;
  /** What the page itself marks as furniture, in units of the text. */
  readonly furnitureHints?: readonly Range[];
}

/** The text as the passes see it: blocks, sentences, tokens, title, date (passes 0 and 1). Never throws, linear in the text. */
export function viewOf(text: string, options: ViewOptions = {}): View {
  const tokens = unglued(text, tokensOf(text), isGivenName);
  const words = wordsOf(tokens);
  const page = pageOf(text, tokens, options.furnitureHints ?? []);
  const language = languageOf(sampleOf(text, page.blocks));
  const published = publishedOf(text, page);
  return {
    text,
    language,
    blocks: page.blocks,
    sentences: sentencesOf(text, page.blocks, { tokens, words, language }),
    tokens,
    words,
    title: titleOf(text, page),
    published,
    publishedDate: published?.date ?? given(options.published),
  };
}

const given = (edtf: string | null | undefined): string | null =>
  edtf !== null && edtf !== undefined && whenBounds(edtf) !== null ? edtf : null;

const SAMPLE = 3000;

/** Words to tell the language by: those of paragraphs first, since furniture may be in the page's language. */
function sampleOf(text: string, blocks: readonly Block[]): string {
  let sample = '';
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    sample += `${text.slice(block.start, Math.min(block.end, block.start + SAMPLE))}\n`;
    if (sample.length >= SAMPLE) break;
  }
  return sample === '' ? text.slice(0, SAMPLE) : sample;
}

function titleOf(text: string, page: Page): Span | null {
  if (page.mail?.subject) return spanAt(text, page.mail.subject.start, page.mail.subject.end);
  const title = page.blocks.find((block) => block.kind === 'title');
  return title === undefined ? null : spanAt(text, title.start, title.end);
}

/** Datelines are looked for at the top, and at the end where some papers put them. */
const TOP = 12;
const BOTTOM = 6;

function publishedOf(text: string, { lines, mail }: Page): View['published'] {
  const ends = [...lines.slice(0, TOP), ...lines.slice(Math.max(TOP, lines.length - BOTTOM))];
  for (const [at, line] of ends.entries()) {
    const found = mail !== null && at < mail.lines ? headerDate(line.tokens) : datelineOf(line);
    if (found !== undefined) return { date: found.edtf, span: spanAt(text, found.start, found.end) };
  }
  return placeLineDate(text, lines) ?? masthead(text, lines);
}

function masthead(text: string, lines: Page['lines']): View['published'] {
  for (const line of lines.slice(0, TOP)) {
    const found = mastheadOf(line);
    if (found !== undefined) return { date: found.edtf, span: spanAt(text, found.start, found.end) };
  }
  return null;
}

function headerDate(tokens: Page['lines'][number]['tokens']): { edtf: string; start: number; end: number } | undefined {
  for (let at = 0; at < Math.min(tokens.length, 8); at += 1) {
    const date = fullDateAt(tokens, at);
    const [first, last] = [tokens[at], tokens[(date?.next ?? 0) - 1]];
    if (date && first && last) return { edtf: date.edtf, start: first.start, end: last.end };
  }
  return undefined;
}

/** "SELM, 3 March 2021 (Agency) —" at the head of the first paragraph. */
function placeLineDate(text: string, lines: Page['lines']): View['published'] {
  for (const line of lines.slice(0, TOP)) {
    const dash = line.tokens
      .slice(0, 14)
      .findIndex((token) => token.text === '—' || token.text === '–' || token.text === '-');
    const found = dash > 0 ? headerDate(line.tokens.slice(0, dash)) : undefined;
    if (found !== undefined) return { date: found.edtf, span: spanAt(text, found.start, found.end) };
  }
  return null;
}
