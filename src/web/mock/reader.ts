import type { NoteView, TextView } from '../../http/api-types.ts';
import { at, notes, PARAGRAPHS, words } from './reader-notes.ts';
import { sourceRow } from './sources.ts';
import { textView } from './text.ts';

const related = (a: string, b: string, because: string): readonly NoteView[] => {
  const wordsOf = (summary: string): string => notes.find((each) => each.summary === summary)?.anchors[0]?.text ?? '';
  const other: Readonly<Record<string, string>> = { [a]: wordsOf(b), [b]: wordsOf(a) };
  return notes.map((each) => {
    const with_ = other[each.summary];
    return with_ === undefined ? each : { ...each, relations: [{ kind: 'differs', with: with_, because }] };
  });
};

const report: TextView = {
  text: `txt_${'r'.repeat(26)}`,
  source: { ...sourceRow(0), name: 'Web article, 2021-09-04', published: '2021-09-04' },
  units: words.length,
  from: 0,
  to: words.length,
  words,
  title: at(PARAGRAPHS[0] ?? ''),
  furniture: [at(PARAGRAPHS[1] ?? ''), at(PARAGRAPHS[7] ?? '')],
  voices: [
    { key: 'osk', name: 'Colonel Mirat Osk' },
    { key: 'committee', name: 'Committee of Soldiers’ Mothers' },
    { key: 'prosecutor', name: 'The prosecutor’s office' },
    { key: 'deputy', name: 'A deputy of the Assembly of the Straits' },
    { key: 'ministry', name: 'the defence ministry' },
    { key: 'lena', name: 'Lena Teresk' },
  ],
  notes: related(
    'at least 63 men',
    'only 31 injured',
    'one counts men on a list, the other those recognised as injured; whom each counts is not said',
  ),
  pages: null,
  language: 'en',
  strange: false,
};

/** A number as twenty letters of base32. */
const letters = (n: number): string =>
  [...n.toString(16).padStart(20, '0')].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? 'a').join('');

const COPIES = 800;

/** The report eight hundred times over: a text of a megabyte with ten thousand notes, in windows. */
function long(from: number, to: number): TextView {
  const one = `${words}\n\n`;
  const shift =
    (by: number) =>
    (each: NoteView): NoteView => ({
      ...each,
      id: `${each.id.slice(0, 4)}${each.id.slice(-6)}${letters(by)}`,
      anchors: each.anchors.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
      marks: each.marks.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
      relations: [],
    });
  const all = Array.from({ length: COPIES }, (_, copy) => copy * one.length);
  return {
    ...report,
    text: `txt_${'l'.repeat(26)}`,
    units: one.length * COPIES,
    from,
    to: Math.min(to, one.length * COPIES),
    words: one.repeat(COPIES).slice(from, to),
    title: null,
    furniture: [],
    notes: all
      .flatMap((by) => report.notes.map(shift(by)))
      .filter(({ anchors }) => (anchors[0]?.start ?? -1) >= from && (anchors[0]?.start ?? Infinity) < to),
  };
}

/** A text by its id: the report, the long one, or the one the other pages refer to. */
export function readerText(id: string, search: URLSearchParams): TextView {
  if (id === report.text) return report;
  if (id.startsWith('txt_l')) return long(Number(search.get('from') ?? 0), Number(search.get('to') ?? 200_000));
  return textView;
}
