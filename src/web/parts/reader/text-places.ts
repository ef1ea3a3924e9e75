import type { Range } from './segments.ts';

/** Paragraphs farther than this from the window are not drawn yet: their lines are estimated, not asked for. */
const NEAR = 1500;

const numberOf = (element: Element, name: 'data-p' | 'data-s' | 'data-e'): number => Number(element.getAttribute(name));

/** The last of `elements` whose `name` is not beyond `offset`; they stand in the order of the text. */
function lastUpTo(elements: HTMLCollection, name: 'data-p' | 'data-s', offset: number): Element | null {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const element = elements[middle];
    if (element !== undefined && element.hasAttribute(name) && numberOf(element, name) <= offset) low = middle;
    else high = middle - 1;
  }
  return elements[low] ?? null;
}

/** The segment of the text that holds an offset. */
export function segmentAt(text: Element, offset: number): Element | null {
  const paragraph = lastUpTo(text.children, 'data-p', offset);
  return paragraph === null ? null : lastUpTo(paragraph.children, 'data-s', offset);
}

/**
 * How far below the top of the text the lines of some offsets stand, in pixels. `offsets` come in the order of the text,
 * so that paragraphs and offsets are walked together.
 */
export function linesOf(text: Element, offsets: readonly number[]): readonly number[] {
  const from = text.getBoundingClientRect().top;
  let paragraph = text.firstElementChild;
  let box = paragraph?.getBoundingClientRect();
  return offsets.map((offset) => {
    const before = paragraph;
    paragraph = walkTo(paragraph, offset);
    if (paragraph !== before) box = paragraph?.getBoundingClientRect();
    if (paragraph === null || box === undefined) return 0;
    if (box.bottom < -NEAR || box.top > window.innerHeight + NEAR) return box.top - from;
    const segment = lastUpTo(paragraph.children, 'data-s', offset);
    return (segment?.getClientRects()[0]?.top ?? box.top) - from;
  });
}

function walkTo(paragraph: Element | null, offset: number): Element | null {
  let at = paragraph;
  for (let next = at?.nextElementSibling ?? null; next !== null; next = next.nextElementSibling) {
    if (!next.hasAttribute('data-p') || numberOf(next, 'data-p') > offset) break;
    at = next;
  }
  return at;
}

/** The offset in the text of a point of the document, or null outside the text. */
function offsetOf(text: Element, node: Node, at: number): number | null {
  if (!text.contains(node)) return null;
  if (node instanceof Text) {
    const segment = node.parentElement?.closest('[data-s]');
    return segment ? numberOf(segment, 'data-s') + at : null;
  }
  if (!(node instanceof Element)) return null;
  const next = node.childNodes[at];
  const inner = next instanceof Element ? (next.matches('[data-s]') ? next : next.querySelector('[data-s]')) : null;
  if (inner !== null) return numberOf(inner, 'data-s');
  if (node.matches('[data-s]')) return numberOf(node, at === 0 ? 'data-s' : 'data-e');
  const last = [...node.querySelectorAll('[data-e]')].at(-1);
  return last === undefined ? null : numberOf(last, 'data-e');
}

/** What is selected of the text, white space at its ends left out; null when nothing is. */
export function selectedRange(text: Element, selection: Selection | null): Range | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(text, range.startContainer, range.startOffset);
  const end = offsetOf(text, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

/** A range without the white space at its ends; null where nothing else is in it. */
export function trimmed(words: string, from: number, range: Range): Range | null {
  const text = words.slice(range.start - from, range.end - from);
  const start = range.start + (text.length - text.trimStart().length);
  const end = range.end - (text.length - text.trimEnd().length);
  return start < end ? { start, end } : null;
}

/** Selects words from the keyboard: the word at an offset, or one more, one fewer, the next, the one before. */
export function selectWord(text: Element, offset: number): void {
  const node = segmentAt(text, offset)?.firstChild;
  const selection = window.getSelection();
  if (!(node instanceof Text) || selection === null) return;
  const segment = node.parentElement;
  const at = offset - (segment === null ? 0 : numberOf(segment, 'data-s'));
  selection.setBaseAndExtent(node, at, node, at);
  selection.modify('extend', 'forward', 'word');
}

export const stretch = (by: 'forward' | 'backward'): void => window.getSelection()?.modify('extend', by, 'word');

export function moveSelection(by: 'forward' | 'backward'): void {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return;
  if (by === 'forward') selection.collapseToEnd();
  else selection.collapseToStart();
  if (by === 'backward') selection.modify('move', 'backward', 'word');
  selection.modify('extend', 'forward', 'word');
}
