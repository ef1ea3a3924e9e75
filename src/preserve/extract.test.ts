import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';
import { drawn, madePdf } from './formats/made-pdf.case.ts';
import { LARGEST } from './limits.ts';
import { madeDocx } from './made-zip.case.ts';
import { sniff } from './sniff.ts';

const read = (bytes: Uint8Array, name: string) => extract(bytes, { name, mediaType: sniff(bytes, name) });

async function reason(bytes: Uint8Array, name: string): Promise<string> {
  const outcome = await read(bytes, name);
  return outcome.ok ? `read: ${outcome.value.text}` : outcome.problem.reason;
}

test('C2 an empty file says so', async () => {
  expect(await reason(new Uint8Array(), 'empty.txt')).toBe('the file is empty');
  expect(await reason(Buffer.from(' \n\t'), 'blank.txt')).toBe('there is no text in it; it may hold only pictures');
});

test('C2 garbage under a text’s name says so', async () => {
  const garbage = Uint8Array.from({ length: 2048 }, (_, at) => (at * 167 + (at >> 3) * 59) & 0xff);
  expect(await reason(garbage, 'notes.txt')).toBe('these bytes are not text in any known character set');
});

test('C2 a kind that cannot be read yet is named', async () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1');
  expect(await reason(png, 'scan.png')).toBe('no text can be read from this kind of file yet (image/png)');
});

test('C2 what is too large is not opened, what has too long a text is not kept', async () => {
  const huge = new Uint8Array(LARGEST.file + 1);
  expect(await reason(huge, 'a.txt')).toBe('too large to read');
  const long = Buffer.alloc(LARGEST.text + 1, 'a');
  expect(await reason(long, 'a.txt')).toBe('too large to read: its text is longer than 20 MB');
});

test('C2 a broken file of a known kind is damaged, whatever its reader throws', async () => {
  expect(await reason(Buffer.from('%PDF-1.7\nbroken'), 'a.pdf')).toMatch(/^damaged, or not what it claims to be: /);
  expect(await reason(Buffer.from('PK\x03\x04broken', 'latin1'), 'a.docx')).toMatch(
    /^damaged, or not what it claims to be: /,
  );
});

test('S2 a plain text and a Markdown text are the file itself', async () => {
  const words = '\r\n# The Karsel motion\r\n\r\n* one\0two\r\n';
  const plain = await read(Buffer.from(words), 'a.txt');
  expect(plain).toMatchObject({ ok: true, value: { text: words, title: null, tool: { options: 'utf-8' } } });
  const marked = await read(Buffer.from(words), 'a.md');
  expect(marked).toMatchObject({ ok: true, value: { text: words, title: 'The Karsel motion' } });
});

test.each([
  ['a.html', Buffer.from('<p>words'), ['htmlparser2', '@mozilla/readability']],
  ['a.eml', Buffer.from('From: a@selm.example\n\nwords'), ['postal-mime']],
  ['a.docx', madeDocx('<w:p><w:r><w:t>words</w:t></w:r></w:p>'), ['mammoth']],
  ['a.pdf', madePdf([drawn([[50, 500, 'words']])]), ['pdfjs-dist']],
] as const)('C20 the text of %s names the very versions that are installed', async (name, bytes, packages) => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const outcome = await read(bytes, name);
  for (const one of packages) {
    const named = `${one.replace('@mozilla/', '')} ${dependencies[one]}`;
    expect(outcome).toMatchObject({ ok: true, value: { tool: { version: expect.stringContaining(named) } } });
  }
});
