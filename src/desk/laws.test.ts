import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLAIM_STATUSES, type ClaimState } from '../domain/claim.ts';
import { RECORD_KINDS, type RecordState } from '../domain/record.ts';
import { SENSITIVITIES } from '../domain/sensitivity.ts';
import type { Outcome } from '../kit/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { accept, adopt, hold, mark, reject, setStatus, takeBackDeed, undo, type Decided } from './decide.ts';
import { fsckCase } from './fsck.ts';
import { judge } from './judge.ts';
import { listRecords, recordsWithCells } from './list.ts';
import type { OpenCase } from './open-case.ts';
import { digestOf, rebuildInto } from './rebuild.ts';
import { exportTo } from './release.ts';
import { acceptAll, openAgain, proposalsOf, READER, REPORT, smallCase, valueOf } from './small-case.case.ts';

/** What somebody may try; `a` and `b` pick from what is there, whatever that is by then. */
interface Step {
  readonly kind: 'accept' | 'reject' | 'status' | 'adopt' | 'mark' | 'judge' | 'hold' | 'take-back' | 'undo';
  readonly a: number;
  readonly b: number;
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'accept',
      'accept',
      'accept',
      'reject',
      'status',
      'adopt',
      'mark',
      'judge',
      'hold',
      'take-back',
      'take-back',
      'undo',
    ),
    a: fc.nat({ max: 999 }),
    b: fc.nat({ max: 999 }),
  }),
  { minLength: 6, maxLength: 24 },
);

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)];

async function statesOf(c: OpenCase): Promise<RecordState[]> {
  const states: RecordState[] = [];
  for (const kind of RECORD_KINDS) for await (const { state } of recordsWithCells(c, kind)) states.push(state);
  return states;
}

const claimsOf = (states: readonly RecordState[]): ClaimState[] => states.flatMap(({ claims }) => claims);

async function take(
  c: OpenCase,
  { kind, a, b }: Step,
  ids: { readonly proposals: readonly string[]; readonly deeds: string[] },
): Promise<Outcome<Decided, Problem>> {
  const states = await statesOf(c);
  const claim = pick(claimsOf(states), a)?.claim;
  const on = { record: claim?.record ?? '', claim: claim?.id ?? '', reason: 'seen again' };
  const persons = states.filter((state) => state.kind === 'person');
  switch (kind) {
    case 'accept':
      return accept(c, READER, pick(ids.proposals, a) ?? '', []);
    case 'reject':
      return reject(c, READER, pick(ids.proposals, a) ?? '', null);
    case 'status':
      return setStatus(c, READER, { ...on, to: pick(CLAIM_STATUSES, b) ?? 'issue' });
    case 'adopt':
      return adopt(c, READER, on);
    case 'mark':
      return mark(c, READER, {
        person: pick(persons, a)?.id ?? '',
        sensitivity: pick(SENSITIVITIES, b) ?? 'sealed',
        reason: 'asked for',
      });
    case 'judge':
      return judge(c, READER, {
        of: 'person',
        a: pick(persons, a)?.id ?? '',
        b: pick(persons, b)?.id ?? '',
        judgement: 'same',
        reason: 'one name',
      });
    case 'hold':
      return hold(c, READER, {
        cited:
          pick(
            states.filter((state) => state.kind === 'cited-source'),
            a,
          )?.id ?? '',
        state: 'unobtainable',
        source: null,
        reason: 'burnt',
      });
    case 'take-back':
      return takeBackDeed(c, READER, { deed: pick(ids.deeds, a) ?? '', reason: 'wrong' });
    case 'undo':
      return undo(c, READER);
  }
}

