import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bench } from './contract.case.ts';
import { differences } from './compare.ts';
import { dump, type DumpLine } from './dump.ts';
import {
  claim,
  deed,
  entry,
  name,
  person,
  proposal,
  record,
  secrets,
  source,
  sourceState,
  state,
  text,
  to,
  world,
} from './invented.case.ts';
import type { Database } from './database.ts';
import { deedsMentioning, putDeeds, setTakenBack } from './projection/deeds.ts';
import { putJudgements } from './projection/judgements.ts';
import { decideProposals } from './projection/proposals.ts';
import { dropRecords, putRecords } from './projection/records.ts';
import { indexTexts } from './projection/search-index.ts';
import { putSourceFacts, putSources } from './projection/sources.ts';
import { homeCounts } from './questions/home.ts';
import { judgementsPage } from './questions/judgements.ts';
import { recordById } from './questions/records.ts';
import { sourceById } from './questions/sources.ts';
import { WORK_KINDS, workPage, type WorkRow } from './questions/work.ts';

const HOSTILE = [
  'NUL \u0000 in it',
  '\u202eright to left\u202c',
  'مارسيل',
  '\ufeffmark',
  '\ufffd',
  '💥'.repeat(3),
  "'; drop table record; --",
  'x'.repeat(1_000_000),
];

async function lines(database: Database): Promise<DumpLine[]> {
  const all: DumpLine[] = [];
  for await (const line of dump(database.db, secrets)) all.push(line);
  return all;
}

const judged = (n: number, a: number, b: number, judgement: 'same' | 'not-same') =>
  ({ n, judge: { of: 'person', a: record(a), b: record(b), judgement } }) as const;

async function fill(database: Database): Promise<void> {
  await database.locked(async (db) => {
    await putDeeds(db, [{ deed: deed(0, { kind: 'open', name: 'Karsel' }), refs: [record(1), source(1)] }]);
    await putSources(db, [sourceState(1, ['a.txt'])]);
    const victim = claim(record(2), 'victim', to(record(1)));
    await putRecords(
      db,
      [person(1, 'Orlan Vey'), entry(state(record(2), 'act', [victim]), 'an act'), person(3, 'Tamsin', 'protected')],
      world,
    );
    await putJudgements(db, [judged(0, 1, 3, 'same')]);
    const anchors = [{ source: source(1), text: text(1), span: { start: 1, end: 4, text: 'ten' } }];
    const common = { decision: 'accepted', kind: null, reader: null } as const;
    await decideProposals(db, [
      { n: 0, proposal: proposal(1), anchors, ...common },
      { n: 0, proposal: proposal(2), anchors: [], ...common },
    ]);
    await indexTexts(db, [{ source: source(1), text: text(1), words: 'ten people' }]);
  });
}

