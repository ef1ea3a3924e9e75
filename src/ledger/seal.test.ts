import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { actorName } from '../domain/ids.ts';
import { canonicalJson } from '../kit/canonical-json.ts';
import { sealBox } from './box.ts';
import { SAMPLES, KEYS, VESNA, handOf, sampleLedger } from './sample-deeds.case.ts';
import { NO_DEEDS, sealDrafts } from './append.ts';
import { openDeed, parsePublicPart, sealDeed, type Sealing } from './seal.ts';
import { signerFrom } from './signing.ts';
import { lift } from './upcast.ts';

const by = { keys: KEYS, nameOf: () => VESNA };
const ledger = sampleLedger();
const faultOf = (record: Parameters<typeof openDeed>[0]): string => {
  const opened = openDeed(record, 0, by);
  return opened.ok ? 'none' : opened.problem.kind;
};

test('L1 a public part has these members in this order and holds nothing of what the deed says', () => {
  for (const { publicPart } of ledger.sealed) {
    const shown = Buffer.from(publicPart).toString('utf8');
    expect(shown).toMatch(
      /^\{"actor":"key_[a-z2-7]{26}","at":"[^"]{24}","c":"[0-9a-f]{64}","kind":"[a-z-]+","obj":"[0-9a-f]{64}","prev":"[0-9a-f]{64}","sig":"[0-9a-f]{128}","v":1\}$/,
    );
    for (const word of ['Vesna', 'Karsel', 'src_', 'ab'.repeat(8), 'cd'.repeat(8)]) expect(shown).not.toContain(word);
  }
});

test('L1 each deed commits to the one before it, to its payload and, anew each time, to its object', () => {
  const [a, b] = [sampleLedger(), sampleLedger()].map(({ sealed }) =>
    sealed.map(({ publicPart }) => {
      const part = parsePublicPart(publicPart);
      if (!part.ok) throw new Error(part.problem.what);
      return part.value;
    }),
  );
  a!.forEach((part, n) => {
    expect(part.obj).not.toBe(b![n]!.obj);
    expect(part.c).not.toBe(b![n]!.c);
    const before = ledger.sealed[n - 1];
    const prev =
      before === undefined ? '0'.repeat(64) : createHash('sha256').update('\0').update(before.publicPart).digest('hex');
    expect(JSON.parse(Buffer.from(ledger.sealed[n]!.publicPart).toString('utf8')).prev).toBe(prev);
  });
});

test('L3 a deed of every kind comes back as it was done', () => {
  const opened = ledger.sealed.map((record, n) => openDeed(record, n, by));
  expect(opened).toEqual(ledger.deeds.map((value) => ({ ok: true, value })));
  expect(new Set(ledger.deeds.map((deed) => deed.payload.kind)).size).toBe(Object.keys(SAMPLES).length);
});

test('L4 a changed byte of public part, seal or salt is refused', () => {
  for (const record of ledger.sealed.slice(0, 3)) {
    for (const part of ['publicPart', 'sealed', 'salt'] as const) {
      for (let at = 0; at < record[part].length; at += 1) {
        const changed = { ...record, [part]: Uint8Array.from(record[part], (byte, n) => (n === at ? byte ^ 1 : byte)) };
        expect(['public-part', 'newer', 'seal']).toContain(faultOf(changed));
      }
    }
  }
});

const sealing = (payload: Sealing['payload'], salt = Buffer.alloc(32, 9)): Sealing => {
  const { id, at } = ledger.deeds[0]!;
  return { id, at, payload, prev: '0'.repeat(64), salt, guarded: false };
};
const signer = signerFrom(Buffer.alloc(32, 1));
const seal = (payload: Sealing['payload']): ReturnType<typeof sealDeed> => sealDeed(sealing(payload), signer, KEYS);
const label = 'actum/deed/v1';

test('L4 what holds the case key and seals another payload under the same public part is refused by the commitment', () => {
  const { publicPart, salt } = seal(SAMPLES.adopt);
  const other = Buffer.from(canonicalJson({ id: ledger.deeds[0]!.id, kind: 'adopt', schema: 1 }));
  const sealed = sealBox({ key: KEYS.payload, salt, label }, other, publicPart);
  expect(faultOf({ publicPart, sealed, salt })).toBe('commitment');
});

