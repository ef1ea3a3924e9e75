/** A note of the margin: where its words stand and how tall it is, in pixels from the top of the text. */
export interface NoteBox {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}

/**
 * Lays notes beside their words (SPEC W21). `boxes` come in the order of the text. A note stands at its line and is
 * pushed down where it would lie on the one before; the note in focus keeps its line, and those before it move up, as
 * far as the top of the page allows. Linear time.
 */
export function layNotes(boxes: readonly NoteBox[], gap: number, focus: string | null): ReadonlyMap<string, number> {
  const tops = boxes.map((box) => Math.max(0, box.y));
  const held = boxes.findIndex((box) => box.id === focus);
  liftAbove(boxes, tops, gap, held);
  let floor = 0;
  for (const [at, box] of boxes.entries()) {
    const top = Math.max(tops[at] ?? 0, floor);
    tops[at] = top;
    floor = top + box.height + gap;
  }
  return new Map(boxes.map((box, at) => [box.id, tops[at] ?? 0]));
}

function liftAbove(boxes: readonly NoteBox[], tops: number[], gap: number, held: number): void {
  let ceiling = tops[held] ?? 0;
  for (let at = held - 1; at >= 0; at -= 1) {
    const top = Math.min(tops[at] ?? 0, ceiling - gap - (boxes[at]?.height ?? 0));
    tops[at] = Math.max(0, top);
    ceiling = top;
  }
}
