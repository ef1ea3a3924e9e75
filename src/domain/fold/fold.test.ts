import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../claim.ts';
import type { Deed, DeedPayload, Recording } from '../deed.ts';
import { actorName, claimId, deedId, proposalId, recordId, sourceId, textId, type DeedId } from '../ids.ts';
import { mentionsOf, touchedBy } from '../mentions.ts';
import { clustersOf } from './judgement.ts';
import { foldRecord, type Surroundings } from './record.ts';
import { foldSource } from './source.ts';
import { standingAmong } from './standing.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const source = sourceId(`src_${'a'.repeat(26)}`);
const text = textId(`txt_${'a'.repeat(26)}`);
const proposal = proposalId(`prp_${'a'.repeat(26)}`);
const act = recordId(uuid(1));
const person = recordId(uuid(2));
const who = actorName('reader 1');

const deed = (n: number, payload: DeedPayload): Deed => ({
  n,
  id: deedId(uuid(1000 + n)),
  actor: who,
  at: `2026-01-01T00:00:00.00${n % 10}Z`,
  payload,
});
const attested = { source, text, span: { start: 0, end: 4, text: 'died' } };
const claim = (n: number, over: Partial<Pick<Claim, 'record' | 'field' | 'value' | 'chain'>> = {}): Claim => ({
  id: claimId(uuid(2000 + n)),
  record: act,
  field: 'violation',
  value: { kind: 'code', code: 'torture' },
  chain: [],
  basis: 'words',
  attestedBy: [attested],
  ...over,
});
const recording = (over: Partial<Recording> = {}): Recording => ({
  kind: 'accept',
  proposal,
  reader: '1',
  made: [{ id: act, kind: 'act', named: null }],
  claims: [claim(1)],
  marks: [],
  amended: null,
  anchors: [],
  ...over,
});
const makePerson = recording({
  kind: 'record',
  proposal: null,
  made: [{ id: person, kind: 'person', named: null }],
  claims: [claim(9, { record: person, field: 'name', value: { kind: 'text', text: 'Emil Dorn' } })],
  marks: [{ person, sensitivity: 'restricted' }],
});
const takeBack = (n: number, target: Deed): Deed => deed(n, { kind: 'take-back', deed: target.id, reason: 'undone' });

/** Surroundings as the desk makes them, from the whole ledger. */
function around(deeds: readonly Deed[]): Surroundings {
  const stands = standingAmong(deeds.filter((entry) => entry.payload.kind === 'take-back'));
  const maker = new Map<string, DeedId>();
  for (const entry of deeds) {
    if (entry.payload.kind === 'accept' || entry.payload.kind === 'record')
      for (const made of entry.payload.made) maker.set(made.id, entry.id);
  }
  return { stands, madeStands: (record) => stands(maker.get(record) ?? deedId(uuid(999_999))) };
}
const foldAct = (deeds: readonly Deed[]) =>
  foldRecord(
    act,
    deeds.filter((entry) => mentionsOf(entry.payload).includes(act)),
    around(deeds),
  );

test('D1 a record is the fold of the deeds that mention it', () => {
  const state = foldAct([
    deed(0, recording()),
    deed(1, { kind: 'status', record: act, claim: claim(1).id, to: 'issue', reason: 'unclear' }),
  ]);
  expect(state?.claims.map((entry) => [entry.status, entry.changed?.reason])).toEqual([['issue', 'unclear']]);
  expect(state?.proposals).toEqual([proposal]);
});

test('D2 a taken-back deed leaves nothing behind when nothing rests on it', () => {
  const made = deed(0, recording());
  expect(foldAct([made, takeBack(1, made)])).toBeNull();
  const status = deed(1, { kind: 'status', record: act, claim: claim(1).id, to: 'withdrawn', reason: 'wrong' });
  expect(foldAct([made, status, takeBack(2, status)])?.claims[0]?.status).toBe('recorded');
});

test('D4 a take-back can be taken back', () => {
  const made = deed(0, recording());
  const undo = takeBack(1, made);
  expect(foldAct([made, undo, takeBack(2, undo)])?.claims).toHaveLength(1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), (times) => {
      const ledger = [made];
      for (let n = 1; n <= times; n += 1) ledger.push(takeBack(n, ledger[n - 1] ?? made));
      expect(foldAct(ledger) !== null).toBe(times % 2 === 0);
    }),
  );
});

