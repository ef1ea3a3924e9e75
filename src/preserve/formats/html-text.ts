import { Parser } from 'htmlparser2';
import { wellFormed } from '../decode.ts';
import { isCommentArea, isUnseen, tagMeaning, type TagMeaning } from './html-tags.ts';
import { TextLines } from './text-lines.ts';

/** Words that stand directly in one element. */
export interface HtmlPiece {
  /** The element's number in document order, from 0; -1 outside every element. */
  readonly element: number;
  readonly start: number;
  readonly end: number;
  readonly inComments: boolean;
}

export interface HtmlText {
  readonly text: string;
  readonly title: string | null;
  readonly pieces: readonly HtmlPiece[];
  readonly elements: number;
  readonly deepest: number;
}

interface Open {
  readonly element: number;
  readonly name: string;
  readonly meaning: TagMeaning;
  readonly unseen: boolean;
  readonly keepsSpace: boolean;
  readonly inComments: boolean;
}

/** The parser's stack costs its depth at each tag; browsers stop nesting at 512 too. A deeper page is read in parts. */
const DEEPEST = 2_000;
const CHUNK = 16_384;
/** Beyond these no furniture is marked, so no piece needs to be remembered. */
const MOST_PIECES = 100_000;
const LONGEST_TITLE = 500;
const ROOT: Open = {
  element: -1,
  name: '',
  meaning: tagMeaning(''),
  unseen: false,
  keepsSpace: false,
  inComments: false,
};

/**
 * All words that are visible on a page, in document order, with breaks as `innerText` sets them (WHATWG HTML §3.2.7):
 * blocks on lines of their own, paragraphs apart, cells by tabs. A stream in linear time; nothing is fetched or run (SPEC C10).
 */
export function htmlText(html: string): HtmlText {
  const page = new PageWords();
  let parser = parserFor(page);
  for (let at = 0; at < html.length; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
    if (page.depth > DEEPEST) {
      parser.end();
      parser = parserFor(page);
    }
  }
  parser.end();
  return page.result();
}

const parserFor = (page: PageWords): Parser =>
  new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    onclosetag: () => page.close(),
    ontext: (words) => page.words(words),
  });

class PageWords {
  readonly #lines = new TextLines();
  readonly #stack: Open[] = [];
  readonly #pieces: HtmlPiece[] = [];
  #title: string | null = null;
  #elements = 0;
  #deepest = 0;

  get depth(): number {
    return this.#stack.length;
  }

  get #top(): Open {
    return this.#stack.at(-1) ?? ROOT;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#top;
    const meaning = tagMeaning(name);
    const open: Open = {
      element: this.#elements,
      name,
      meaning,
      unseen: above.unseen || isUnseen(name, attributes),
      keepsSpace: above.keepsSpace || meaning.keepsSpace,
      inComments: above.inComments || isCommentArea(attributes),
    };
    this.#elements += 1;
    this.#stack.push(open);
    this.#deepest = Math.max(this.#deepest, this.#stack.length);
    if (open.unseen) return;
    this.#lines.breaks(meaning.breaks);
    if (name === 'tr') this.#lines.row();
    if (meaning.cell) this.#lines.cell();
    if (name === 'br') this.#lines.breaks(1, true);
    if (name === 'q') this.words('“');
  }

  close(): void {
    const closed = this.#top;
    if (!closed.unseen && closed.name === 'q') this.words('”');
    this.#stack.pop();
    if (closed.unseen) return;
    if (closed.meaning.cell) this.#lines.endCell();
    this.#lines.breaks(closed.meaning.breaks);
  }

  words(words: string): void {
    const { unseen, name, keepsSpace, element, inComments } = this.#top;
    if (name === 'title' && (this.#title?.length ?? 0) < LONGEST_TITLE) this.#title = (this.#title ?? '') + words;
    if (unseen) return;
    const start = this.#lines.write(words, keepsSpace);
    const end = this.#lines.length;
    if (end === start || this.#pieces.length > MOST_PIECES) return;
    const last = this.#pieces.at(-1);
    if (last?.element === element) this.#pieces[this.#pieces.length - 1] = { ...last, end };
    else this.#pieces.push({ element, start, end, inComments });
  }

  result(): HtmlText {
    const title = wellFormed(this.#title ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    return {
      text: wellFormed(this.#lines.text()),
      title: title === '' ? null : title.slice(0, LONGEST_TITLE),
      pieces: this.#pieces,
      elements: this.#elements,
      deepest: this.#deepest,
    };
  }
}
