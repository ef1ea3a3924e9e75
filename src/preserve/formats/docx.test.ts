import { expect, test } from 'vitest';
import { madeDocx, madeZip, type MadeEntry } from '../made-zip.case.ts';
import { DOCX } from '../sniff.ts';
import { checkZip } from '../zip-check.ts';
import { extract } from '../extract.ts';

const HINT = { name: 'a.docx', mediaType: DOCX };
const paragraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const cell = (words: string): string => `<w:tc>${paragraph(words)}</w:tc>`;

test('C10 paragraphs and tables of a Word file are its text', async () => {
  const body = `${paragraph('Motion on Karsel')}${paragraph('More than 200 were charged.')}<w:tbl><w:tr>${cell('Emil Dorn')}${cell('2016')}</w:tr></w:tbl>`;
  const outcome = await extract(madeDocx(body), HINT);
  expect(outcome).toMatchObject({
    ok: true,
    value: { text: 'Motion on Karsel\n\nMore than 200 were charged.\n\nEmil Dorn\t2016' },
  });
});

async function refused(file: Uint8Array): Promise<string> {
  const outcome = await extract(file, HINT);
  return outcome.ok ? 'read' : outcome.problem.reason;
}
const withMore = (...more: MadeEntry[]): Uint8Array => madeDocx(paragraph('words'), more);

test('C14 a bomb is refused by what comes out of it, whatever its headers claim', async () => {
  const bomb = new Uint8Array(24 * 1024 * 1024);
  expect(await refused(withMore({ name: 'word/media/x.bin', bytes: bomb }))).toBe(
    'refused as a hostile archive: it inflates to far more than its size',
  );
  expect(await refused(withMore({ name: 'word/media/x.bin', bytes: bomb, claims: 1000 }))).not.toBe('read');
});

test('C14 links, names twice and names outside are refused', async () => {
  expect(await refused(withMore({ name: 'l', bytes: '/etc/passwd', mode: 0o120777 }))).toMatch(/symbolic link/);
  expect(await refused(withMore({ name: 'a', bytes: '1' }, { name: 'a', bytes: '2' }))).toMatch(/one name/);
  for (const name of ['../a', '/etc/a', 'C:\\a', 'x/../../a']) {
    expect(await refused(withMore({ name, bytes: '1' }))).toMatch(/leads out of it/);
  }
});

test('C14 a part that declares a document type is refused, in any width of character', async () => {
  const type = '<!DOCTYPE lol [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  expect(await refused(madeDocx(paragraph('&b;'), [], type))).toMatch(/declares a document type/);
  const wide = Buffer.from(`\ufeff<?xml version="1.0"?>${' '.repeat(20_000)}${type}<x/>`, 'utf16le');
  expect(await refused(withMore({ name: 'word/x.xml', bytes: wide }))).toMatch(/declares a document type/);
  expect(await refused(withMore({ name: 'word/x.txt', bytes: `says ${type}` }))).toBe('read');
});

test('C14 an archive of too many files is refused', async () => {
  const many = madeZip(Array.from({ length: 10_001 }, (_, at) => ({ name: `f${at}`, bytes: '' })));
  expect(await checkZip(many)).toMatchObject({ ok: false, problem: { kind: 'archive' } });
});
