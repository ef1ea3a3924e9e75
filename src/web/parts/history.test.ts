import { expect, test } from 'vitest';
import { line } from '../mock/sources.ts';
import { canTakeBack } from './history.tsx';

test('W8 only a standing decision offers to be taken back: never custody, a reading, a release, or taking back itself', () => {
  expect(
    ['accept', 'record', 'reject', 'status', 'adopt', 'judge', 'mark', 'hold'].map((kind) =>
      canTakeBack(line(1, kind, '')),
    ),
  ).toEqual(Array.from({ length: 8 }, () => true));
  expect(
    ['open', 'ingest', 'derive', 'read', 'release', 'take-back'].map((kind) => canTakeBack(line(1, kind, ''))),
  ).toEqual(Array.from({ length: 6 }, () => false));
  expect(canTakeBack({ ...line(1, 'accept', ''), takenBack: true })).toBe(false);
});
