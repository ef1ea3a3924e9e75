import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { madePdf } from './formats/made-pdf.case.ts';
import { madeDocx, madeZip } from './made-zip.case.ts';
import { DOCX, sniff } from './sniff.ts';

const kind = (bytes: Uint8Array | string, name: string): string => sniff(Buffer.from(bytes), name);

test('C3 first bytes decide over the name', () => {
  expect(kind(madePdf(['']), 'report.txt')).toBe('application/pdf');
  expect(kind(madeDocx(''), 'report.pdf')).toBe(DOCX);
  expect(kind(madeZip([{ name: 'a.txt', bytes: 'x' }]), 'a.html')).toBe('application/zip');
  expect(kind(Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'a.txt')).toBe('image/png');
  expect(kind(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0]), 'a.txt')).toBe(
    'image/jpeg',
  );
  expect(kind('<!-- saved -->\n<!DOCTYPE html><p>x', 'a.txt')).toBe('text/html');
});

test('C3 between kinds of text the name decides', () => {
  expect(kind('# Karsel', 'a.md')).toBe('text/markdown');
  expect(kind('<div>Karsel</div>', 'a.md')).toBe('text/markdown');
  expect(kind('<p>Karsel', 'a.HTM')).toBe('text/html');
  expect(kind('Karsel', 'a')).toBe('text/plain');
  expect(kind('BM is short for barracks', 'a.txt')).toBe('text/plain');
});

test('C3 a mail is known by headers that nobody types', () => {
  const mail = 'Return-Path: <a@selm.example>\r\nFrom: a@selm.example\r\nSubject: x\r\n\r\nwords';
  expect(kind(mail, 'saved')).toBe('message/rfc822');
  expect(kind('From: a\nTo: b\n\nwords', 'memo')).toBe('text/plain');
  expect(kind('From: a\nTo: b\n\nwords', 'memo.eml')).toBe('message/rfc822');
});

test('C3 bytes that are no text are none under any name', () => {
  const garbage = Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 3) * 59) & 0xff);
  expect(kind(garbage, 'notes.txt')).toBe('application/octet-stream');
});

test('C3 texts of every width are texts', () => {
  const words = 'Солдаты в Карселе. Soldiers in Karsel, Qərsəl.\r\n';
  for (const charset of ['utf-16le', 'utf-16be']) {
    expect(kind(iconv.encode(words, charset), 'a.txt')).toBe('text/plain');
    expect(kind(iconv.encode(words, charset, { addBOM: true }), 'a.txt')).toBe('text/plain');
  }
  expect(kind(iconv.encode('<html><p>Карсель', 'utf-16le', { addBOM: true }), 'a')).toBe('text/html');
  expect(kind(iconv.encode(words, 'windows-1251'), 'a.txt')).toBe('text/plain');
});
