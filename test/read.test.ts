import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LETTER, WIRE } from './reports.ts';
import { linesOf, place } from './run-actum.ts';

interface Spanned {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every `{start, end, text}` anywhere in a reading. */
function spansIn(value: unknown): Spanned[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value && 'text' in value ? [value as Spanned] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

const KEYS = [
  'id',
  'textSha256',
  'language',
  'title',
  'published',
  'furniture',
  'mentions',
  'entities',
  'statements',
  'figures',
  'acts',
  'positions',
  'document',
  'reader',
];

test('H9 a reading of a plain file has the keys of the contract and offsets that hold in the file', async () => {
  const here = place();
  const words = `\uFEFFRésumé\r\n\r\n${WIRE.replaceAll('\n', '\r\n')}`;
  const file = here.write('wire.txt', words);
  const [reading] = linesOf(await here.actum('read', file));
  expect(Object.keys(reading ?? {})).toEqual(expect.arrayContaining(KEYS));
  const text = words.slice(1);
  expect(reading?.['id']).toBe(file);
  expect(reading?.['textSha256']).toBe(createHash('sha256').update(text).digest('hex'));
  const spans = spansIn(reading);
  expect(spans.length).toBeGreaterThan(40);
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
});

test('H9 --with-text adds the text that the offsets count in', async () => {
  const here = place();
  here.write('a.html', '<!doctype html><title>x</title><p>Nine people died in Karsel, Runa Elvik said.</p>');
  const [reading] = linesOf(await here.actum('read', 'a.html', '--with-text'));
  const text = String(reading?.['text']);
  for (const span of spansIn(reading)) expect(text.slice(span.start, span.end)).toBe(span.text);
  expect(text).toContain('Nine people died');
});

test('H9 --jsonl keeps the order, whatever the number of workers, and gives the same bytes', async () => {
  const here = place();
  const lines = Array.from({ length: 24 }, (_, n) =>
    JSON.stringify({ id: `t${n}`, text: n % 3 === 0 ? 'No.' : (n % 2 === 0 ? WIRE : LETTER).repeat((n % 5) + 1) }),
  );
  const input = `${lines.join('\n')}\n`;
  const one = await here.with({ input }, 'read', '--jsonl');
  expect(one).toMatchObject({ status: 0, err: '' });
  expect(linesOf(one).map(({ id }) => id)).toEqual(lines.map((_, n) => `t${n}`));
  expect(await here.with({ input }, 'read', '--jsonl', '--workers', '3')).toEqual(one);
  expect(await here.with({ input }, 'read', '--jsonl')).toEqual(one);
});

test('H9 a line that does not fit is named and left out, the rest is read', async () => {
  const here = place();
  const input = `{"id":"a","text":"Nine people died."}\nnonsense\n{"id":1}\n\n{"id":"b","text":"\\ud800 No.","published":"2023-03-12"}`;
  const ran = await here.with({ input }, 'read', '--jsonl', '--workers', '2');
  expect(ran.status).toBe(3);
  expect(linesOf(ran).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(ran.err.match(/line \d/g)).toEqual(['line 2', 'line 3']);
});

test('H9 a file that cannot be read is named, the next one is read', async () => {
  const here = place();
  here.write('a.txt', 'Nine people died.\n');
  here.write('b.bin', new Uint8Array([0, 1, 2, 255, 254, 0, 0, 9]));
  const ran = await here.actum('read', 'b.bin', 'gone.txt', 'a.txt');
  expect(ran.status).toBe(3);
  expect(linesOf(ran).map(({ id }) => id)).toEqual(['a.txt']);
  expect(ran.err.split('\n')).toHaveLength(3);
});

test('H9 reading keeps nothing: no case, nothing in the home', async () => {
  const here = place();
  const file = here.write('a.txt', WIRE);
  await here.actum('read', file);
  expect(readFileSync(file, 'utf8')).toBe(WIRE);
});
