import { expect, test } from 'vitest';
import { lyingServer, says } from '../src/desk/lying-server.case.ts';
import { WIRE } from './reports.ts';
import { lastOf, linesOf, place } from './run-actum.ts';

const TEXT = 'Selm, 12 March 2023\n\nWhat the boatman of Orrow saw nobody wrote down.\n';
const quote = (words: string) => ({ words, before: '' });
const said = (words: string) => ({ words: quote(words), cue: null, saidBy: quote('the boatman of Orrow'), via: [] });
/** One thing that the text says, one that it does not. */
const ANSWER = { statements: [said('nobody wrote down'), said('Orm Vasker is a traitor')], figures: [], acts: [] };
const NAME = 'llm:tiny:1b@001122334455';

interface Line {
  readonly id: string;
  readonly statements: readonly { readonly id: string; readonly why: readonly string[] }[];
  readonly reader: { readonly models: object };
}

test('H15 without being told, no command speaks with any server', async () => {
  const here = place();
  here.write('a.txt', TEXT);
  const server = await lyingServer(says(() => ANSWER));
  const env = { http_proxy: server.endpoint, HTTP_PROXY: server.endpoint, OPENAI_BASE_URL: server.endpoint };
  expect((await here.with({ env }, 'read', 'a.txt')).status).toBe(0);
  expect((await here.with({ env }, 'start', 'a.txt', '--case', 'c', '--no-serve')).status).toBe(0);
  expect((await here.with({ env }, 'propose', '--case', 'c')).status).toBe(0);
  expect(server.visits()).toBe(0);
});

test('H15 `read` puts what a model found behind the reading, with its name, and counts what it refused', async () => {
  const here = place();
  const { endpoint, heard } = await lyingServer(says(() => ANSWER));
  const asking = ['--proposer', 'openai', '--endpoint', endpoint] as const;
  const input = ['a', 'b'].map((id) => JSON.stringify({ id, text: TEXT })).join('\n');
  const plain = linesOf<Line>(await here.with({ input }, 'read', '--jsonl'));
  const ran = await here.with({ input }, 'read', '--jsonl', '--workers', '2', ...asking);
  const [first, second] = linesOf<Line>(ran);
  expect([first?.id, second?.id, heard.length, ran.status]).toEqual(['a', 'b', 2, 0]);
  expect(first?.statements.slice(0, -1)).toEqual(plain[0]?.statements);
  expect(first?.statements.at(-1)).toMatchObject({
    id: expect.stringMatching(/^llm-s/),
    why: [NAME, expect.any(String)],
  });
  expect(first?.reader.models).toEqual({ ...plain[0]?.reader.models, proposer: NAME });
  expect(plain[0]?.reader.models).not.toHaveProperty('proposer');
  expect(ran.err).toBe(`${NAME}: 2 proposed, 0 read already; refused: 2 words that are not in the text\n`);
});

test('H15 where the server fails the reading stands, and one line says what happened', async () => {
  const here = place();
  here.write('a.txt', TEXT);
  const { endpoint } = await lyingServer((_, response) => void response.writeHead(500).end(TEXT));
  const asking = ['--proposer', 'openai', '--endpoint', endpoint, '--model', 'tiny:1b'] as const;
  const ran = await here.actum('read', 'a.txt', ...asking);
  expect([linesOf(ran).length, ran.status]).toEqual([1, 3]);
  expect(ran.err).toContain('answered with status 500; what it answered before is kept');
  expect(ran.err).not.toContain('boatman');
});

test('H15 wrong usage, and an address elsewhere, are refused before anything is sent', async () => {
  const here = place();
  here.write('a.txt', TEXT);
  const refused = async (...more: readonly string[]) => {
    const { status, out, err } = await here.actum('read', 'a.txt', ...more);
    expect([status, out]).toEqual([3, '']);
    return err;
  };
  expect(await refused('--proposer', 'openai')).toContain('it needs --endpoint');
  expect(await refused('--endpoint', 'http://127.0.0.1:1')).toContain('it needs --proposer');
  const away = ['--proposer', 'openai', '--endpoint', 'https://models.example.org'] as const;
  expect(await refused(...away)).toContain('the texts would leave this machine for models.example.org');
});

test('P11 `propose` asks about the texts of a case, and its proposals wait under the model’s name', async () => {
  const here = place();
  here.write('in/a.txt', TEXT);
  here.write('in/wire.txt', WIRE);
  await here.actum('start', 'in', '--case', 'c', '--no-serve');
  const { endpoint } = await lyingServer(says(() => ANSWER));
  const asking = ['--case', 'c', '--proposer', 'openai', '--endpoint', endpoint, '--json'] as const;
  const ran = await here.actum('propose', ...asking);
  expect([ran.status, lastOf(ran)]).toEqual([
    0,
    {
      read: 0,
      asked: { proposer: NAME, texts: 2, proposed: 1, known: 0, refused: { 'not-in-the-text': 3 }, trouble: null },
    },
  ]);
  const waiting = linesOf(await here.actum('proposals', '--case', 'c', '--json'));
  expect(waiting.filter(({ proposer }) => proposer !== undefined)).toMatchObject([
    { kind: 'statement', proposer: NAME, score: 0.2 },
  ]);
  expect((await here.actum('proposals', '--case', 'c')).out).toContain(`(${NAME})`);
  expect(lastOf(await here.actum('propose', ...asking))).toMatchObject({ asked: { texts: 0 } });
});
