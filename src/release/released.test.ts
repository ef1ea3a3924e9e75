import { expect, test } from 'vitest';
import type { Cell } from '../domain/cell.ts';
import { sourceId, textId } from '../domain/ids.ts';
import { registerCsv } from './csv.ts';
import { dossierHtml } from './dossier.ts';
import { maskFor } from './mask.ts';
import { registerJsonLines, releaseRecord, type ReleasedRecord } from './released.ts';

const source = sourceId(`src_${'a'.repeat(26)}`);
const cell = (over: Partial<Cell> = {}): Cell => ({
  shown: over.name ?? (typeof over.value === 'string' ? over.value : 'torture'),
  field: 'violation',
  value: 'torture',
  name: null,
  status: 'recorded',
  basis: 'words',
  finding: false,
  reason: null,
  attestedBy: [
    { source, text: textId(`txt_${'a'.repeat(26)}`), span: { start: 40, end: 63, text: 'Emil Dornev was tortured' } },
  ],
  chain: ['said by Emil Dornev’s mother'],
  decidedBy: 'reader 1',
  deed: 'd1',
  ...over,
});
const mask = maskFor([{ pseudonym: 'P-7Q3F', forms: ['Emil Dornev'] }]);
const released = (...cells: Cell[]): ReleasedRecord =>
  releaseRecord({ id: 'r1', kind: 'act', title: 'torture · Emil Dornev', cells }, mask);

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
const only = async function* (record: ReleasedRecord): AsyncGenerator<ReleasedRecord> {
  yield record;
};
const none = async function* (): AsyncGenerator<never> {};

test('R4 a masked anchor keeps its offsets and says that it is masked', async () => {
  const lines = await whole(
    registerJsonLines(only(released(cell(), cell({ attestedBy: [], chain: [], value: 'Karsel', field: 'where' })))),
  );
  const { title, cells } = JSON.parse(lines) as ReleasedRecord;
  expect(title).toBe('torture · P-7Q3F');
  expect(cells[0]).toMatchObject({ masked: true, chain: ['said by P-7Q3F mother'] });
  expect(cells[0]?.attestedBy[0]?.span).toEqual({ start: 40, end: 63, text: 'P-7Q3F was tortured' });
  expect(cells[1]).toMatchObject({ masked: false, value: 'Karsel' });
  expect(lines).not.toMatch(/dornev/i);
});

test('R4 values, names of references and reasons are masked as well', () => {
  const [value, reference, finding] = released(
    cell({ value: 'Dornev, Emil', attestedBy: [], chain: [] }),
    cell({ value: 'r2', name: 'Emil Dornev', attestedBy: [], chain: [] }),
    cell({ reason: 'Dornev was seen there', attestedBy: [], chain: [] }),
  ).cells;
  expect([value?.value, reference?.name, reference?.value, finding?.reason]).toEqual([
    'P-7Q3F',
    'P-7Q3F',
    'r2',
    'P-7Q3F was seen there',
  ]);
  expect([value, reference, finding].every((entry) => entry?.masked)).toBe(true);
});

test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', ' =1', "'=1", '\t=1', '＝1'])(
  'R5 a cell %j is not run by a spreadsheet',
  async (value) => {
    const csv = await whole(registerCsv(only(released(cell({ value, attestedBy: [], chain: [] })))));
    const row = csv.split('\r\n')[1] ?? '';
    expect(row).toContain(`'${value}`);
  },
);

test('R5 commas, quotation marks and line ends stay inside their cell', async () => {
  const csv = await whole(registerCsv(only(released(cell({ value: 'a "b", c\r\nd', attestedBy: [], chain: [] })))));
  expect(csv).toContain('"a ""b"", c\r\nd"');
});

async function dossier(record: ReleasedRecord): Promise<string> {
  const head = { caseName: '<Karsel>', audience: 'public', ledger: { size: 3, root: 'ab' }, withheld: 1 } as const;
  return whole(dossierHtml({ head, sources: none(), records: (kind) => (kind === 'act' ? only(record) : none()) }));
}

test('R6 every sentence of the dossier has its note, every note its words, nothing comes from elsewhere', async () => {
  const page = await dossier(released(cell(), cell({ field: 'where', value: 'Karsel' })));
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((found) => found[1]);
  expect(links).toHaveLength(2);
  for (const link of links) expect(page).toContain(`<li id="${link}"`);
  expect(page.match(/<q>P-7Q3F was tortured<\/q>/g)).toHaveLength(2);
  expect(page).not.toMatch(/(src|href)="?(https?:)?\/\//);
  expect(page).not.toMatch(/<script/i);
});

test('R6 markup and bidi marks in words are shown, not obeyed', async () => {
  const page = await dossier(
    released(cell({ value: '<img src=x onerror=alert(1)> a\u202Eb', attestedBy: [], chain: [] })),
  );
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; a⟨U+202E⟩b');
  expect(page).toContain('&lt;Karsel&gt;');
  expect(page).not.toContain('<img');
});
