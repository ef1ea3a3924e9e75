import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layNotes, type NoteBox } from './note-layout.ts';

const GAP = 8;
const HEADER = 26;
const lay = (boxes: readonly NoteBox[], focus: string | null) => layNotes(boxes, { gap: GAP, focus, header: HEADER });
const boxes = fc
  .array(fc.record({ y: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) }), { minLength: 1, maxLength: 30 })
  .map((list) => list.sort((a, b) => a.y - b.y).map((box, at) => ({ ...box, id: `n${at}` })));

test('W21 notes never lie on each other, keep the order of the text and stay on the page', () => {
  fc.assert(
    fc.property(boxes, fc.nat(30), (list, pick) => {
      const tops = lay(list, list[pick % list.length]?.id ?? null);
      let floor = tops.size < list.length ? HEADER : 0;
      for (const box of list) {
        const top = tops.get(box.id);
        if (top === undefined) continue;
        expect(top).toBeGreaterThanOrEqual(floor);
        floor = top + box.height + GAP;
      }
    }),
  );
});

test('W21 the note in focus always stands at its line; only notes before it may find no room', () => {
  fc.assert(
    fc.property(boxes, fc.nat(30), (list, pick) => {
      const at = pick % list.length;
      const tops = lay(list, `n${at}`);
      const line = list[at]?.y ?? 0;
      expect(tops.get(`n${at}`)).toBe(tops.size < list.length ? Math.max(line, HEADER) : line);
      for (const box of list.slice(at)) expect(tops.has(box.id)).toBe(true);
      const above = list.slice(0, at).reduce((sum, box) => sum + box.height + GAP, 0);
      if (above <= (list[at]?.y ?? 0)) expect(tops.size).toBe(list.length);
    }),
  );
});

test('W21 the notes nearest to the one in focus are kept', () => {
  const list = [0, 1, 2, 3].map((at) => ({ id: `n${at}`, y: 100, height: 40 }));
  expect([...lay(list, 'n3').keys()]).toEqual(['n2', 'n3']);
});

test('W21 with room for all, each note stands at the height of its line', () => {
  const tops = lay(
    [
      { id: 'a', y: 10, height: 40 },
      { id: 'b', y: 200, height: 40 },
    ],
    null,
  );
  expect([...tops.values()]).toEqual([10, 200]);
});
