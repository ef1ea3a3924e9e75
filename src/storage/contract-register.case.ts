import { expect, test } from 'vitest';
import type { Bench } from './contract.case.ts';
import {
  claim,
  code,
  entry,
  exactly,
  name,
  person,
  record,
  secrets,
  source,
  state,
  text,
  to,
  when,
  words,
  world,
} from './invented.case.ts';
import { unpack } from './packed.ts';
import { dropRecords, putRecords } from './projection/records.ts';
import type { RecordEntry } from './projection/record-rows.ts';
import { personsNamed } from './questions/people.ts';
import {
  recordById,
  recordsById,
  recordsPage,
  recordsTotal,
  type RecordQuestion,
  type RecordSort,
} from './questions/records.ts';
import { claimsBySource, recordsInWindow, recordsReferring } from './questions/referring.ts';

const act = (
  n: number,
  violation: string,
  day: string | null,
  more: RecordEntry['state']['claims'] = [],
): RecordEntry => {
  const id = record(n);
  const claims = [
    claim(id, 'violation', code(violation)),
    ...(day === null ? [] : [claim(id, 'when', when(day))]),
    ...more,
  ];
  return entry(state(id, 'act', claims), `${violation} no. ${n}`);
};

export function registerContract(bench: Bench): void {
  const put = (...entries: RecordEntry[]): Promise<void> =>
    bench.database.locked((db) => putRecords(db, entries, world));

  const titles = async (question: RecordQuestion, sort: RecordSort = 'title'): Promise<string[]> => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await recordsPage(bench.database.db, secrets, { ...question, sort, after });
      found.push(...page.rows.map((row) => row.title));
      if (page.next === null) return found;
      after = page.next;
    }
  };

  test('Q1 a list is asked in pages of 200 that give each row once, in order', async () => {
    const people = Array.from({ length: 450 }, (_, n) => person(n, `Orlan ${String((n * 7) % 450).padStart(3, '0')}`));
    await put(...people, act(9000, 'torture', null));
    const first = await recordsPage(bench.database.db, secrets, { kind: 'person', sort: 'title', after: null });
    expect(first.rows).toHaveLength(200);
    expect(await titles({ kind: 'person' })).toEqual(people.map((one) => one.title).toSorted());
    expect(await recordsTotal(bench.database.db, { kind: 'person' })).toBe(450);
  });

  test('Q1 rows with equal sort keys are neither lost nor doubled at the edge of a page', async () => {
    await put(...Array.from({ length: 401 }, (_, n) => person(n, 'Orlan')));
    const ids = new Set<string>();
    for (let after: string | null = null, pages = 0; pages < 5; pages++) {
      const page = await recordsPage(bench.database.db, secrets, { kind: 'person', sort: 'title', after });
      for (const row of page.rows) ids.add(row.state.id);
      if (page.next === null) break;
      after = page.next;
    }
    expect(ids.size).toBe(401);
  });

  test('Q2 a place that is none is refused, not taken for the beginning', async () => {
    for (const after of ['', 'x', '-1', "1' or 1=1", '99']) {
      const asked = recordsPage(bench.database.db, secrets, { kind: 'act', sort: 'title', after });
      await expect(asked).rejects.toMatchObject({ problem: { kind: 'bad-input', where: 'after' } });
    }
  });

  test('Q3 records are found by part of their title in any spelling that folds alike', async () => {
    await put(person(1, 'Səlim Qərsəl'), person(2, 'SELIM of Kyarsel'), person(3, 'Orlan Vey'));
    expect(await titles({ kind: 'person', q: 'selim' })).toEqual(['SELIM of Kyarsel', 'Səlim Qərsəl']);
    expect(await titles({ kind: 'person', q: 'QERSEL' })).toEqual(['Səlim Qərsəl']);
    expect(await recordsTotal(bench.database.db, { kind: 'person', q: 'selim' })).toBe(2);
  });

  test('Q4 records are sorted by code, date and count, what is unknown last; the adopted value leads', async () => {
    await put(act(1, 'torture', '2017-05-02'), act(2, 'arrest', null), act(3, 'killing', '2016'));
    expect(await titles({ kind: 'act' }, 'when')).toEqual(['killing no. 3', 'torture no. 1', 'arrest no. 2']);
    expect(await titles({ kind: 'act' }, 'code')).toEqual(['arrest no. 2', 'killing no. 3', 'torture no. 1']);
    const figure = (n: number, ...counts: readonly [number, boolean][]): RecordEntry => {
      const claims = counts.map(([count, adopted]) => claim(record(n), 'count', exactly(count), { adopted }));
      return entry(state(record(n), 'figure', claims), `figure ${n}`);
    };
    await put(figure(10, [200, false], [3, true]), figure(11, [102, false]), figure(12));
    expect(await titles({ kind: 'figure' }, 'count')).toEqual(['figure 10', 'figure 11', 'figure 12']);
  });

  test('Q5 records are filtered by what is wrong with them and by what they claim', async () => {
    const withdrawn = { status: 'withdrawn' } as const;
    await put(
      { ...act(1, 'torture', '2017'), conflicts: 2 },
      act(2, 'arrest', null, [claim(record(2), 'where', name('Karsel'), { status: 'work-needed' })]),
      entry(state(record(3), 'act', [claim(record(3), 'violation', code('killing'), withdrawn)]), 'gone'),
      act(4, 'threat', '2019', [claim(record(4), 'where', name('Selm'), { unsettled: 'taken back' })]),
    );
    const found = (question: Omit<RecordQuestion, 'kind'>): Promise<string[]> => titles({ kind: 'act', ...question });
    expect(await found({ filter: 'conflict' })).toEqual(['torture no. 1']);
    expect(await found({ filter: 'work' })).toEqual(['arrest no. 2']);
    expect(await found({ filter: 'withdrawn' })).toEqual(['gone']);
    expect(await found({ filter: 'unsettled' })).toEqual(['threat no. 4']);
    expect(await found({ filter: 'standing' })).toHaveLength(3);
    expect(await found({ having: { kind: 'code', field: 'violation', code: 'torture' } })).toEqual(['torture no. 1']);
    expect(await found({ having: { kind: 'code', field: 'violation', code: 'killing' } })).toEqual([]);
    const days = (year: number) => ({ from: Date.UTC(year, 2, 1) / 864e5, to: Date.UTC(year, 3, 1) / 864e5 });
    expect(await found({ having: { kind: 'days', field: 'when', ...days(2017) } })).toEqual(['torture no. 1']);
    expect(await found({ having: { kind: 'days', field: 'when', ...days(2018) } })).toEqual([]);
  });

  test('Q6 a record comes back as it was put, and is replaced whole', async () => {
    const before = act(1, 'torture', '2017');
    await put(before, before);
    expect(await recordById(bench.database.db, secrets, record(1))).toEqual({ ...before, work: 0 });
    const after = act(1, 'arrest', null);
    await put(after);
    expect(await recordById(bench.database.db, secrets, record(1))).toEqual({ ...after, work: 0 });
    expect(await titles({ kind: 'act' }, 'when')).toEqual(['arrest no. 1']);
    await bench.database.locked((db) => dropRecords(db, [record(1)]));
    expect(await recordById(bench.database.db, secrets, record(1))).toBeUndefined();
    expect(await recordsTotal(bench.database.db, { kind: 'act' })).toBe(0);
  });

  test('Q6 ids that nobody has find nothing, whatever they are', async () => {
    const strange = ['', 'x'.repeat(1_000_000), "' or 1=1 --", '\u0000', '\ud800', 'Qərsəl', record(77)];
    expect(await recordsById(bench.database.db, secrets, strange)).toEqual([]);
  });

  test('Q7 who refers to a record is found, by field and by link of a chain, with the way it does', async () => {
    const voice = person(1, 'Orlan Vey');
    const saidBy = claim(record(2), 'said-by', to(record(1)), {
      chain: [{ kind: 'said-by', to: record(1), words: null }],
    });
    const gone = claim(record(4), 'person', to(record(1)), { status: 'withdrawn' });
    await put(
      voice,
      entry(state(record(2), 'statement', [saidBy]), 'said'),
      act(3, 'torture', null, [claim(record(3), 'victim', to(record(1)))]),
      entry(state(record(4), 'proceeding', [gone]), 'gone'),
    );
    const page = await recordsReferring(bench.database.db, secrets, { id: record(1), after: null });
    const ways = page.rows.map((row) => [row.record.title, row.as]);
    expect(ways.toSorted()).toEqual([
      ['said', ['said-by']],
      ['torture no. 3', ['victim']],
    ]);
    const having = { kind: 'record', field: 'victim', record: record(1) } as const;
    expect(await titles({ kind: 'act', having })).toEqual(['torture no. 3']);
  });

  test('Q8 claims are found by the source and by the window of the text that attests them', async () => {
    const far = claim(record(1), 'where', name('Selm'), { at: words(2, 900, 'at Selm') });
    await put(act(1, 'torture', null, [far]), act(2, 'arrest', null));
    const bySource = await claimsBySource(bench.database.db, secrets, { source: source(2), after: null });
    expect(bySource.rows.map((row) => [row.record.title, row.claims])).toEqual([['torture no. 1', [1]]]);
    const inWindow = (from: number, upTo: number) =>
      recordsInWindow(bench.database.db, secrets, { text: text(2), from, to: upTo });
    expect(await inWindow(0, 900)).toEqual([]);
    expect((await inWindow(900, 901)).map((row) => row.claims)).toEqual([[1]]);
    expect((await recordsInWindow(bench.database.db, secrets, { text: text(1), from: 0, to: 99 })).length).toBe(2);
  });

  test('Q9 names under the second key stand in no ordinary row and are found only whole, through it', async () => {
    await put(person(1, 'Tamsin Orlova', 'protected'), person(2, 'Tamsin Weir'));
    const named = async (called: string, begins = false): Promise<string[]> =>
      (await personsNamed(bench.database.db, secrets, { name: called, begins })).map((row) => row.title);
    expect((await named('TAMSIN')).toSorted()).toEqual(['Tamsin Orlova', 'Tamsin Weir']);
    expect(await named('orlova tamsin')).toEqual(['Tamsin Orlova']);
    expect(await named('wei', true)).toEqual(['Tamsin Weir']);
    expect(await named('wei')).toEqual([]);
    expect(await named('orlo', true)).toEqual([]);
    expect(await titles({ kind: 'person', q: 'orlova' })).toEqual([]);
    const states = await bench.database.db.selectFrom('state').select(['sealed', 'body']).execute();
    const inTheClear = states.filter((row) => row.sealed === 0).map((row) => JSON.stringify(unpack(row.body)));
    expect(inTheClear).toHaveLength(1);
    expect(inTheClear.join()).not.toContain('Orlova');
    expect((await bench.database.db.selectFrom('personName').selectAll().execute()).length).toBe(2);
    await put(person(1, 'Tamsin Orlova'));
    expect(await titles({ kind: 'person', q: 'orlova' })).toEqual(['Tamsin Orlova']);
    expect(await bench.database.db.selectFrom('sensitiveToken').selectAll().execute()).toEqual([]);
  });
}
