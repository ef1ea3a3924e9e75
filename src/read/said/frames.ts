import type { Quote, Sentence, Token, View } from '../passes.ts';

/** A word or mark of a frame, or a whole quotation folded into one item. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Small letters; `“”` for a quotation. */
  readonly lower: string;
  readonly shape: Token['shape'] | 'quote';
  readonly quote: Quote | null;
}

/**
 * A sentence at one level of quotation, with the quotations inside it folded into items: the full stop in “A. B,” says X is
 * none of this frame. Each quotation of speech has frames of its own one level deeper.
 */
export interface Frame {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  /** Index into `View.blocks`. */
  readonly block: number;
  /** The quotation that the frame lies in. */
  readonly within: Quote | null;
  /** The first frame of its block or quotation. */
  readonly first: boolean;
}

interface Part {
  readonly item: Item;
  readonly sentence: number;
}
/** A level of quotation while the tokens stream by. */
interface Level {
  readonly quote: Quote | null;
  readonly parts: Part[];
}

/** No sentence of prose is longer; the rules look to and fro in a frame, so this bounds their time on hostile text. */
const LONGEST_FRAME = 240;

const endOf = (quote: Quote): number => quote.close?.end ?? quote.inner.end;

const tokenItem = ({ start, end, text, lower, shape }: Token): Item => ({
  start,
  end,
  text,
  lower,
  shape,
  quote: null,
});

const quoteItem = (text: string, quote: Quote): Item => ({
  start: quote.open.start,
  end: endOf(quote),
  text: text.slice(quote.open.start, endOf(quote)),
  lower: '“”',
  shape: 'quote',
  quote,
});

/** All frames of a text, outer ones before those inside their quotations, each level in the order of the text. */
export function framesOf(view: View, quotes: readonly Quote[]): Frame[] {
  const frames: Frame[] = [];
  let next = 0;
  for (const group of byBlock(view.sentences)) {
    const from = view.sentences[group.from];
    const to = view.sentences[group.to - 1];
    if (from === undefined || to === undefined) continue;
    while ((quotes[next]?.open.start ?? Infinity) < from.start) next += 1;
    const own: Quote[] = [];
    for (let at = next; at < quotes.length; at += 1) {
      const quote = quotes[at];
      if (quote === undefined || quote.open.start >= to.end) break;
      own.push(quote);
    }
    next += own.length;
    for (const frame of framesOfBlock(view, own, group)) frames.push(frame);
  }
  return frames;
}

interface Group {
  readonly from: number;
  readonly to: number;
}

function byBlock(sentences: readonly Sentence[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (let at = 1; at <= sentences.length; at += 1) {
    if (sentences[at]?.block === sentences[from]?.block) continue;
    groups.push({ from, to: at });
    from = at;
  }
  return groups;
}

function framesOfBlock(view: View, quotes: readonly Quote[], group: Group): Frame[] {
  const root: Level = { quote: null, parts: [] };
  const levels: Level[] = [root];
  const stack: Level[] = [root];
  let next = 0;
  const fold = (until: number): void => {
    for (let top = stack.at(-1); top?.quote && endOf(top.quote) <= until && stack.length > 1; top = stack.at(-1)) {
      stack.pop();
    }
  };
  for (let at = group.from; at < group.to; at += 1) {
    const sentence = view.sentences[at];
    if (sentence === undefined) continue;
    for (let index = sentence.firstToken; index < sentence.lastToken; index += 1) {
      const token = view.tokens[index];
      if (token === undefined) continue;
      fold(token.start);
      for (let quote = quotes[next]; quote && quote.open.start <= token.start; quote = quotes[next]) {
        stack.at(-1)?.parts.push({ item: quoteItem(view.text, quote), sentence: at });
        const level = { quote, parts: [] };
        levels.push(level);
        stack.push(level);
        next += 1;
      }
      const { quote = null, parts } = stack.at(-1) ?? root;
      if (quote === null || (token.start >= quote.inner.start && token.end <= quote.inner.end)) {
        parts.push({ item: tokenItem(token), sentence: at });
      }
    }
  }
  const block = view.sentences[group.from]?.block ?? 0;
  return levels.flatMap((level) => framesOfLevel(level, block, view));
}

/** Cuts a level where a sentence of the view begins; never inside a quotation, nor between a quotation and its `said X`. */
function framesOfLevel(level: Level, block: number, view: View): Frame[] {
  const frames: Frame[] = [];
  let items: Item[] = [];
  const flush = (): void => {
    const first = items[0];
    const last = items.at(-1);
    if (first !== undefined && last !== undefined) {
      frames.push({
        items,
        start: first.start,
        end: last.end,
        block,
        within: level.quote,
        first: frames.length === 0,
      });
    }
    items = [];
  };
  level.parts.forEach((part, at) => {
    const before = level.parts[at - 1];
    if (before !== undefined && (items.length >= LONGEST_FRAME || breaks(view, before, part))) flush();
    items.push(part.item);
  });
  flush();
  return frames;
}

function breaks(view: View, before: Part, part: Part): boolean {
  const { quote } = before.item;
  if (quote === null) return before.sentence !== part.sentence && !/^[,;)\]]$/u.test(part.item.text);
  if (part.item.shape === 'lower' || part.item.shape === 'mark') return false;
  return /[.!?…]\s*$/u.test(view.text.slice(Math.max(quote.inner.end - 2, 0), quote.inner.end));
}
