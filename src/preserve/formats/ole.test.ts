import { expect, test } from 'vitest';
import { extract } from '../extract.ts';
import { sniff } from '../sniff.ts';

const MARK = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('C2 a Word file under a password says so, an old one that it is old', async () => {
  const locked = Buffer.concat([MARK, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
  const old = Buffer.concat([MARK, Buffer.alloc(512)]);
  const read = (bytes: Uint8Array) => extract(bytes, { name: 'a.docx', mediaType: sniff(bytes, 'a.docx') });
  expect(await read(locked)).toMatchObject({ ok: false, problem: { kind: 'password' } });
  expect(await read(old)).toMatchObject({
    ok: false,
    problem: { reason: 'no text can be read from this kind of file yet (an office file of before 2007)' },
  });
});