export function foldContract(bench: Bench): void {
  test('Q21 words of people come back as they went in, whatever is in them', async () => {
    for (const said of HOSTILE) {
      const claimed = entry(state(record(1), 'statement', [claim(record(1), 'content', name(said))]), said);
      await bench.database.locked(async (db) => {
        await putRecords(db, [claimed, person(2, said), person(3, said, 'protected')], world);
        await putSources(db, [sourceState(1, [said], said), sourceState(2, [said])]);
        await indexTexts(db, [{ source: source(1), text: text(1), words: said }]);
      });
      expect(await recordById(bench.database.db, secrets, record(1))).toMatchObject(claimed);
      expect(await recordById(bench.database.db, secrets, record(3))).toMatchObject({ title: said });
      expect((await sourceById(bench.database.db, source(1)))?.state.unread).toBe(said);
    }
  });

  test('Q22 what a refold of some ids needs: the deeds that mention any of them', async () => {
    const entries = [[record(1)], [record(2), source(1)], [record(1), source(1)], []].map((refs, n) => ({
      deed: deed(n, { kind: 'found-again', source: source(1), foundAt: 'x' }),
      refs,
    }));
    await bench.database.locked((db) => putDeeds(db, entries));
    expect(await deedsMentioning(bench.database.db, [record(1)])).toEqual([0, 2]);
    expect(await deedsMentioning(bench.database.db, [record(2), source(1)])).toEqual([1, 2]);
    expect(await deedsMentioning(bench.database.db, [record(9)])).toEqual([]);
  });

  test('Q23 in whatever steps and order rows came in, the same register gives the same dump', async () => {
    const step = fc.record({
      n: fc.nat(5),
      called: fc.constantFrom('Orlan', 'Tamsin', 'Vey'),
      gone: fc.boolean(),
      secret: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const place = await bench.place.another();
        const [grown, fresh] = [await place.open(), await (await place.another()).open()];
        const last = new Map<number, ReturnType<typeof person> | null>();
        for (const { n, called, gone, secret } of steps) {
          const made = person(n, called, secret ? 'protected' : 'restricted');
          await grown.locked((db) => (gone ? dropRecords(db, [record(n)]) : putRecords(db, [made], world)));
          last.set(n, gone ? null : made);
        }
        const standing = [...last.values()].filter((made) => made !== null).reverse();
        await fresh.locked((db) => putRecords(db, standing, world));
        expect(await lines(grown)).toEqual(await lines(fresh));
        await Promise.all([grown.close(), fresh.close()]);
      }),
      { numRuns: 15 },
    );
  });

  test('Q23 putting the same rows again changes nothing, and readings are no part of it', async () => {
    await fill(bench.database);
    const before = await lines(bench.database);
    expect(new Set(before.map((line) => line.table)).size).toBe(7);
    await fill(bench.database);
    await bench.database.locked((db) =>
      putSourceFacts(db, [{ source: source(1), kind: 'letter', published: null, language: 'en' }]),
    );
    expect(await lines(bench.database)).toEqual(before);
  });

  test('Q24 each row that is altered, missing or too many is named against a fresh fold', async () => {
    await fill(bench.database);
    const fresh = await (await bench.place.another()).open();
    await fill(fresh);
    const found = async (): Promise<string[]> => {
      const all: string[] = [];
      for await (const one of differences(dump(bench.database.db, secrets), dump(fresh.db, secrets)))
        all.push(`${one.kind} ${one.table} ${one.id}`);
      return all;
    };
    expect(await found()).toEqual([]);
    await bench.database.locked(async (db) => {
      await db.updateTable('claim').set({ status: 'withdrawn' }).where('field', '=', 'victim').execute();
      await db.deleteFrom('judgement').execute();
      await putRecords(db, [person(9, 'Nobody')], world);
      await db.updateTable('deed').set({ takenBackBy: 3 }).execute();
      await db.deleteFrom('mention').execute();
    });
    const zero = '0'.repeat(15);
    expect(await found()).toEqual([
      `differs deed ${zero}`,
      `missing mention ${record(1)} ${zero}`,
      `missing mention ${source(1)} ${zero}`,
      `differs record ${record(2)}`,
      `extra record ${record(9)}`,
      `missing judgement ${zero}`,
    ]);
    await fresh.close();
  });

  test('Q25 of the judgements about a pair the last that was not taken back stands', async () => {
    const { database } = bench;
    const standing = async () =>
      (await judgementsPage(database.db, { of: 'person', after: null })).rows.map((row) => [row.n, row.judgement]);
    await database.locked(async (db) => {
      const take = (n: number) => ({ deed: deed(n, { kind: 'open', name: 'x' }), refs: [] });
      await putDeeds(db, [0, 1, 2, 3].map(take));
      await putJudgements(db, [judged(0, 1, 2, 'same'), judged(1, 2, 1, 'not-same'), judged(2, 3, 4, 'same')]);
    });
    expect(await standing()).toEqual([
      [1, 'not-same'],
      [2, 'same'],
    ]);
    await database.locked((db) => setTakenBack(db, 1, 3));
    expect(await standing()).toEqual([
      [0, 'same'],
      [2, 'same'],
    ]);
    await database.locked((db) => setTakenBack(db, 1, null));
    expect((await standing())[0]).toEqual([1, 'not-same']);
  });

  test('Q26 the work list shows all that waits, part after part, in pages', async () => {
    const { database } = bench;
    const claims = (n: number) =>
      ['work-needed', 'issue', 'recorded'].map((status) =>
        claim(record(n), 'where', name('Selm'), { status: status as 'issue' }),
      );
    const acts = Array.from({ length: 150 }, (_, n) =>
      entry(state(record(n), 'act', claims(n)), `act ${n}`, n < 90 ? 1 : 0),
    );
    const issues = Array.from({ length: 250 }, () => claim(record(700), 'means', name('cable'), { status: 'issue' }));
    const works = [entry(state(record(500), 'cited-source', []), 'a report')];
    const odd = [entry({ ...state(record(600), 'event', []), unsettled: 'taken back' }, 'an event')];
    await database.locked(async (db) => {
      await putRecords(db, [...acts, ...works, ...odd, entry(state(record(700), 'act', issues), 'much to ask')], world);
      await putSources(db, [sourceState(1, ['a.txt'], 'empty'), sourceState(2, ['b.txt', 'c.txt'])]);
    });
    const rows: WorkRow[] = [];
    for (let after: string | null = null; ;) {
      const page = await workPage(database.db, secrets, { after });
      expect(page.rows.length).toBeLessThanOrEqual(200);
      rows.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
    const count = (kind: WorkRow['kind']): number => rows.filter((row) => row.kind === kind).length;
    expect(WORK_KINDS.map((kind) => [kind, count(kind)])).toEqual([
      ['conflict', 90],
      ['work-needed', 150],
      ['issue', 400],
      ['unsettled', 1],
      ['get-it', 1],
      ['unread', 1],
    ]);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    expect((await workPage(database.db, secrets, { after: null, kind: 'get-it' })).rows).toHaveLength(1);
    const home = await homeCounts(database.db);
    expect(home).toMatchObject({
      sources: 2,
      unread: 1,
      duplicates: 1,
      waiting: 0,
      sought: 1,
      workNeeded: 550,
      conflicts: 90,
      unsettled: 1,
      work: rows.length,
      deeds: 0,
    });
    expect(home.records).toMatchObject({ act: 151, event: 1, person: 0 });
  });
}
