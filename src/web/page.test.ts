import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const html = readFileSync('src/web/index.html', 'utf8');
const files = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tsx?|css|html)$/.test(path) && !path.includes('.test.') && !path.startsWith('mock'))
  .map((path) => [path, readFileSync(join('src/web', path), 'utf8')] as const);

test('W11 the page asks no other host for anything', () => {
  const hosts = files.filter(([, text]) =>
    /(?:https?:)?\/\/[a-z0-9-]+\.[a-z]/i.test(text.replaceAll('http://www.w3.org/2000/svg', '')),
  );
  expect(hosts.map(([path]) => path)).toEqual([]);
});

test('W11 index.html has no inline script or style, and a place for the nonce', () => {
  expect(html).toContain('<meta name="csp-nonce" content="__NONCE__" />');
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
  expect(
    [...html.matchAll(/<script(.*?)>(.*?)<\/script>/gs)].every(
      ([, attributes, body]) => /\ssrc=/.test(attributes ?? '') && body === '',
    ),
  ).toBe(true);
});
