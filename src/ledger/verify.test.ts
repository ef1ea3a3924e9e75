import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedLedger, type SealedDeed } from '../domain/ports.ts';
import { NO_DEEDS, sealDrafts } from './append.ts';
import { signCheckpoint } from './checkpoint.ts';
import { rootOf } from './merkle.ts';
import { handOf, KEYS, SAMPLES, sampleLedger, VESNA } from './sample-deeds.case.ts';
import { signerFrom } from './signing.ts';
import { verifyLedger, type Held, type Verification } from './verify.ts';

const checkpointKey = signerFrom(KEYS.checkpoint);
const ORIGIN = 'actum/0123';
const ledger = sampleLedger(5);
const noteAt = (size: number): { name: string; note: string } => {
  const { frontier } = verify(ledger.sealed.slice(0, size), []).verified.tip;
  return {
    name: `${size}.note`,
    note: signCheckpoint({ origin: ORIGIN, size, root: rootOf(frontier) }, checkpointKey),
  };
};
const heldWith = (notes: Held['notes']): Held => ({
  payloadKeys: KEYS,
  noteKey: { name: ORIGIN, publicKey: checkpointKey.publicKey },
  notes,
});
const verify = (deeds: Iterable<SealedDeed>, notes: Held['notes'] = NOTES): Verification =>
  verifyLedger(deeds, heldWith(notes));
const SIZE = ledger.sealed.length;
const NOTES = [10, SIZE].map(noteAt);
const kinds = ({ findings }: Verification): string[] => findings.map(({ kind }) => kind);

test('L6 an untouched ledger has no findings', () => {
  const { findings, firstBad, verified } = verify(ledger.sealed);
  expect(findings).toEqual([]);
  expect(firstBad).toBeNull();
  expect(verified.tip).toEqual(ledger.tip);
  expect(verify([], []).findings).toEqual([]);
});

test('L6 a changed byte of any deed is found and the deed is named', () => {
  fc.assert(
    fc.property(
      fc.nat(SIZE - 1),
      fc.constantFrom('publicPart', 'sealed', 'salt'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (n, part, pick, mask) => {
        const deeds = ledger.sealed.map((record, each) => {
          if (each !== n) return record;
          const at = pick % record[part].length;
          return {
            ...record,
            [part]: Uint8Array.from(record[part], (byte, here) => (here === at ? byte ^ mask : byte)),
          };
        });
        // Without any checkpoint: but for the last deed, the next one's `prev` alone would tell.
        expect(verify(deeds, []).firstBad).toBe(n);
      },
    ),
    { numRuns: 150 },
  );
});

test('L6 a deed that is left out, doubled, exchanged or moved is found where it begins', () => {
  const { sealed } = ledger;
  for (let n = 0; n + 2 < SIZE; n += 1) {
    expect(verify(sealed.toSpliced(n, 1)).firstBad).toBe(n);
    expect(verify(sealed.toSpliced(n, 0, sealed[n]!)).firstBad).toBe(n + 1);
    expect(verify(sealed.toSpliced(n, 2, sealed[n + 1]!, sealed[n]!)).firstBad).toBe(n);
  }
  for (let n = 0; n < SIZE; n += 1) {
    expect(kinds(verify(sealed.slice(0, n)))).toContain('shorter');
    expect(verify(sealed.slice(0, n)).firstBad).toBe(n);
  }
});

test('L6 a ledger sealed and signed anew with the keys of the case is found by a held checkpoint, and by nothing else', () => {
  const forged = sampleLedger(5);
  expect(verify(forged.sealed, []).findings).toEqual([]);
  expect(verify(forged.sealed).findings.map(({ kind, where }) => [kind, where])).toEqual([
    ['checkpoint', '10.note'],
    ['checkpoint', `${SIZE}.note`],
  ]);
  const late = sealDrafts(
    [{ actor: VESNA, payload: SAMPLES.read }],
    verify(ledger.sealed.slice(0, -1), []).verified.tip,
    handOf(),
  );
  const { findings, firstBad } = verify([...ledger.sealed.slice(0, -1), ...late.sealed]);
  expect(findings.map(({ where }) => where)).toEqual([`${SIZE}.note`]);
  expect(firstBad).toBe(10);
});

test('L6 a deed signed by a key that no member has, or by another one than it names, is found', () => {
  const stranger = sealDrafts(
    [{ actor: VESNA, payload: SAMPLES.read }],
    ledger.tip,
    handOf(() => signerFrom(Buffer.alloc(32, 77))),
  );
  expect(kinds(verify([...ledger.sealed, ...stranger.sealed]))).toEqual(['actor']);
  const honest = signerFrom(Buffer.alloc(32, 1));
  const impostor = { ...signerFrom(Buffer.alloc(32, 77)), id: honest.id };
  const signed = sealDrafts(
    [{ actor: VESNA, payload: SAMPLES.read }],
    ledger.tip,
    handOf(() => impostor),
  );
  expect(kinds(verify([...ledger.sealed, ...signed.sealed]))).toEqual(['signature']);
});

test('L6 files that cannot be read on, an erased payload and a note that does not hold are findings', () => {
  const broken = function* (): Generator<SealedDeed> {
    yield* ledger.sealed.slice(0, 4);
    throw new DamagedLedger(4, 'its record does not hold');
  };
  expect(verify(broken(), []).findings).toMatchObject([{ kind: 'files', n: 4 }]);
  const erased = ledger.sealed.map((record, n) => (n === 3 ? { ...record, salt: Buffer.alloc(32) } : record));
  expect(verify(erased).findings).toMatchObject([{ kind: 'erased', n: 3 }]);
  const bad = { name: 'bad.note', note: noteAt(10).note.replace('10', '11') };
  expect(verify(ledger.sealed, [bad]).findings).toMatchObject([{ kind: 'checkpoint', where: 'bad.note', n: null }]);
  const failing = function* (): Generator<SealedDeed> {
    yield* [];
    throw new Error('a bug');
  };
  expect(() => verify(failing())).toThrow('a bug');
});

test('L6 two checkpoints of one size with different roots cannot both hold', () => {
  const fork = {
    name: 'fork.note',
    note: signCheckpoint({ origin: ORIGIN, size: 10, root: Buffer.alloc(32) }, checkpointKey),
  };
  expect(verify(ledger.sealed, [...NOTES, fork]).findings).toMatchObject([
    { kind: 'checkpoint', where: 'fork.note', n: 0 },
  ]);
});

test('L11 to go on from a good end says the same as to begin at the first deed', () => {
  for (let cut = 0; cut <= SIZE; cut += 1) {
    const { verified } = verify(ledger.sealed.slice(0, cut), []);
    const resumed = verifyLedger(ledger.sealed.slice(cut), heldWith(NOTES), verified);
    expect(resumed).toEqual(verify(ledger.sealed));
    const forged = sampleLedger(5).sealed.slice(cut);
    if (cut > 0 && cut < SIZE) expect(verifyLedger(forged, heldWith(NOTES), verified).firstBad).toBe(cut);
  }
});

test('L6 a ledger of nothing but faults does not fill the memory', () => {
  const nothing = { publicPart: Buffer.from('{}'), sealed: Buffer.alloc(0), salt: Buffer.alloc(32, 1) };
  expect(
    verify(
      Array.from({ length: 3000 }, () => nothing),
      [],
    ).findings,
  ).toHaveLength(1000);
  expect(verify([], []).verified.tip).toEqual(NO_DEEDS);
});
