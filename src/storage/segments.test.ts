import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedLedger, type SealedDeed } from '../domain/ports.ts';
import { CASE, chanceFrom, LossyFiles, PowerLost } from './files-lossy.case.ts';
import type { Files } from './files.ts';
import { openSegments, type Segments } from './segments.ts';
import { receiptOf } from './vault.case.ts';
import { join } from 'node:path';

const LEDGER = join(CASE, 'ledger');
/** Small, so that a few deeds fill several. */
const OPTIONS = { segmentBytes: 700 };
const openOn = (files: Files): Segments => openSegments(files, LEDGER, OPTIONS);

const deed = (size: number): SealedDeed => ({
  publicPart: randomBytes(60),
  sealed: randomBytes(size),
  salt: randomBytes(32),
});
const group = (...sizes: number[]): SealedDeed[] => sizes.map(deed);
const hex = (deeds: Iterable<SealedDeed>): string[] =>
  [...deeds].map(({ publicPart, sealed, salt }) => Buffer.concat([publicPart, sealed, salt]).toString('hex'));

/** A ledger of several segments, and what was appended. */
function ledgerOf(groups: readonly SealedDeed[][]): { files: LossyFiles; deeds: SealedDeed[] } {
  const files = LossyFiles.with(CASE);
  const segments = openOn(files);
  const deeds: SealedDeed[] = [];
  for (const each of groups) {
    receiptOf(segments.append(each, deeds.length));
    deeds.push(...each);
  }
  return { files, deeds };
}
const GROUPS = [group(100, 200), group(300), group(5, 600, 0), group(100), group(40, 40)];

test('L9 deeds come back by number and in order, in this process and after an opening', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      (sizes) => {
        const { files, deeds } = ledgerOf(sizes.map((each) => group(...each)));
        const segments = openOn(files);
        expect(segments.size()).toBe(deeds.length);
        for (let from = 0; from <= deeds.length; from += 1) {
          expect(hex(segments.iterate(from))).toEqual(hex(deeds.slice(from)));
        }
        deeds.forEach((each, n) => expect(hex([segments.read(n)])).toEqual(hex([each])));
        expect(() => segments.read(deeds.length)).toThrow(DamagedLedger);
      },
    ),
    { numRuns: 60 },
  );
});

test('L10 a process sees what another one appended, and appends behind it', () => {
  const { files } = ledgerOf([]);
  const [mine, theirs] = [openOn(files), openOn(files)];
  const all: SealedDeed[] = [];
  GROUPS.forEach((each, turn) => {
    const [writer, reader] = turn % 2 === 0 ? [mine, theirs] : [theirs, mine];
    writer.refresh();
    receiptOf(writer.append(each, all.length));
    all.push(...each);
    expect(reader.refresh()).toBe(true);
    expect(reader.refresh()).toBe(false);
    expect(hex(reader.iterate(0))).toEqual(hex(all));
  });
  expect(() => mine.append(group(1), all.length + 1)).toThrow('outside the lock');
});

const LAST = join(LEDGER, '000003.seg');

test('L8 an end torn at any byte is cut to the deeds that are whole, and said; the ledger goes on', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  expect(files.list(LEDGER)).toEqual(['000001.seg', '000002.seg', '000003.seg', 'salts.bin']);
  const whole = files.contents().get(LAST)!;
  for (let length = 0; length < whole.length; length += 1) {
    const torn = files.copy();
    torn.set(LAST, whole.subarray(0, length));
    const segments = openOn(torn);
    const size = segments.size();
    expect(size).toBeLessThan(deeds.length);
    const cut = receiptOf(segments.mend(size));
    if (cut !== null) expect(cut).toMatchObject({ file: LAST, deeds: size });
    expect(receiptOf(segments.mend(size))).toBeNull();
    const more = group(30);
    receiptOf(segments.append(more, size));
    expect(hex(openOn(torn).iterate(0))).toEqual(hex([...deeds.slice(0, size), ...more]));
  }
});

const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, n) => (n === at ? byte ^ 4 : byte));

function readable(segments: Segments): SealedDeed[] {
  const deeds: SealedDeed[] = [];
  try {
    for (const each of segments.iterate(0)) deeds.push(each);
  } catch (error) {
    if (error instanceof DamagedLedger) return deeds;
    throw error;
  }
  throw new Error('nothing was found');
}

test('L8 a changed byte in any segment is found, cuts nothing that was acknowledged, and hides no deed before it', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  for (const name of files.list(LEDGER).filter((each) => each.endsWith('.seg'))) {
    const path = join(LEDGER, name);
    const whole = files.contents().get(path)!;
    for (let at = 0; at < whole.length; at += 1) {
      const changed = files.copy();
      changed.set(path, flipped(whole, at));
      const segments = openOn(changed);
      const mended = segments.mend(deeds.length);
      if (segments.size() < deeds.length) expect(mended).toMatchObject({ problem: { kind: 'case-damaged' } });
      expect(changed.contents().get(path)!.equals(flipped(whole, at))).toBe(true);
      const held = readable(segments);
      expect(held.length).toBeLessThan(deeds.length);
      expect(hex(held)).toEqual(hex(deeds.slice(0, held.length)));
    }
  }
});

