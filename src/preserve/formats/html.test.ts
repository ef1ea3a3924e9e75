import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, expect, test, vi } from 'vitest';
import type { Extracted } from '../extracted.ts';
import { read } from './html.ts';
import { htmlText } from './html-text.ts';

afterEach(() => vi.unstubAllGlobals());

async function page(source: string | Uint8Array): Promise<Extracted> {
  const outcome = await read(Buffer.from(source), { name: 'a.html', mediaType: 'text/html' });
  if (!outcome.ok) throw new Error(outcome.problem.reason);
  return outcome.value;
}

test('C10 blocks stand on lines of their own, paragraphs apart, cells by tabs', () => {
  const source = `<h1>Motion  on\nKarsel</h1><p>More than <b>two</b><i>hundred</i> said
    <q>yes</q>.<br>So it was.<ul><li>one<li>two</ul><table><tr><td><p>a</p></td><td><p>b</p></td><tr><td>c</table>`;
  expect(htmlText(source).text).toBe(
    'Motion on Karsel\n\nMore than twohundred said “yes”.\nSo it was.\n\none\ntwo\n\na\tb\nc',
  );
});

test('C10 spaces count where the page keeps them', () => {
  expect(htmlText('<p>a</p><pre>\n x\n  y</pre><p>b&nbsp; c').text).toBe('a\n\n x\n  y\n\nb\u00a0 c');
});

test('C10 scripts, styles and what is hidden are not words of the page', () => {
  const source = `<title>T &amp; T</title><style>p{}</style>a<script>var x = "<p>no</p>";</script><p hidden>no</p>
    <div style="Display : none">no<p>no</p></div><template>no</template><noscript>no</noscript><dialog>no</dialog><!-- no -->b`;
  expect(htmlText(source)).toMatchObject({ text: 'a b', title: 'T & T' });
});

test('C10 readers’ comments are words of the page and no furniture', async () => {
  const { text, furniture } = await page(
    article('<section class="comments"><p>Gerrin: they beat him too</p></section>'),
  );
  expect(text).toContain('Gerrin: they beat him too');
  expect(furniture.map(([start, end]) => text.slice(start, end)).join()).not.toContain('Gerrin');
});

test('C10 nothing is fetched', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('XMLHttpRequest', fetched);
  const { text } = await page(
    article(`<img src="https://tracker.example/1.gif" srcset="https://tracker.example/2.gif 2x">
      <script src="https://tracker.example/3.js"></script><link rel=stylesheet href="https://tracker.example/4.css">
      <iframe src="https://tracker.example/5"></iframe><video poster="https://tracker.example/6.png"></video>`),
  );
  expect(text).toContain('The Assembly of the Straits');
  expect(fetched).not.toHaveBeenCalled();
});

test('S3 a page’s own declaration of its character set counts', async () => {
  const source =
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=iso-8859-5"><body>' +
    `${'<hr>'.repeat(500)}<p>Ёж</p>`;
  expect((await page(iconv.encode(source, 'iso-8859-5'))).text).toBe('Ёж');
});

test('C11 menu and footer are marked and stay', async () => {
  const { text, furniture } = await page(article(''));
  const marked = furniture.map(([start, end]) => text.slice(start, end));
  expect(marked.join('|')).toContain('Home');
  expect(marked.join('|')).toContain('All rights reserved');
  expect(marked.join('|')).not.toContain('Assembly');
  expect(marked.join('|')).not.toContain('Motion on Karsel');
});

test('C10 a page nested without end is read, and in no more time than its length', () => {
  const deep = htmlText(`${'<div><table><tr><td>'.repeat(60_000)}at the bottom`);
  expect(deep.text).toContain('at the bottom');
  expect(deep.deepest).toBeLessThan(10_000);
});

test('C10 pieces tile the text but for white space, whatever the page', () => {
  const part = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<td>',
    '<tr>',
    '<pre>',
    '</pre>',
    '<br>',
    '<q>',
    '</q>',
    ' ',
    '\n',
    'ab',
    'c',
    '<!--',
    '-->',
    '&',
    '&lt;',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const { text, pieces } = htmlText(parts.join(''));
      let at = 0;
      for (const { start, end } of pieces) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe('');
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});

const article = (more: string): string => `<!doctype html><html><head><title>Motion on Karsel</title></head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a></nav><main><h1>Motion on Karsel</h1>${'<p>The Assembly of the Straits heard that more than two hundred soldiers of the Karsel barracks, and some of their officers, were charged.</p>'.repeat(6)}</main>
  ${more}<footer>All rights reserved</footer></body></html>`;
