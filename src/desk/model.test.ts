import { expect, test } from 'vitest';
import { readText } from '../read/read.ts';
import { lyingServer, says, wordsAsked } from './lying-server.case.ts';
import { askAbout, openModel, type AskedText } from './model.ts';
import { LIMITS, serverAt, type ModelOrder } from './model-server.ts';
import { problemOf, valueOf } from './small-case.case.ts';

const TEXT = 'Selm, 12 March 2023\n\nWhat the boatman of Orrow saw nobody wrote down. The secret word is quillwort.';
const READING = readText({ id: 'text', text: TEXT });
const order = (endpoint: string, over: Partial<ModelOrder> = {}): ModelOrder => ({
  endpoint,
  model: null,
  textsMayLeave: false,
  key: null,
  ...over,
});
const NOTHING = { statements: [], figures: [], acts: [] };
const none = says(() => NOTHING);

async function ask(answers: Parameters<typeof lyingServer>[0], limits = LIMITS): Promise<AskedText> {
  const { endpoint } = await lyingServer(answers);
  const model = valueOf(await openModel(order(endpoint)));
  return askAbout({ ...model, server: { ...model.server, limits } }, TEXT, READING);
}

test('H15 only this machine is asked, unless it was said that texts may leave it, and then only sealed', () => {
  const settled = (endpoint: string, textsMayLeave: boolean): string => {
    const server = serverAt(order(endpoint, { textsMayLeave }), LIMITS);
    return server.ok ? server.value.base.href : server.problem.kind;
  };
  const here = [
    'http://127.0.0.1:8080',
    'http://127.9.0.1:1/',
    'http://[::1]:8080',
    'https://127.0.0.1',
    'http://2130706433:9',
  ];
  for (const endpoint of here) expect([endpoint, settled(endpoint, false)]).not.toContain('bad-input');
  expect(settled('http://LOCALHOST:8080/v1/', false)).toBe('http://127.0.0.1:8080/');
  const away = [
    'example.org',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '0.0.0.0',
    '10.0.0.5',
    '[::2]',
    '[::ffff:8.8.8.8]',
  ];
  for (const host of away) {
    expect([host, settled(`https://${host}/v1`, false)]).toEqual([host, 'bad-input']);
    expect([host, settled(`http://${host}/v1`, true)]).toEqual([host, 'bad-input']);
  }
  expect(settled('https://models.example.org/v1', true)).toBe('https://models.example.org/');
  const no = ['', 'ollama', 'file:///etc/passwd', 'http://a:b@127.0.0.1', 'http://127.0.0.1?to=x', 'ws://127.0.0.1'];
  for (const endpoint of no) expect([endpoint, settled(endpoint, true)]).toEqual([endpoint, 'bad-input']);
});

test('H15 a model is asked with its piece, at temperature 0, in the form of an answer, and shown a key only if there is one', async () => {
  const { endpoint, heard } = await lyingServer(none);
  const asked = await askAbout(valueOf(await openModel(order(`${endpoint}/v1`))), TEXT, READING);
  expect([asked.trouble, heard.length, heard[0]?.path]).toEqual([null, 1, '/v1/chat/completions']);
  expect(JSON.parse(heard[0]!.body)).toMatchObject({
    model: 'tiny:1b',
    temperature: 0,
    stream: false,
    response_format: {
      type: 'json_schema',
      json_schema: { strict: true, schema: { type: 'object', additionalProperties: false } },
    },
  });
  expect([wordsAsked(heard[0]!), heard[0]?.headers.authorization]).toEqual([TEXT, undefined]);
  await askAbout(valueOf(await openModel(order(endpoint, { key: 'k-1' }))), TEXT, READING);
  expect(heard[1]?.headers.authorization).toBe('Bearer k-1');
});

