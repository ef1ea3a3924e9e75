import type { PDFPageProxy } from 'pdfjs-dist';
import type { Run } from './pdf-layout.ts';

/** What pdfjs tells of an annotation (ISO 32000-1 §12.5), as far as it may carry words. */
interface Annotation {
  readonly subtype?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly rect?: readonly number[];
  readonly hidden?: unknown;
}

/** Only for setting lines under each other: an annotation does not tell the size of its letters. */
const LINE = 12;

/**
 * Words that were put onto a page: what is filled into a form, and people's notes (SPEC C12). They are not among the
 * words the page draws, and stand after them, from the top down. A link or a pop-up has no words of its own; a tick is no word.
 */
export async function notesOn(page: PDFPageProxy): Promise<readonly Run[]> {
  const annotations: readonly Annotation[] = await page.getAnnotations().catch(() => []);
  const { transform } = page.getViewport({ scale: 1 });
  const runs = annotations.flatMap((annotation) => {
    const words = wordsOf(annotation);
    return words === '' || annotation.hidden === true ? [] : runsOf(words, placed(annotation.rect ?? [], transform));
  });
  return runs.toSorted((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
}

function wordsOf({ subtype, fieldType, fieldValue, contentsObj }: Annotation): string {
  if (subtype === 'Link' || subtype === 'Popup' || fieldType === 'Btn') return '';
  if (subtype !== 'Widget') return typeof contentsObj?.str === 'string' ? contentsObj.str : '';
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values.filter((value) => typeof value === 'string').join('\n');
}

function placed(
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): Run['box'] {
  const xs = [a * left + c * bottom + e, a * right + c * top + e];
  const ys = [b * left + d * bottom + f, b * right + d * top + f];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const runsOf = (words: string, box: Run['box']): readonly Run[] =>
  words.split(/\r\n?|\n/).map((text, at) => ({
    text,
    box,
    along: box.x,
    across: box.y + LINE * (at + 1),
    length: box.width,
    size: LINE,
    turn: 0,
    rightToLeft: false,
  }));
