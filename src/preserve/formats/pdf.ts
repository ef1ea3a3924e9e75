import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { done, refuse, type Outcome } from '../../kit/outcome.ts';
import { wellFormed } from '../decode.ts';
import type { Extracted, Read } from '../extracted.ts';
import { LARGEST } from '../limits.ts';
import { unread, type Unread } from '../unread.ts';
import { linesOf, type Run } from './pdf-layout.ts';
import { notesOn } from './pdf-notes.ts';
import { PdfPages } from './pdf-pages.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Nothing is run, fetched or drawn (trust R30); the character maps and fonts are files of the package. */
const SAFE = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  stopAtErrors: false,
  cMapUrl: `${PACKAGE}${sep}cmaps${sep}`,
  cMapPacked: true,
  standardFontDataUrl: `${PACKAGE}${sep}standard_fonts${sep}`,
  verbosity: 0,
} as const;

/**
 * pdfjs makes a DOMMatrix when it is loaded, for drawing, and takes the class from a native add-on. Words need no
 * drawing and the reading process loads no native code: an empty class of that name is enough.
 */
function pdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  if (!('DOMMatrix' in globalThis)) Object.defineProperty(globalThis, 'DOMMatrix', { value: class DOMMatrix {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The words of a PDF in reading order, with the place of each run of them on its page (SPEC C12, C13). */
export const read: Read = async (bytes) => {
  const { getDocument, version } = await pdfjs();
  const loading = getDocument({ ...SAFE, data: Uint8Array.from(bytes) });
  try {
    return await readPages(await loading.promise, version);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return refuse(unread('password'));
    throw error;
  } finally {
    await loading.destroy();
  }
};

async function readPages(file: PDFDocumentProxy, version: string): Promise<Outcome<Extracted, Unread>> {
  const pages = new PdfPages();
  const failed: number[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const isRead = await readPage(file, number, pages).catch(() => false);
    if (!isRead) failed.push(number);
    if (pages.length > LARGEST.text) return refuse(unread('text-too-large'));
  }
  if (failed.length === file.numPages) return refuse(unread('damaged', 'none of its pages can be read'));
  return done({
    text: pages.text(),
    title: await titleOf(file),
    pages: pages.map(),
    tool: {
      name: 'pdf',
      version: `1 (pdfjs-dist ${version})`,
      options: failed.length > 0 ? `without pages ${failed.join(', ')}` : '',
    },
    furniture: pages.furniture(),
    attachments: [],
  });
}

async function readPage(file: PDFDocumentProxy, number: number, pages: PdfPages): Promise<boolean> {
  const page = await file.getPage(number);
  const runs = await runsOf(page);
  const { width, height } = page.getViewport({ scale: 1 });
  const notes = await notesOn(page);
  pages.add({ page: number, width, height }, [...linesOf(runs), ...linesOf(notes)]);
  page.cleanup();
  return true;
}

type Matrix = readonly [number, number, number, number, number, number];

async function runsOf(page: PDFPageProxy): Promise<readonly Run[]> {
  const { transform, scale } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const { ascent, descent, vertical } = content.styles[item.fontName] ?? {};
    const length = (vertical ? item.height : item.width) * scale;
    runs.push(
      runAt(drawnBy(transform, item.transform), {
        text: item.str,
        length,
        ascent,
        descent,
        vertical: vertical === true,
        rightToLeft: item.dir === 'rtl',
      }),
    );
  }
  return runs;
}

/** A point is moved by `inner`, then by `outer` (ISO 32000-1 §8.3.4). */
function drawnBy(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface Drawn {
  readonly text: string;
  readonly length: number;
  readonly ascent: number | undefined;
  readonly descent: number | undefined;
  readonly vertical: boolean;
  readonly rightToLeft: boolean;
}

/** From the matrix that draws a run to its rectangle on the page and its place in its own direction of reading. */
function runAt([a, b, c, d, x, y]: Matrix, drawn: Drawn): Run {
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const angle = drawn.vertical ? Math.atan2(-d, -c) : Math.atan2(b, a);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const up = size * within(drawn.ascent, 0.8, [0.5, 1.2]);
  const down = size * within(drawn.descent && -drawn.descent, 0.2, [0, 0.5]);
  const corners = [-up, down].flatMap((drop) =>
    [0, drawn.length].map((along) => [x + along * cos - drop * sin, y + along * sin + drop * cos] as const),
  );
  const xs = corners.map(([left]) => left);
  const ys = corners.map(([, top]) => top);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    text: drawn.text,
    box: {
      x: rounded(left),
      y: rounded(top),
      width: rounded(Math.max(...xs) - left),
      height: rounded(Math.max(...ys) - top),
    },
    along: x * cos + y * sin,
    across: y * cos - x * sin,
    length: drawn.length,
    size,
    turn: Math.round((angle * 180) / Math.PI),
    rightToLeft: drawn.rightToLeft,
  };
}

function within(value: number | undefined, otherwise: number, [least, most]: readonly [number, number]): number {
  return value === undefined || !Number.isFinite(value) || value === 0
    ? otherwise
    : Math.min(most, Math.max(least, value));
}

/** A hundredth of a point is finer than any printer; longer numbers only swell the page map. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

async function titleOf(file: PDFDocumentProxy): Promise<string | null> {
  const metadata = await file.getMetadata().catch(() => undefined);
  const title: unknown = metadata && 'Title' in metadata.info ? metadata.info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? wellFormed(title.trim().slice(0, 500)) : null;
}
