import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { caseKeysFrom, sourceIdOf, textIdOf } from './keys.ts';
import { keyIdOf, signerFrom, verifierFrom } from './signing.ts';

const CASE_KEY = Buffer.alloc(32, 7);
const SHA = 'ab'.repeat(32);

test('K1 each key is HKDF-SHA256 of the case key with a label of its own', () => {
  const keys = caseKeysFrom(CASE_KEY);
  // RFC 5869 by hand: no salt is 32 zero bytes; 32 bytes need one block.
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(CASE_KEY).digest();
  for (const [purpose, key] of Object.entries(keys)) {
    const expanded = createHmac('sha256', extracted).update(`actum/${purpose}/v1\x01`).digest('hex');
    expect(Buffer.from(key).toString('hex')).toBe(expanded);
  }
  expect(new Set(Object.values(keys).map((key) => Buffer.from(key).toString('hex'))).size).toBe(8);
});

test('K1 a case key of another length is refused', () => {
  expect(() => caseKeysFrom(Buffer.alloc(31))).toThrow('32 bytes');
});

test('K1 ids depend on the case key, the kind and the bytes, and on nothing else', () => {
  const { ids } = caseKeysFrom(CASE_KEY);
  const other = caseKeysFrom(Buffer.alloc(32, 8)).ids;
  expect(sourceIdOf(ids, SHA)).toMatch(/^src_[a-z2-7]{26}$/);
  expect(sourceIdOf(ids, SHA)).toBe(sourceIdOf(ids, SHA));
  const all = [sourceIdOf(ids, SHA), sourceIdOf(other, SHA), sourceIdOf(ids, 'cd'.repeat(32)), textIdOf(ids, SHA)];
  expect(new Set(all.map((id) => id.slice(4))).size).toBe(4);
});

test('L1 signatures are those of RFC 8032', () => {
  // RFC 8032 §7.1, test 1.
  const signer = signerFrom(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'));
  const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  const signature =
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
  expect(Buffer.from(signer.publicKey).toString('hex')).toBe(publicKey);
  expect(Buffer.from(signer.sign(Buffer.alloc(0))).toString('hex')).toBe(signature);
  const verifies = verifierFrom(Buffer.from(publicKey, 'hex'));
  expect(verifies?.(Buffer.alloc(0), Buffer.from(signature, 'hex'))).toBe(true);
  expect(verifies?.(Buffer.alloc(1), Buffer.from(signature, 'hex'))).toBe(false);
  expect(verifies?.(Buffer.alloc(0), Buffer.alloc(3))).toBe(false);
  expect(verifierFrom(Buffer.alloc(31))).toBeUndefined();
  expect(signer.id).toBe(keyIdOf(signer.publicKey));
});
