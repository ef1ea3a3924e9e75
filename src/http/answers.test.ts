import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptAll, proposalsOf, REPORT } from '../desk/small-case.case.ts';
import { servedCase, type Door } from './served-case.case.ts';

const TYPES = ['api-types.ts', 'api-register.ts']
  .map((name) => readFileSync(join('src/http', name), 'utf8'))
  .join('\n');

/** The keys of a type of the page, in order of the alphabet, read from where it stands. */
function keysOf(type: string): string[] {
  const found = new RegExp(`^export interface ${type}(?:<\\w+>)?(?: extends (\\w+))? \\{\\n([^]*?)^\\}`, 'm').exec(
    TYPES,
  );
  if (found === null) throw new Error(`no type ${type}`);
  const own = [...(found[2] ?? '').matchAll(/^ {2}readonly (\w+)\??:/gm)].map((key) => key[1] ?? '');
  return [...own, ...(found[1] === undefined ? [] : keysOf(found[1]))].toSorted();
}
const keysIn = (value: unknown): string[] => Object.keys(value as object).toSorted();

interface Some {
  readonly id: string;
  readonly rows: readonly Some[];
  readonly [key: string]: unknown;
}

async function readCase(): Promise<Door> {
  const door = await servedCase({
    'report.txt': REPORT,
    'empty.txt': '',
    'more.md': '# More\n\nNine people were killed in Karsel, Runa Elvik said.',
  });
  await acceptAll(door.c, (await proposalsOf(door.c)).slice(0, 8));
  return door;
}

test.each([
  ['/api/case', 'CaseHome', null],
  ['/api/sources', 'Page', 'SourceRow'],
  ['/api/sources?state=unread&sort=place', 'Page', 'SourceRow'],
  ['/api/records?kind=figure', 'Page', 'RecordRow'],
  ['/api/records?kind=figure&proposed=1&sort=count', 'Page', 'RecordRow'],
  ['/api/records?kind=person&q=Elvik', 'Page', 'RecordRow'],
  ['/api/proposals', 'Page', 'NoteView'],
  ['/api/proposals?kind=figure', 'Page', 'NoteView'],
  ['/api/work', 'Page', 'WorkItem'],
  ['/api/figures', 'FiguresDesk', null],
  ['/api/search?q=Karsel', 'SearchAnswer', null],
  ['/api/ledger', 'LedgerView', null],
] as const)('H14 GET %s answers a %s of %s, as the page knows it', async (path, type, row) => {
  const { get } = await readCase();
  const answer = await get<Some>(path);
  expect(keysIn(answer)).toEqual(keysOf(type));
  if (row === null) return;
  expect(answer.rows.length).toBeGreaterThan(0);
  for (const each of answer.rows) expect(keysIn(each)).toEqual(keysOf(row));
});

test('H14 what stands inside has its keys too: a text with notes, a source, a record, a figure, a hit', async () => {
  const { get } = await readCase();
  const sources = await get<Some>('/api/sources?state=read&sort=place');
  const [source] = sources.rows;
  expect(keysIn(await get(`/api/sources/${source?.id}`))).toEqual(keysOf('SourceDetail'));
  const text = await get<{ words: string; notes: { anchors: { start: number; end: number; text: string }[] }[] }>(
    `/api/texts/${source?.['text']}`,
  );
  expect(keysIn(text)).toEqual(keysOf('TextView'));
  expect(text.notes.length).toBeGreaterThan(0);
  for (const note of text.notes) {
    expect(keysIn(note)).toEqual(keysOf('NoteView'));
    for (const { start, end, text: words } of note.anchors) expect(text.words.slice(start, end)).toBe(words);
  }
  const [record] = (await get<Some>('/api/records?kind=figure')).rows;
  const detail = await get<{ cells: { words: unknown[] }[] }>(`/api/records/${record?.id}`);
  expect(keysIn(detail)).toEqual(keysOf('RecordDetail'));
  for (const cell of detail.cells) {
    expect(keysIn(cell)).toEqual(keysOf('CellView'));
    for (const words of cell.words) expect(keysIn(words)).toEqual(keysOf('WordsView'));
  }
  const desk = await get<{ figures: unknown[] }>('/api/figures');
  expect(desk.figures.map(keysIn)).toEqual(desk.figures.map(() => keysOf('DeskFigureView')));
  const found = await get<{ hits: unknown[] }>('/api/search?q=Karsel');
  expect(found.hits.map(keysIn)).toEqual(found.hits.map(() => keysOf('SearchHit')));
  const ledger = await get<{ deeds: Some }>('/api/ledger');
  expect(ledger.deeds.rows.map(keysIn)).toEqual(ledger.deeds.rows.map(() => keysOf('HistoryLine')));
});

test('H14 a planted key is seen', () => {
  expect(keysOf('SearchHit')).toEqual(['in', 'record', 'score', 'title', 'words']);
  expect(keysOf('SourceDetail')).toEqual(expect.arrayContaining(['custody', 'waiting']));
  expect(() => keysOf('Ghost')).toThrow('no type Ghost');
});

test('C19 the table of sources shows neutral names, never words or file names of them', async () => {
  const { get } = await servedCase({ 'emil-dornev-tortured.txt': REPORT });
  const { rows } = await get<Some>('/api/sources');
  expect(JSON.stringify(rows)).not.toMatch(/dornev|tortured/i);
});
