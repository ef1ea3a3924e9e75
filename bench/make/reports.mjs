import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceFrom } from './chance.mjs';
import { pdfOf } from './pdf.mjs';
import { reportFrom } from './report.mjs';

/** Of ten files: seven plain texts, two pages, one PDF. */
const KINDS = ['txt', 'txt', 'html', 'txt', 'txt', 'pdf', 'txt', 'html', 'txt', 'txt'];

/** Writes `count` fictional reports of about `size` bytes of words below `folder`; gives the word by which each is found. */
export function writeReports(folder, { count, size, seed }) {
  const by = chanceFrom(seed);
  const words = [];
  for (let number = 0; number < count; number += 1) {
    const report = reportFrom(by, { number, size });
    const kind = KINDS[number % KINDS.length];
    const inside = join(folder, `shelf-${String(Math.floor(number / 100)).padStart(2, '0')}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `report-${String(number).padStart(4, '0')}.${kind}`), bytesOf(kind, report));
    words.push({ word: report.word, kind });
  }
  return words;
}

function bytesOf(kind, { title, paragraphs }) {
  if (kind === 'pdf') return pdfOf(title, paragraphs);
  if (kind === 'txt') return `${title}\n\n${paragraphs.join('\n\n')}\n`;
  const body = paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('\n');
  const menu = ['Home', 'News', 'About'].map((name) => `<li><a href="#">${name}</a></li>`).join('');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><nav><ul>${menu}</ul></nav>\n<article><h1>${escaped(title)}</h1>\n${body}\n</article>
<footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>\n`;
}

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