test('L4 a payload about something else than the public part commits to is refused', () => {
  const record = seal(SAMPLES.adopt);
  const part = JSON.parse(Buffer.from(record.publicPart).toString('utf8'));
  const publicPart = Buffer.from(canonicalJson({ ...part, obj: '0'.repeat(64) }));
  const plain = Buffer.from(
    canonicalJson({ ...JSON.parse(JSON.stringify(SAMPLES.adopt)), id: ledger.deeds[0]!.id, schema: 1 }),
  );
  const sealed = sealBox({ key: KEYS.payload, salt: record.salt, label }, plain, publicPart);
  expect(faultOf({ ...record, publicPart, sealed })).toBe('object');
});

test('L4 an erased payload, an unknown key and a member who does not sign with his own key say so', () => {
  expect(faultOf({ ...ledger.sealed[1]!, salt: Buffer.alloc(32) })).toBe('erased');
  const unknown = openDeed(ledger.sealed[1]!, 1, { ...by, nameOf: () => undefined });
  expect(unknown).toMatchObject({ problem: { kind: 'actor' } });
  const foreign = sealDrafts(
    [{ actor: actorName('Mara'), payload: SAMPLES.member }],
    NO_DEEDS,
    handOf(() => signerFrom(Buffer.alloc(32, 2))),
  );
  expect(faultOf(foreign.sealed[0]!)).toBe('actor');
});

test('L4 a public part that is not in canonical form is refused', () => {
  const record = ledger.sealed[0]!;
  const shown = Buffer.from(record.publicPart).toString('utf8');
  for (const other of [
    ` ${shown}`,
    shown.replace(',', ', '),
    shown.replace('"v":1', '"v":1,"v":1'),
    shown.replace('"v":1', '"v":1,"w":1'),
    '',
    '[]',
  ]) {
    expect(faultOf({ ...record, publicPart: Buffer.from(other) })).toBe('public-part');
  }
});

test('L5 a newer envelope and a newer payload are newer; a payload too wide or too narrow is refused', () => {
  const record = ledger.sealed[0]!;
  const shown = Buffer.from(record.publicPart).toString('utf8');
  expect(faultOf({ ...record, publicPart: Buffer.from(shown.replace('"v":1', '"v":2')) })).toBe('newer');
  const kindOf = (kind: 'open' | 'accept', json: unknown): string => {
    const lifted = lift(kind, json);
    return lifted.ok ? 'good' : lifted.problem.kind;
  };
  const { id } = ledger.deeds[0]!;
  expect(kindOf('open', { kind: 'open', name: 'x', id, schema: 1 })).toBe('good');
  expect(kindOf('open', { kind: 'open', shape: 'unknown', id, schema: 2 })).toBe('newer');
  expect(kindOf('open', { kind: 'open', name: 'x', more: 1, id, schema: 1 })).toBe('payload');
  expect(kindOf('open', { kind: 'open', id, schema: 1 })).toBe('payload');
  expect(kindOf('open', { kind: 'open', name: 'x', id: 'x', schema: 1 })).toBe('payload');
  expect(kindOf('open', { kind: 'open', name: 'x', id })).toBe('payload');
  expect(kindOf('accept', { ...SAMPLES.record, id, schema: 1 })).toBe('payload');
  expect(kindOf('open', undefined)).toBe('payload');
});

test('N4 a deed that speaks of guarded people opens under the second key alone', () => {
  const record = sealDeed({ ...sealing(SAMPLES.mark), guarded: true }, signer, KEYS);
  const under = (keys: Pick<typeof KEYS, 'payload' | 'sensitive'>) => openDeed(record, 1, { keys, nameOf: by.nameOf });
  expect(under(KEYS)).toMatchObject({ ok: true });
  expect(under({ ...KEYS, sensitive: Buffer.alloc(32, 7) })).toMatchObject({ problem: { kind: 'seal' } });
  expect(under({ ...KEYS, payload: Buffer.alloc(32, 7) })).toMatchObject({ ok: true });
});