test('D8 whatever is decided and taken back, the tables say what a fresh fold says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (tried) => {
      const c = await smallCase();
      const ids = { proposals: (await proposalsOf(c)).map(({ id }) => id), deeds: [] as string[] };
      for (const step of tried) {
        const size = c.ledger.size();
        const decided = await take(c, step, ids);
        if (decided.ok) ids.deeds.push(decided.value.deed.id);
        else expect(c.ledger.size()).toBe(size);
      }
      const digest = await digestOf(c.database.db, c.secrets);
      const report = await fsckCase(c, () => {});
      expect(report).toMatchObject({ ok: true, digest, problems: [] });
      const rebuilt = valueOf(await rebuildInto(c, join(mkdtempSync(join(c.folder, '..', 'r-')), 'new'), () => {}));
      expect(rebuilt).toEqual({ deeds: c.ledger.size(), digest });
      await c.close();
      const again = valueOf(await openAgain(c.folder));
      expect(await digestOf(again.database.db, again.secrets)).toBe(digest);
      await again.close();
    }),
    { numRuns: 20 },
  );
});

const isNamed = (kind: RecordState['kind']): boolean => kind === 'person' || kind === 'cited-source';

/** The records without their ids: values, words and voices; of what is only named, its values. */
async function faceOf(c: OpenCase): Promise<string[]> {
  const faces: string[] = [];
  for (const kind of RECORD_KINDS) {
    for await (const { state, cells } of recordsWithCells(c, kind)) {
      const shown = cells.map(({ field, value, name, chain, attestedBy }) => {
        const places = attestedBy.map(({ span }) => span.start);
        return JSON.stringify(isNamed(kind) ? [field, value] : [field, name ?? value, chain, places]);
      });
      faces.push(JSON.stringify([kind, state.mark?.sensitivity, state.hold?.state, [...new Set(shown)].toSorted()]));
    }
  }
  return faces.toSorted();
}

test('P8 in whatever order all of a text is accepted, the register is the same but for its ids', async () => {
  const text = {
    'report.txt': `${REPORT}\nOf 40 conscripts who complained, 12 were recognised as victims, Runa Elvik said.\n`,
  };
  const first = await smallCase(text);
  const places = (await proposalsOf(first)).map((_, at) => at);
  await acceptAll(first, await proposalsOf(first));
  const face = await faceOf(first);
  expect(face.length).toBeGreaterThan(10);
  expect(face.join()).toContain('part-of');
  const orders = fc.shuffledSubarray(places, { minLength: places.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const c = await smallCase(text);
      const mine = await proposalsOf(c);
      await acceptAll(
        c,
        order.flatMap((at) => mine[at] ?? []),
      );
      expect(await faceOf(c)).toEqual(face);
    }),
    { numRuns: 10 },
  );
});

test('D2 with every decision taken back the register is empty, and everything waits again', async () => {
  const c = await smallCase();
  const before = await proposalsOf(c);
  await acceptAll(c, before);
  expect((await statesOf(c)).length).toBeGreaterThan(10);
  for (const _ of before) valueOf(await undo(c, READER));
  expect(await statesOf(c)).toEqual([]);
  expect((await proposalsOf(c)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect((await undo(c, READER)).ok).toBe(false);
});

test('R8 an export read back has the cells of the register', async () => {
  const c = await smallCase();
  await acceptAll(c, await proposalsOf(c));
  const path = join(c.folder, '..', 'out.jsonl');
  valueOf(await exportTo(c, path, { format: 'jsonl', audience: 'team', actor: READER }));
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const back = new Map(lines.map((line): [string, object[]] => [JSON.parse(line).id, JSON.parse(line).cells]));
  for (const kind of RECORD_KINDS) {
    for await (const { id, cells } of listRecords(c, kind)) {
      const plain = cells.map(({ field, value, name, status, attestedBy, chain, decidedBy, deed }) => ({
        field,
        value,
        name,
        status,
        attestedBy,
        chain,
        decidedBy,
        deed,
      }));
      expect(back.get(id)).toMatchObject(plain);
      back.delete(id);
    }
  }
  expect([...back]).toEqual([]);
});