test('D6 what rests on a taken-back deed asks for work and never vanishes', () => {
  const maker = deed(0, makePerson);
  const made = deed(
    1,
    recording({ claims: [claim(1), claim(2, { field: 'victim', value: { kind: 'record', record: person } })] }),
  );
  const ledger = [maker, made, takeBack(2, maker)];
  const victim = foldAct(ledger)?.claims.find((entry) => entry.claim.field === 'victim');
  expect(victim?.unsettled).toContain('taken back');
  const rest = foldRecord(
    person,
    ledger.filter((entry) => mentionsOf(entry.payload).includes(person)),
    around(ledger),
  );
  expect(rest?.unsettled).toContain('others still rest on it');
  const adopted = deed(3, { kind: 'adopt', record: act, claim: claim(1).id, reason: 'two lists agree' });
  const kept = foldAct([maker, made, adopted, takeBack(4, made)]);
  expect(kept?.claims).toHaveLength(1);
  expect(kept?.claims[0]?.unsettled).toContain('taken back');
});

test('N3 a recording never makes a person less guarded; a decision about the person may', () => {
  const ledger = [
    deed(0, makePerson),
    deed(1, recording({ marks: [{ person, sensitivity: 'protected' }] })),
    deed(2, recording({ marks: [{ person, sensitivity: 'public-role' }] })),
  ];
  const foldPerson = (deeds: readonly Deed[]) =>
    foldRecord(
      person,
      deeds.filter((entry) => mentionsOf(entry.payload).includes(person)),
      around(deeds),
    );
  expect(foldPerson(ledger)?.mark?.sensitivity).toBe('protected');
  expect(
    foldPerson([...ledger, deed(3, { kind: 'mark', person, sensitivity: 'public-role', reason: 'spoke in public' })])
      ?.mark?.sensitivity,
  ).toBe('public-role');
});

test('C6 the same bytes found twice are one source with two places', () => {
  const ingest = deed(0, {
    kind: 'ingest',
    source,
    sha256: 'ab',
    bytes: 3,
    mediaType: 'text/plain',
    blob: 'b',
    foundAt: 'a.txt',
  });
  const state = foldSource(source, [ingest, deed(1, { kind: 'found-again', source, foundAt: 'copy/a.txt' })]);
  expect(state?.foundAt.map((found) => found.place)).toEqual(['a.txt', 'copy/a.txt']);
});

test('C7 a source without a text says why until it has one', () => {
  const tool = { name: 't', version: '1', options: '' };
  const ingest = deed(0, {
    kind: 'ingest',
    source,
    sha256: 'ab',
    bytes: 3,
    mediaType: 'application/pdf',
    blob: 'b',
    foundAt: 'a.pdf',
  });
  const unread = deed(1, { kind: 'derive', source, tool, text: null, unread: 'it needs a password' });
  expect(foldSource(source, [ingest, unread])?.unread).toBe('it needs a password');
  const derived = deed(2, {
    kind: 'derive',
    source,
    tool,
    text,
    sha256: 'cd',
    units: 4,
    blob: 'c',
    pages: null,
    title: null,
  });
  expect(foldSource(source, [ingest, unread, derived])?.unread).toBeNull();
});

test('J2 clusters are the components of same, under the smallest id, in any order of judgements', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 20 });
  fc.assert(
    fc.property(pairs, (links) => {
      const judge = (order: readonly (readonly [number, number])[]) =>
        clustersOf(order.map(([a, b]) => ({ a: uuid(a), b: uuid(b), judgement: 'same' as const })));
      const forward = judge(links);
      const backward = judge([...links].reverse());
      for (const [id, root] of forward) {
        expect(backward.get(id)).toBe(root);
        expect(root <= id).toBe(true);
      }
      for (const [a, b] of links) expect(forward.get(uuid(a))).toBe(forward.get(uuid(b)));
    }),
  );
});

test('D3 a deed mentions everything it touches', () => {
  for (const payload of [
    recording(),
    makePerson,
    { kind: 'mark', person, sensitivity: 'sealed', reason: 'r' } as const,
  ]) {
    expect(mentionsOf(payload)).toEqual(expect.arrayContaining(touchedBy(payload)));
  }
});
