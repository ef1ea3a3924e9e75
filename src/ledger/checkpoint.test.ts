import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteKeyId, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { signerFrom, verifierFrom } from './signing.ts';

const signer = signerFrom(Buffer.alloc(32, 3));
const ORIGIN = 'actum/0123';
const KEY = { name: ORIGIN, publicKey: signer.publicKey };
const CHECKPOINT = { origin: ORIGIN, size: 12, root: Buffer.alloc(32, 9) };
const note = signCheckpoint(CHECKPOINT, signer);
const kindOf = (text: string, key = KEY): string => {
  const opened = openCheckpoint(text, key);
  return opened.ok ? 'good' : opened.problem.kind;
};

test('L7 key id and signature are those of the published note of Go sumdb', () => {
  const publicKey = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
  expect(Buffer.from(noteKeyId({ name: 'PeterNeumann', publicKey })).toString('hex')).toBe('c74f20a3');
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const line = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
  expect(verifierFrom(publicKey)?.(Buffer.from(text), Buffer.from(line, 'base64').subarray(4))).toBe(true);
});

test('L7 a checkpoint is three lines and a signature, and comes back as it was signed', () => {
  expect(note).toMatch(/^actum\/0123\n12\n[A-Za-z0-9+/]{43}=\n\n— actum\/0123 [A-Za-z0-9+/]+=*\n$/);
  expect(openCheckpoint(note, KEY)).toEqual({ ok: true, value: CHECKPOINT });
  expect(signCheckpoint(CHECKPOINT, signer)).toBe(note);
});

test('L7 every changed character is found', () => {
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.constantFrom('A', '7', '\n', ' ', '—', '\0', ''), (at, other) => {
      fc.pre(note[at] !== other);
      expect(kindOf(note.slice(0, at) + other + note.slice(at + 1))).not.toBe('good');
    }),
    { numRuns: 1000 },
  );
});

test('L7 signatures of others are left alone, before and after ours; ours must be there and hold', () => {
  const [text = '', ours = ''] = note.split('\n\n');
  const witness = signCheckpoint({ ...CHECKPOINT, origin: 'witness.example' }, signerFrom(Buffer.alloc(32, 4)));
  const theirs = witness.split('\n\n')[1] ?? '';
  expect(kindOf(`${text}\n\n${theirs}${ours}`)).toBe('good');
  expect(kindOf(`${text}\n\n${ours}${theirs}`)).toBe('good');
  expect(kindOf(`${text}\n\n${theirs}`)).toBe('not-signed');
  expect(kindOf(note, { name: ORIGIN, publicKey: signerFrom(Buffer.alloc(32, 4)).publicKey })).toBe('not-signed');
  expect(kindOf(note.replace('\n12\n', '\n13\n'))).toBe('bad-signature');
  expect(kindOf(note, { ...KEY, name: 'actum/4567' })).toBe('not-a-note');
  expect(kindOf(`${text}\n`)).toBe('not-a-note');
  expect(kindOf(`${note}${'x'.repeat(70_000)}\n`)).toBe('not-a-note');
});

test('L7 an origin that no note key may have is a bug', () => {
  expect(() => signCheckpoint({ ...CHECKPOINT, origin: 'two words' }, signer)).toThrow('note key');
});
