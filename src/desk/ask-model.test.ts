import { expect, test } from 'vitest';
import { putReadings } from '../storage/projection/readings.ts';
import { readingOf, textsToRead } from '../storage/questions/readings.ts';
import { askModel } from './ask-model.ts';
import { accept } from './decide.ts';
import { figuresDesk } from './figures-desk.ts';
import { waiting } from './list.ts';
import { lyingServer, says } from './lying-server.case.ts';
import type { ModelOrder } from './model-server.ts';
import type { OpenCase } from './open-case.ts';
import { addTexts, proposalsOf, READER, REPORT, smallCase, valueOf } from './small-case.case.ts';
import { proposedRows } from './view-proposed.ts';
import { textView } from './view-text.ts';

const order = (endpoint: string, model: string | null = null): ModelOrder => ({
  endpoint,
  model,
  textsMayLeave: false,
  key: null,
});
const quote = (words: string) => ({ words, before: '' });
const act = (words: string, perpetrator: string) => ({
  words: quote(words),
  violation: 'torture',
  modality: 'asserted',
  victims: [],
  perpetrators: [quote(perpetrator)],
  means: [],
  place: null,
  time: null,
  saidBy: null,
});
/** What the reader has already, what the words do not say, and one thing more. */
const ANSWER = {
  statements: [],
  figures: [],
  acts: [
    act('tortured by', 'Captain Orm Vasker'),
    act('shot', 'Captain Orm Vasker'),
    act('the garrison', 'Captain Orm Vasker'),
  ],
};
/** An age, which the reader does not take for a count. */
const COUNT = {
  words: quote('40'),
  numbers: [40],
  of: null,
  about: 'killed',
  unit: 'person',
  standing: 'plain',
  place: null,
  saidBy: null,
};
const ask = async (c: OpenCase, of: ModelOrder) => valueOf(await askModel(c, of, () => {}));
const ofModels = async (c: OpenCase) => {
  const found = [];
  for await (const each of waiting(c, undefined)) if (each.proposer !== null) found.push(each);
  return found;
};

test('P11 what a model proposes stands beside the reader’s own, once, and says whose it is', async () => {
  const c = await smallCase();
  const before = await proposalsOf(c);
  const { endpoint, heard } = await lyingServer(says(() => ANSWER));
  const deeds = c.ledger.size();
  const asked = await ask(c, order(endpoint));
  const proposer = 'llm:tiny:1b@001122334455';
  expect(asked).toEqual({
    proposer,
    texts: 1,
    proposed: 1,
    known: 1,
    refused: { 'not-in-the-text': 1 },
    trouble: null,
  });
  const [beside, ...others] = await ofModels(c);
  expect([beside?.proposal.anchors[0].text, beside?.proposer, others]).toEqual(['the garrison', proposer, []]);
  const own = (await proposalsOf(c)).filter(({ id }) => id !== beside?.proposal.id);
  expect([own, c.ledger.size()]).toEqual([before, deeds]);
  const text = before[0]!.text;
  const { notes } = valueOf(await textView(c, text, 0));
  expect(notes.filter((note) => note.proposer !== null).map(({ id }) => id)).toEqual([beside?.proposal.id]);
  const { rows } = await proposedRows(c, 'act', '');
  expect(rows.filter((row) => row.proposer !== null).map(({ id }) => id)).toEqual([beside?.proposal.id]);
  expect(await ask(c, order(endpoint))).toMatchObject({ texts: 0, proposed: 0 });
  expect([heard.length, (await ofModels(c)).length]).toEqual([1, 1]);
});

test('P11 a person decides about it, and the deed names the model', async () => {
  const c = await smallCase();
  const { endpoint } = await lyingServer(says(() => ANSWER));
  await ask(c, order(endpoint));
  const [beside] = await ofModels(c);
  const { deed } = valueOf(await accept(c, READER, beside!.proposal.id, []));
  expect(deed.payload).toMatchObject({ kind: 'accept', reader: 'llm:tiny:1b@001122334455' });
  expect(await ofModels(c)).toEqual([]);
});

test('P11 what a model counts comes on the desk of figures when somebody recorded it, not before', async () => {
  const c = await smallCase({ 'report.txt': `${REPORT}\nEmil Dornev was aged 40.\n` });
  const before = (await figuresDesk(c)).figures.length;
  const { endpoint } = await lyingServer(says(() => ({ statements: [], figures: [COUNT], acts: [] })));
  expect(await ask(c, order(endpoint))).toMatchObject({ proposed: 1 });
  expect((await figuresDesk(c)).figures.length).toBe(before);
  const [beside] = await ofModels(c);
  valueOf(await accept(c, READER, beside!.proposal.id, []));
  expect((await figuresDesk(c)).figures.length).toBe(before + 1);
});

test('P11 another model’s proposals take the place of a model’s, a new reading that of both, and it is asked anew', async () => {
  const c = await smallCase();
  const { endpoint, heard } = await lyingServer(says(() => ANSWER));
  await ask(c, order(endpoint));
  const own = (await proposalsOf(c)).length;
  await ask(c, order(endpoint, 'another'));
  expect((await ofModels(c)).map(({ proposer }) => proposer)).toEqual(['llm:another@127.0.0.1']);
  expect((await proposalsOf(c)).length).toBe(own);
  const text = (await proposalsOf(c))[0]!.text;
  const { db } = c.database;
  const read = await readingOf(db, text);
  await c.database.locked((locked) => putReadings(locked, [{ text, reader: 'rules-2', reading: read!.reading }]));
  expect((await textsToRead(db, 'llm:another@127.0.0.1', null)).length).toBe(1);
  await ask(c, order(endpoint, 'another'));
  expect([heard.length, (await ofModels(c)).length]).toEqual([3, 1]);
});

test('H15 what was asked before trouble came is kept, and only the rest is asked again', async () => {
  const c = await smallCase();
  await addTexts(c, { 'other.txt': REPORT.replace('Selm', 'Orrow') });
  let times = 0;
  const answer = says(() => ANSWER);
  const { endpoint, heard } = await lyingServer((asked, response) => {
    times += 1;
    return times === 2 ? void response.writeHead(503).end() : answer(asked, response);
  });
  const first = await ask(c, order(endpoint));
  expect(first).toMatchObject({
    texts: 1,
    proposed: 1,
    trouble: { kind: 'model-trouble', why: 'answered with status 503' },
  });
  expect(JSON.stringify(first.trouble)).toContain('1 text was asked about, and what it proposed is kept');
  expect((await ofModels(c)).length).toBe(1);
  expect(await ask(c, order(endpoint))).toMatchObject({ texts: 1, proposed: 1, trouble: null });
  expect([heard.length, (await ofModels(c)).length]).toEqual([3, 2]);
});