test('L8 a bad byte with a whole group behind it was acknowledged once: nothing is cut, whoever asks', () => {
  const [first, second] = [group(50, 60), group(70)];
  const { files } = ledgerOf([first, second]);
  const path = join(LEDGER, '000001.seg');
  const whole = files.contents().get(path)!;
  const secondGroup = whole.length - (16 + 60 + 70);
  for (let at = 0; at < whole.length; at += 1) {
    const changed = files.copy();
    changed.set(path, flipped(whole, at));
    expect(openOn(changed).mend(0).ok).toBe(at >= secondGroup);
  }
});

test('L8 a ledger that became shorter under an open handle is damage, and nothing is written into the gap', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  const segments = openOn(files);
  const shorter = files.contents().get(LAST)!.subarray(0, -1);
  files.set(LAST, shorter);
  expect(segments.append(group(1), deeds.length)).toMatchObject({ problem: { kind: 'case-damaged' } });
  expect(files.contents().get(LAST)!.equals(shorter)).toBe(true);
  files.remove(LAST);
  expect(segments.mend(0)).toMatchObject({ problem: { kind: 'case-damaged' } });
  expect(() => hex(segments.iterate(0))).toThrow(DamagedLedger);
});

test('L8 an earlier segment that holds fewer deeds than the next one counts on is damage where it is read', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  const path = join(LEDGER, '000001.seg');
  const whole = files.contents().get(path)!;
  for (const shorter of [
    whole.subarray(0, -1),
    whole.subarray(0, -(16 + 60 + 300)),
    Buffer.concat([whole, Buffer.alloc(1)]),
  ]) {
    const changed = files.copy();
    changed.set(path, shorter);
    const segments = openOn(changed);
    expect(segments.size()).toBe(deeds.length);
    expect(hex([segments.read(5)])).toEqual(hex([deeds[5]!]));
    expect(() => segments.read(0)).toThrow(DamagedLedger);
    expect(() => hex(segments.iterate(0))).toThrow(DamagedLedger);
  }
});

test('L8 a segment that is gone, or stands where it does not follow, is damage', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  for (const gone of ['000001.seg', '000002.seg']) {
    const changed = files.copy();
    changed.remove(join(LEDGER, gone));
    expect(openOn(changed).mend(0)).toMatchObject({ ok: false, problem: { kind: 'case-damaged' } });
    expect(() => hex(openOn(changed).iterate(0))).toThrow(DamagedLedger);
  }
  const shorter = files.copy();
  shorter.remove(join(LEDGER, '000003.seg'));
  expect(openOn(shorter).mend(deeds.length)).toMatchObject({ ok: false, problem: { kind: 'case-damaged' } });
  const unsalted = files.copy();
  unsalted.set(join(LEDGER, 'salts.bin'), files.contents().get(join(LEDGER, 'salts.bin'))!.subarray(0, 70));
  expect(() => hex(openOn(unsalted).iterate(0))).toThrow('deed 2: its salt');
});

test('L9 a group that a full disk refuses is not there at all, wherever it fails, and the next one is', () => {
  const { files, deeds } = ledgerOf(GROUPS);
  for (const filled of [0, 700]) {
    for (let steps = 0; ; steps += 1) {
      const full = files.copy();
      const segments = openOn(full);
      if (filled > 0) receiptOf(segments.append(group(filled), deeds.length));
      const size = segments.size();
      [full.steps, full.stopAfter, full.code] = [0, steps, 'ENOSPC'];
      const appended = segments.append(group(900, 40), size);
      if (appended.ok) break;
      expect(appended.problem.kind).toBe('disk-full');
      full.stopAfter = Infinity;
      expect(openOn(full).size()).toBe(size);
      expect(receiptOf(openOn(full).mend(size))).toBeNull();
      receiptOf(segments.append(group(1), size));
      expect(openOn(full).size()).toBe(size + 1);
      expect(steps).toBeLessThan(20);
    }
  }
});

test('L9 after a power loss at any step what was acknowledged stands, and the ledger goes on', () => {
  const script = (files: LossyFiles): SealedDeed[] => {
    const acknowledged: SealedDeed[] = [];
    try {
      const segments = openOn(files);
      for (const each of GROUPS) {
        receiptOf(segments.append(each, acknowledged.length));
        acknowledged.push(...each);
      }
    } catch (error) {
      if (!(error instanceof PowerLost)) throw error;
    }
    return acknowledged;
  };
  const dry = LossyFiles.with(CASE);
  expect(script(dry)).toHaveLength(9);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: dry.steps }), fc.nat(), (steps, seed) => {
      const files = LossyFiles.with(CASE);
      files.stopAfter = steps;
      const acknowledged = script(files);
      const left = files.afterPowerLoss(chanceFrom(seed));
      const segments = openOn(left);
      receiptOf(segments.mend(acknowledged.length));
      expect(hex(segments.iterate(0)).slice(0, acknowledged.length)).toEqual(hex(acknowledged));
      receiptOf(segments.append(group(10), segments.size()));
      expect(hex(openOn(left).iterate(0))).toHaveLength(segments.size());
    }),
    { numRuns: 500 },
  );
});
