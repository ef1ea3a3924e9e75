import type { PageBox, PageMap, PageText } from '../../domain/source.ts';
import { wellFormed } from '../decode.ts';
import type { TextRange } from '../extracted.ts';
import { columnsOf, goesOn, jointOf, wrapped, type Joint, type Line } from './pdf-layout.ts';

const BETWEEN = { word: '', nothing: '', space: ' ', line: '\n', paragraph: '\n\n' } as const satisfies Record<
  Joint,
  string
>;

export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** Puts the lines of pages together as one text, and keeps where each run of it stands. */
export class PdfPages {
  readonly #parts: string[] = [];
  readonly #pages: PageText[] = [];
  readonly #edges: Edge[] = [];
  #length = 0;
  #last: Line | undefined;

  get length(): number {
    return this.#length;
  }

  add(size: PageSize, lines: readonly Line[]): void {
    const columns = columnsOf(lines);
    const boxes: PageBox[] = [];
    let start: number | undefined;
    for (const [at, line] of lines.entries()) {
      const column = columns[at - 1];
      const joint = this.#last && (column ? jointOf(this.#last, line, column) : overPage(this.#last, line));
      const from = this.#join(line, joint);
      start ??= from;
      if (at < EDGE || at >= lines.length - EDGE)
        this.#edges.push({ page: size.page, words: unnumbered(line.text), range: [from, this.#length] });
      for (const box of line.boxes) boxes.push({ ...box, start: box.start + from, end: box.end + from });
    }
    this.#pages.push({ ...size, start: start ?? this.#length, end: this.#length, boxes });
  }

  #join(line: Line, joint: Joint | undefined): number {
    if (joint === 'word') this.#dropHyphen();
    if (joint !== undefined) this.#append(BETWEEN[joint]);
    const from = this.#length;
    this.#append(line.text);
    this.#last = line;
    return from;
  }

  #dropHyphen(): void {
    const last = this.#parts.pop() ?? '';
    this.#parts.push(last.slice(0, -1));
    this.#length -= 1;
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** Running heads and page numbers: what stands at the edge of three pages, and of a quarter of all, but for its numbers. */
  furniture(): readonly TextRange[] {
    const seen = new Map<string, Set<number>>();
    for (const { words, page } of this.#edges) seen.set(words, (seen.get(words) ?? new Set()).add(page));
    const enough = Math.max(3, this.#pages.length / 4);
    return this.#edges.filter(({ words }) => (seen.get(words)?.size ?? 0) >= enough).map(({ range }) => range);
  }

  text(): string {
    return wellFormed(this.#parts.join(''));
  }

  map(): PageMap {
    return { pages: this.#pages.map((page, at) => withoutHyphens(page, this.#pages[at + 1]?.start ?? this.#length)) };
  }
}

/** A line among the first or last of its page, with its words as they would stand on another page. */
interface Edge {
  readonly page: number;
  readonly words: string;
  readonly range: TextRange;
}
const EDGE = 2;
const unnumbered = (words: string): string => words.slice(0, 200).replace(/\d+/g, '0');

const overPage = (last: Line, line: Line): Joint => (goesOn(last, line) ? wrapped(last, line) : 'paragraph');

/** No box or page reaches into the next one: where a hyphen went, its letter's place belongs to what follows. */
function withoutHyphens(page: PageText, nextStart: number): PageText {
  const end = Math.min(page.end, nextStart);
  const boxes = page.boxes.map((box, at) => ({ ...box, end: Math.min(box.end, page.boxes[at + 1]?.start ?? end) }));
  return { ...page, end, boxes: boxes.filter((box) => box.end > box.start) };
}
