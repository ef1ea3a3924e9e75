import { expect, test } from 'vitest';
import type { Reading } from '../domain/reading.ts';
import type { Bench } from './contract.case.ts';
import { deed, proposal, proposed, source, sourceState, text } from './invented.case.ts';
import { putDeeds, setTakenBack } from './projection/deeds.ts';
import { dropJob, putJob, type Job } from './projection/jobs.ts';
import { metaOf, putMeta } from './projection/meta.ts';
import { decideProposals, putProposals, undecideProposals, type DecidedEntry } from './projection/proposals.ts';
import { dropReadings, putAsked, putReadings } from './projection/readings.ts';
import { dropSources, putSourceFacts, putSources } from './projection/sources.ts';
import { deedNumber, deedsOfKind, firstMentions, lastDeedBy, takenBackAmong } from './questions/deed-numbers.ts';
import { deedById, deedCount, deedsPage } from './questions/deeds.ts';
import { decidedOfText, overlapsDecided } from './questions/decided.ts';
import { jobs } from './questions/jobs.ts';
import { proposalById, proposalsInWindow, proposalsPage, proposalsTotal } from './questions/proposals.ts';
import { readingOf, textsToRead } from './questions/readings.ts';
import { sourceById, sourcesOfText, sourcesPage, sourcesTotal, type FoundSource } from './questions/sources.ts';

const read = (of: number, ...starts: readonly number[]) => ({
  source: source(of),
  text: text(of),
  reader: 'rules-1',
  proposals: starts.map((start) => proposed(of * 1000 + start, of, start)),
});

const rejected = (n: number, of: number, start: number, reader: string | null = 'rules-1'): DecidedEntry => ({
  n,
  proposal: proposal(of * 1000 + start),
  decision: 'rejected',
  kind: 'figure',
  reader,
  anchors: [{ source: source(of), text: text(of), span: { start, end: start + 10, text: 'ten people' } }],
});

const READING: Reading = {
  id: 'x',
  textSha256: 'ab',
  language: 'en',
  title: { start: 0, end: 8, text: 'A\u0000 title' },
  published: null,
  furniture: [],
  mentions: [],
  entities: [],
  statements: [],
  figures: [],
  acts: [],
  positions: [],
  works: [],
  document: {
    violations: [],
    victims: [],
    perpetratorTypes: [],
    country: null,
    region: null,
    city: null,
    date: { year: null, month: null, day: null },
  },
  reader: { version: '1', grammar: 'english', models: {} },
};

