import type { HistoryLine, SourceDetail, SourceRow } from '../../http/api-types.ts';

const KINDS = [
  ['Web article', 'text/html'],
  ['Letter', 'application/pdf'],
  ['Message', 'message/rfc822'],
  ['Parliamentary motion', 'application/pdf'],
  ['Notes', 'text/plain'],
] as const;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const id = (prefix: string, at: number): string =>
  `${prefix}_${LETTERS[at % 32] ?? 'a'}${(LETTERS[Math.floor(at / 32) % 32] ?? 'a').repeat(25)}`;

/** The n-th source of the fictional case; every ninth cannot be read. */
export function sourceRow(at: number): SourceRow {
  const [kind, mediaType] = KINDS[at % KINDS.length] ?? KINDS[0];
  const published = `2023-${String((at % 12) + 1).padStart(2, '0')}-${String(((at * 7) % 28) + 1).padStart(2, '0')}`;
  const unread = at % 9 === 5;
  return {
    id: id('src', at),
    name: at === 0 ? 'Web article, 2023-03-12' : `${kind}, ${published}`,
    mediaType,
    kind,
    published: at === 0 ? '2023-03-12' : published,
    language: at % 4 === 1 ? 'ru' : 'en',
    bytes: 3200 + at * 911,
    places: at % 6 === 0 ? 2 : 1,
    state: unread ? 'unread' : 'read',
    unread: unread ? 'The file is protected by a password.' : null,
    text: unread ? null : id('txt', at),
    statements: unread ? 0 : (at * 3) % 11,
    figures: unread ? 0 : (at * 5) % 9,
    acts: unread ? 0 : (at * 2) % 7,
    waiting: unread ? 0 : (at * 5) % 13,
    takenAt: '2026-11-23T09:14:00.000Z',
  };
}

export const sourceRows: readonly SourceRow[] = Array.from({ length: 1000 }, (_, at) => sourceRow(at));

export const line = (n: number, kind: string, what: string, reason: string | null = null): HistoryLine => ({
  deed: `0190f0aa-0000-7000-8000-${String(n).padStart(12, '0')}`,
  n,
  kind,
  at: `2026-11-23T09:${String(10 + (n % 50)).padStart(2, '0')}:00.000Z`,
  by: n % 3 === 0 ? 'reader 2' : 'reader 1',
  what,
  reason,
  takenBack: n === 17,
});

export function sourceDetail(asked: string): SourceDetail {
  const row = sourceRows.find((source) => source.id === asked) ?? sourceRow(0);
  return {
    ...row,
    title: row.text === null ? null : 'Barracks deaths: deputies ask for an inquiry',
    sha256: '5f2b1c7e9a0d4f3386c1e57d2b9a40f1c3d8e6a7b5940f2e1d3c4b5a69788796',
    foundAt: [
      { place: 'reports/2023/barracks-deaths.html', by: 'reader 1', at: '2026-11-23T09:14:00.000Z' },
      ...(row.places > 1
        ? [{ place: 'from Teya/copy of barracks-deaths (1).html', by: 'reader 2', at: '2026-11-24T08:02:00.000Z' }]
        : []),
    ],
    texts:
      row.text === null
        ? []
        : [{ id: row.text, tool: 'html', version: '1', units: 1180, at: '2026-11-23T09:14:02.000Z' }],
    custody: [
      line(12, 'ingest', 'taken into custody'),
      line(13, 'derive', 'text read by html 1'),
      line(30, 'read', 'original downloaded'),
    ],
  };
}
