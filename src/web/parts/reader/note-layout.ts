/** A note of the margin: where its words stand and how tall it is, in pixels from the top of the text. */
export interface NoteBox {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}

export interface NoteLayout {
  readonly gap: number;
  readonly focus: string | null;
  /** Height of the line that says how many notes found no room above the one in focus. */
  readonly header: number;
}

/**
 * Lays notes beside their words (SPEC W21). `boxes` come in the order of the text. A note stands at its line and is
 * pushed down where it would lie on the one before. The note in focus keeps its line: those before it move up, and those
 * that find no room above are left out, under a header that counts them. Linear time.
 */
export function layNotes(boxes: readonly NoteBox[], { gap, focus, header }: NoteLayout): ReadonlyMap<string, number> {
  const latest = latestTops(
    boxes,
    gap,
    boxes.findIndex((box) => box.id === focus),
  );
  const room = latest.some((top) => top < 0) ? header : 0;
  const tops = new Map<string, number>();
  let floor = room;
  for (const [at, box] of boxes.entries()) {
    const limit = latest[at] ?? Infinity;
    if (limit < room) continue;
    const top = Math.min(limit, Math.max(box.y, floor));
    tops.set(box.id, top);
    floor = top + box.height + gap;
  }
  return tops;
}

/** How far down each note before the one in focus may stand, so that this one keeps its line. */
function latestTops(boxes: readonly NoteBox[], gap: number, held: number): readonly number[] {
  const tops = Array.from({ length: Math.max(0, held) }, () => 0);
  let ceiling = boxes[held]?.y ?? 0;
  for (let at = held - 1; at >= 0; at -= 1) {
    ceiling -= (boxes[at]?.height ?? 0) + gap;
    tops[at] = ceiling;
  }
  return tops;
}