export function cacheContract(bench: Bench): void {
  const waiting = async (): Promise<number[]> => {
    const page = await proposalsPage(bench.database.db, { waiting: true, after: null });
    return page.rows.map((row) => row.proposal.anchors[0].start);
  };

  test('Q10 the queue goes source by source in the order of the words, and holds what waits', async () => {
    await bench.database.locked((db) => putProposals(db, [read(1, 300, 20, 100), read(2, 5)]));
    expect(await waiting()).toEqual([20, 100, 300, 5]);
    await bench.database.locked((db) => decideProposals(db, [rejected(7, 1, 100)]));
    expect(await waiting()).toEqual([20, 300, 5]);
    const { db } = bench.database;
    expect(await proposalsTotal(db, { waiting: true, kind: 'figure', source: source(1) })).toBe(2);
    expect(await proposalsTotal(db, { waiting: false })).toBe(4);
    expect(await proposalsTotal(db, { waiting: true, source: source(9) })).toBe(0);
    expect(await proposalById(db, proposal(1100))).toMatchObject({ decision: 'rejected', deed: 7 });
    expect((await proposalsInWindow(db, { text: text(1), from: 20, to: 300 })).length).toBe(2);
  });

  test('Q10 the queue is walked in pages, a decided row under the cursor notwithstanding', async () => {
    const many = Array.from({ length: 450 }, (_, n) => n * 20);
    await bench.database.locked((db) => putProposals(db, [{ ...read(1), proposals: read(1, ...many).proposals }]));
    const first = await proposalsPage(bench.database.db, { waiting: true, kind: 'figure', after: null });
    await bench.database.locked((db) => decideProposals(db, [rejected(1, 1, 199 * 20)]));
    const second = await proposalsPage(bench.database.db, { waiting: true, kind: 'figure', after: first.next });
    const third = await proposalsPage(bench.database.db, { waiting: true, kind: 'figure', after: second.next });
    const starts = [...first.rows, ...second.rows, ...third.rows].map((row) => row.proposal.anchors[0].start);
    expect(starts).toEqual(many);
    expect(third.next).toBeNull();
  });

  test('Q11 what is decided is not asked again after re-reading; taken back, it waits again', async () => {
    const { database } = bench;
    await database.locked((db) => decideProposals(db, [rejected(7, 1, 100)]));
    await database.locked((db) => putProposals(db, [read(1, 20, 100)]));
    expect(await waiting()).toEqual([20]);
    const again = { ...read(1), reader: 'rules-2', proposals: [proposed(555, 1, 105), proposed(556, 1, 105, 'act')] };
    await database.locked((db) => putProposals(db, [again]));
    expect(await proposalById(database.db, proposal(555))).toMatchObject({ decision: 'read-differently', deed: 7 });
    expect(await proposalById(database.db, proposal(556))).toMatchObject({ decision: null });
    expect(await proposalById(database.db, proposal(1020))).toBeUndefined();
    const anchors = [105, 110].map((start) => ({ kind: 'figure', start, end: start + 1 }) as const);
    expect((await overlapsDecided(database.db, text(1), anchors)).map((found) => found?.n)).toEqual([7, undefined]);
    await database.locked((db) => undecideProposals(db, 7));
    expect((await waiting()).toSorted()).toEqual([100, 105, 105]);
    expect(await decidedOfText(database.db, text(1))).toEqual([]);
  });

  test('Q11 of one reading, a proposal that overlaps a decided one still waits', async () => {
    await bench.database.locked((db) => decideProposals(db, [rejected(7, 1, 100), rejected(8, 1, 400, null)]));
    await bench.database.locked((db) => putProposals(db, [read(1, 100, 104, 404)]));
    expect(await waiting()).toEqual([104, 404]);
  });

  test('Q11 proposals of a language model take the place of a model’s alone; those of a new reading that of all', async () => {
    const { database } = bench;
    const model = (of: number, ...starts: readonly number[]) => ({ ...read(of, ...starts), reader: 'llm:tiny@1' });
    await database.locked((db) => putProposals(db, [read(1, 20), model(1, 60, 80), model(2, 5)]));
    await database.locked((db) => putProposals(db, [{ ...model(1, 40), reader: 'llm:other@1' }]));
    expect(await waiting()).toEqual([20, 40, 5]);
    await database.locked((db) => putProposals(db, [{ ...read(1, 30), reader: 'rules-2' }]));
    expect(await waiting()).toEqual([30, 5]);
  });

  test('Q11 the last decision about a proposal holds, and the one before when it is taken back', async () => {
    const accepted = { ...rejected(9, 1, 100), decision: 'accepted' } as const;
    await bench.database.locked(async (db) => {
      await putProposals(db, [read(1, 100)]);
      await decideProposals(db, [rejected(7, 1, 100), accepted]);
    });
    expect(await proposalById(bench.database.db, proposal(1100))).toMatchObject({ decision: 'accepted', deed: 9 });
    await bench.database.locked((db) => undecideProposals(db, 9));
    expect(await proposalById(bench.database.db, proposal(1100))).toMatchObject({ decision: 'rejected', deed: 7 });
  });

  test('Q12 sources are listed by place or by time, filtered, with what was read of them', async () => {
    const { database } = bench;
    await database.locked(async (db) => {
      await putSources(db, [
        sourceState(1, ['b/Qərsəl.txt', 'c.txt']),
        sourceState(2, ['a.txt']),
        sourceState(3, ['d.pdf'], 'empty'),
      ]);
      await putProposals(db, [read(1, 20, 100)]);
      await putSourceFacts(db, [{ source: source(1), kind: 'web-article', published: '2031-01', language: 'en' }]);
    });
    const list = async (question: Parameters<typeof sourcesPage>[1]): Promise<string[]> =>
      (await sourcesPage(database.db, question)).rows.map((row) => row.state.foundAt[0]?.place ?? '');
    expect(await list({ sort: 'place', after: null })).toEqual(['a.txt', 'b/Qərsəl.txt', 'd.pdf']);
    expect(await list({ sort: 'taken', after: null })).toEqual(['d.pdf', 'a.txt', 'b/Qərsəl.txt']);
    expect(await list({ sort: 'place', after: null, q: 'qersel' })).toEqual(['b/Qərsəl.txt']);
    expect(await list({ sort: 'place', after: null, q: 'C.TXT' })).toEqual(['b/Qərsəl.txt']);
    for (const [state, place] of [
      ['unread', 'd.pdf'],
      ['read', 'b/Qərsəl.txt'],
      ['queued', 'a.txt'],
    ] as const) {
      expect(await list({ sort: 'place', after: null, state })).toEqual([place]);
      expect(await sourcesTotal(database.db, { state })).toBe(1);
    }
    await database.locked((db) => putSources(db, [sourceState(1, ['b/Qərsəl.txt', 'c.txt', 'e.txt'])]));
    expect(await sourceById(database.db, source(1))).toEqual({
      state: sourceState(1, ['b/Qərsəl.txt', 'c.txt', 'e.txt']),
      read: 'read',
      kind: 'web-article',
      published: '2031-01',
      language: 'en',
      statements: 0,
      figures: 2,
      acts: 0,
      waiting: 2,
    });
    await database.locked((db) => dropSources(db, [source(1)]));
    expect(await sourcesOfText(database.db, text(1))).toEqual([]);
  });

  test('Q1 sources are walked in pages, by place and by time', async () => {
    const places = Array.from({ length: 250 }, (_, n) => `report ${String((n * 7) % 250).padStart(3, '0')}.txt`);
    await bench.database.locked((db) =>
      putSources(
        db,
        places.map((place, n) => sourceState(n, [place])),
      ),
    );
    const walked = async (sort: 'place' | 'taken'): Promise<FoundSource[]> => {
      const first = await sourcesPage(bench.database.db, { sort, after: null });
      const second = await sourcesPage(bench.database.db, { sort, after: first.next });
      expect([first.rows.length, second.rows.length, second.next]).toEqual([200, 50, null]);
      return [...first.rows, ...second.rows];
    };
    expect((await walked('place')).map((row) => row.state.foundAt[0]?.place)).toEqual(places.toSorted());
    const times = (await walked('taken')).map((row) => row.state.foundAt[0]?.decision.at ?? '');
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set((await walked('taken')).map((row) => row.state.id)).size).toBe(250);
  });

  test('Q12 two sources with the same words share a text', async () => {
    const twin = { ...sourceState(2, ['b.txt']), texts: sourceState(1, ['a.txt']).texts };
    await bench.database.locked((db) => putSources(db, [sourceState(1, ['a.txt']), twin]));
    const found = await sourcesOfText(bench.database.db, text(1));
    expect(found.map((row) => row.state.id)).toEqual([source(1), source(2)]);
  });

  test('Q13 a reading is kept beside its text until it is replaced or thrown away', async () => {
    const { database } = bench;
    await database.locked(async (db) => {
      await putSources(db, [sourceState(1, ['a.txt']), sourceState(2, ['b.txt'])]);
      await putReadings(db, [{ text: text(1), reader: 'rules-1', reading: READING }]);
    });
    expect(await readingOf(database.db, text(1))).toEqual({ reader: 'rules-1', reading: READING });
    const toRead = async (reader: string) => (await textsToRead(database.db, reader, null)).map((row) => row.text);
    expect(await toRead('rules-1')).toEqual([text(2)]);
    expect(await toRead('rules-2')).toEqual([text(1), text(2)]);
    await database.locked((db) => putAsked(db, { text: text(1), proposer: 'llm:tiny@1', asked: { known: 2 } }));
    expect(await toRead('llm:tiny@1')).toEqual([text(2)]);
    expect(await readingOf(database.db, text(1))).toEqual({ reader: 'rules-1', reading: READING });
    await database.locked((db) => dropReadings(db, [text(1)]));
    expect(await readingOf(database.db, text(1))).toBeUndefined();
  });

  test('Q14 deeds are listed newest first, all or those that mention an id', async () => {
    const { database } = bench;
    const take = (n: number) => deed(n, { kind: 'found-again', source: source(n % 2), foundAt: 'x' });
    const entries = Array.from({ length: 401 }, (_, n) => ({ deed: take(n), refs: [source(n % 2), source(n % 2)] }));
    await database.locked((db) => putDeeds(db, entries));
    await database.locked((db) => putDeeds(db, entries.slice(-3)));
    await database.locked((db) => setTakenBack(db, 4, 9));
    const first = await deedsPage(database.db, { after: null });
    expect([first.rows[0]?.n, first.rows.length, first.next]).toEqual([400, 200, '201']);
    const mentions = await deedsPage(database.db, { mentions: source(1), after: '11' });
    expect(mentions.rows.map((row) => row.n)).toEqual([9, 7, 5, 3, 1]);
    expect(await deedById(database.db, take(4).id)).toMatchObject({ n: 4, actor: 'Mira', takenBackBy: 9 });
    expect(await deedCount(database.db)).toBe(401);
  });

  test('Q14 deeds are found by id, kind and actor, with the first that mentions an id', async () => {
    const { database } = bench;
    const take = (n: number) =>
      deed(n, { kind: n === 0 ? 'open' : 'found-again', name: 'x', source: source(n), foundAt: 'x' });
    await database.locked(async (db) => {
      await putDeeds(
        db,
        [0, 1, 2, 3].map((n) => ({ deed: take(n), refs: n === 0 ? [] : [source(1), source(n)] })),
      );
      await setTakenBack(db, 3, 4);
      await putMeta(db, 'digest', 'abc');
    });
    const { db } = database;
    expect(await deedNumber(db, take(2).id)).toBe(2);
    for (const id of ['', '\ud800', take(9).id]) expect(await deedNumber(db, id)).toBeUndefined();
    expect(await deedsOfKind(db, 'found-again')).toEqual([1, 2, 3]);
    expect(await lastDeedBy(db, 'Mira', ['found-again'])).toBe(2);
    expect(await lastDeedBy(db, 'Mira', ['accept'])).toBeUndefined();
    expect(await lastDeedBy(db, 'Orlan', ['found-again'])).toBeUndefined();
    expect([...(await takenBackAmong(db, [1, 2, 3]))]).toEqual([3]);
    expect(Object.fromEntries(await firstMentions(db, [source(1), source(3), source(9)]))).toEqual({
      [source(1)]: 1,
      [source(3)]: 3,
    });
    expect([await metaOf(db, 'digest'), await metaOf(db, 'nothing')]).toEqual(['abc', undefined]);
  });

  test('Q15 jobs are seen by every process as they move on', async () => {
    const job: Job = {
      id: 'j1',
      kind: 'add',
      done: 0,
      total: null,
      now: 'a\u0000\u202eb',
      state: 'running',
      note: null,
      updated: '2031-01-01T00:00:00.000Z',
    };
    await bench.database.locked((db) => putJob(db, job));
    const moved: Job = { ...job, done: 3, total: 4, state: 'failed', note: 'Qərsəl' };
    await bench.database.locked((db) => putJob(db, moved));
    const other = await bench.place.open();
    expect(await jobs(other.db)).toEqual([moved]);
    await other.locked((db) => dropJob(db, 'j1'));
    await other.close();
    expect(await jobs(bench.database.db)).toEqual([]);
  });
}
