import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layNotes } from './note-layout.ts';

const GAP = 8;
const boxes = fc
  .array(fc.record({ y: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) }), { minLength: 1, maxLength: 30 })
  .map((list) => list.sort((a, b) => a.y - b.y).map((box, at) => ({ ...box, id: `n${at}` })));

test('W21 notes never lie on each other, keep the order of the text and stay on the page', () => {
  fc.assert(
    fc.property(boxes, fc.nat(30), (list, pick) => {
      const tops = layNotes(list, GAP, list[pick % list.length]?.id ?? null);
      let floor = 0;
      for (const box of list) {
        const top = tops.get(box.id) ?? -1;
        expect(top).toBeGreaterThanOrEqual(floor);
        floor = top + box.height + GAP;
      }
    }),
  );
});

test('W21 the note in focus stands at its line whenever those before it find room above', () => {
  fc.assert(
    fc.property(boxes, fc.nat(30), (list, pick) => {
      const at = pick % list.length;
      const focus = list[at];
      if (focus === undefined) return;
      const above = list.slice(0, at).reduce((sum, box) => sum + box.height + GAP, 0);
      const tops = layNotes(list, GAP, focus.id);
      if (above <= focus.y) expect(tops.get(focus.id)).toBe(focus.y);
      else expect(tops.get(focus.id)).toBe(above);
    }),
  );
});

test('W21 with room for all, each note stands at the height of its line', () => {
  const tops = layNotes(
    [
      { id: 'a', y: 10, height: 40 },
      { id: 'b', y: 200, height: 40 },
    ],
    GAP,
    null,
  );
  expect([...tops.values()]).toEqual([10, 200]);
});