test('H15 a model is named with its digest, or with its server; of several one must be chosen', async () => {
  const named = async (has: Parameters<typeof lyingServer>[1], over: Partial<ModelOrder> = {}) => {
    const { endpoint, heard } = await lyingServer(none, has);
    const model = await openModel(order(endpoint, over));
    return [model.ok ? model.value.proposer : JSON.stringify(model.problem), heard.length];
  };
  expect(await named(undefined)).toEqual(['llm:tiny:1b@001122334455', 0]);
  expect(await named({ models: { data: [{ id: 'gräulich\n model' }] } })).toEqual(['llm:gr_ulich__model@127.0.0.1', 0]);
  expect(await named({}, { model: 'some/model' })).toEqual(['llm:some/model@127.0.0.1', 0]);
  const [several] = await named({ models: { data: [{ id: 'a' }, { id: 'b' }] } });
  expect(several).toContain('several models (a, b): say which with --model');
  for (const models of ['none', { data: 'x' }, { data: [] }])
    expect((await named({ models }))[0]).toContain('names no model');
});

test('H15 a server that is not there, says no, or sends on elsewhere is one line without a word of the text', async () => {
  const elsewhere = await lyingServer(none);
  const troubles = await Promise.all([
    ask((_, response) => void response.writeHead(500).end(TEXT)),
    ask((_, response) => void response.writeHead(404).end()),
    ask((_, response) => void response.writeHead(307, { location: `${elsewhere.endpoint}/v1/chat/completions` }).end()),
    ask((_, response) => void response.destroy()),
    ask((_, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"choices":');
      response.destroy();
    }),
  ]);
  expect(troubles.map(({ trouble }) => trouble?.kind)).toEqual([
    'status',
    'status',
    'status',
    'no-server',
    'no-server',
  ]);
  expect(JSON.stringify(troubles)).not.toMatch(/quillwort|boatman/);
  expect(elsewhere.heard).toEqual([]);
  expect(problemOf(await openModel(order('http://127.0.0.1:1')))).toBe('model-trouble');
  expect(problemOf(await openModel(order('http://127.0.0.1:1', { model: 'named' })))).toBe('model-trouble');
});

test('H15 a server that never answers, or never ends, is not waited for', async () => {
  const soon = { ...LIMITS, milliseconds: 300 };
  expect((await ask(() => {}, soon)).trouble).toEqual({
    kind: 'too-slow',
    why: 'gave no whole answer within 0.3 seconds',
  });
  const begun = await ask((_, response) => void response.writeHead(200).write('{'), soon);
  expect(begun.trouble?.kind).toBe('too-slow');
  const endless = await ask((_, response) => {
    const more = (): void => void (response.destroyed || response.write('x'.repeat(65_536), more));
    more();
  });
  expect([endless.trouble, endless.grounded.refused]).toEqual([null, { 'no-answer': 1 }]);
});

test('E63 a server that lies proposes nothing that the text does not say', async () => {
  const quote = (words: string) => ({ words, before: '' });
  const lies: unknown[] = [
    'no',
    { statements: 'all' },
    { ...NOTHING, statements: [{ words: quote('Orm Vasker is a traitor'), cue: null, saidBy: null, via: [] }] },
    {
      ...NOTHING,
      statements: [{ words: quote('nobody wrote down'), cue: null, saidBy: quote('the ministry'), via: [] }],
    },
    { ...NOTHING, acts: [{ words: quote('saw'), violation: 'treason' }] },
  ];
  for (const lie of lies) {
    const { grounded, trouble } = await ask(says(() => lie));
    expect([trouble, grounded.found]).toEqual([null, NOTHING]);
  }
  const bodies = [
    '',
    'null',
    '{}',
    '{"choices":[]}',
    '{"choices":[{"message":{"content":7}}]}',
    '[[[[[[',
    `"${'x'.repeat(300_000)}"`,
  ];
  for (const body of bodies) {
    const { grounded, trouble } = await ask((_, response) => void response.end(body));
    expect([trouble, grounded.refused]).toEqual([null, { 'no-answer': 1 }]);
  }
});
