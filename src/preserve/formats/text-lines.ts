/** Only what HTML calls white space: a no-break space is a character of the text. */
const SPACE = /[ \t\n\f\r]+/g;

/** Puts words, breaks and cells together as a page shows them: breaks meet rather than add up, spaces collapse. */
export class TextLines {
  readonly #parts: string[] = [];
  #length = 0;
  #breaks = 0;
  #space = false;
  #tab = false;
  #rowHasWords = false;
  #freshCell = false;

  get length(): number {
    return this.#length;
  }

  text(): string {
    return this.#parts.join('');
  }

  /** At least so many line breaks before the next words; a break that `adds` comes on top. Never more than a blank line. */
  breaks(count: 0 | 1 | 2, adds = false): void {
    if (count === 0 || this.#freshCell) return;
    this.#breaks = Math.min(2, adds ? this.#breaks + count : Math.max(this.#breaks, count));
    this.#space = false;
  }

  row(): void {
    this.#freshCell = false;
    this.#rowHasWords = false;
    this.breaks(1);
  }

  /** Cells of a row stand on one line, parted by tabs; a paragraph that begins a cell does not break it. */
  cell(): void {
    if (this.#rowHasWords) {
      this.#tab = true;
      this.#breaks = 0;
    }
    this.#freshCell = true;
  }

  /** Breaks after the last paragraph of a cell are the cell's own. */
  endCell(): void {
    this.#breaks = 0;
    this.#space = false;
  }

  /** Adds words as they are shown and returns where they begin in the text. */
  write(words: string, keepsSpace: boolean): number {
    const shown = keepsSpace ? this.#afterBreak(words) : words.replace(SPACE, ' ');
    const from = !keepsSpace && shown.startsWith(' ') ? 1 : 0;
    const to = !keepsSpace && shown.length > from && shown.endsWith(' ') ? shown.length - 1 : shown.length;
    if (from === 1) this.#space = true;
    if (from >= to) return this.#length;
    this.#append(this.#separator());
    const start = this.#length;
    this.#append(shown.slice(from, to));
    this.#breaks = 0;
    this.#tab = false;
    this.#freshCell = false;
    this.#rowHasWords = true;
    this.#space = to < shown.length;
    return start;
  }

  /** The line feed right after `<pre>` is none (WHATWG HTML §13.1.2.5). */
  #afterBreak(words: string): string {
    const first = this.#breaks > 0 || this.#length === 0;
    return first ? words.replace(/^\r?\n/, '') : words;
  }

  #separator(): string {
    if (this.#length === 0) return '';
    if (this.#breaks > 0) return '\n'.repeat(this.#breaks);
    if (this.#tab) return '\t';
    return this.#space ? ' ' : '';
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }
}
