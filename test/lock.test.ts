import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LETTER } from './reports.ts';
import { lastOf, linesOf, place, type Place, type Running } from './run-actum.ts';

const OPEN = /Open (http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/;

async function smallCase(): Promise<Place> {
  const here = place();
  here.write('in/letter.txt', LETTER);
  const started = await here.actum('start', 'in', '--case', 'c', '--no-serve');
  expect(started.status, started.err).toBe(0);
  return here;
}

async function servedAt(
  running: Running,
): Promise<{ readonly link: string; readonly ask: (path: string, body?: object) => Promise<Response> }> {
  const [, origin = '', token = ''] = await running.says(OPEN);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = (path: string, body?: object): Promise<Response> =>
    fetch(`${origin}${path}`, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  return { link: `${origin}/#token=${token}`, ask };
}

test('K2 a passphrase is asked for, a wrong one refused, the right one opens, and it can be taken off', async () => {
  const here = await smallCase();
  const right = { ACTUM_PASSPHRASE_FILE: here.write('right', 'straits and harbours\n') };
  const wrong = { ACTUM_PASSPHRASE_FILE: here.write('wrong', 'straits\n') };
  expect(await here.actum('passphrase', '--case', 'c')).toMatchObject({ status: 2, out: '' });
  expect(await here.actum('passphrase', '--new-file', 'right', '--case', 'c')).toMatchObject({ status: 0 });
  expect(readdirSync(here.at('c'))).not.toContain('key');
  const none = await here.actum('sources', '--case', 'c');
  expect(none).toMatchObject({ status: 3, out: '' });
  expect(none.err).toMatch(/has a passphrase, and none was given\. .*ACTUM_PASSPHRASE_FILE/);
  const refused = await here.with({ env: wrong }, 'sources', '--case', 'c');
  expect(refused).toMatchObject({ status: 3, out: '' });
  expect(refused.err).toContain('not the passphrase');
  const opened = await here.with({ env: right }, 'sources', '--case', 'c', '--json');
  expect(linesOf(opened)).toHaveLength(1);
  expect((await here.with({ env: right }, 'passphrase', '--remove', '--case', 'c')).status).toBe(0);
  expect((await here.actum('sources', '--case', 'c')).status).toBe(0);
});

test('K3 a passphrase file that is not there is one sentence', async () => {
  const here = await smallCase();
  here.write('right', 'straits and harbours');
  await here.actum('passphrase', '--new-file', 'right', '--case', 'c');
  for (const ran of [
    await here.with({ env: { ACTUM_PASSPHRASE_FILE: here.at('gone') } }, 'sources', '--case', 'c'),
    await here.actum('passphrase', '--new-file', 'gone', '--case', 'c'),
  ]) {
    expect(ran).toMatchObject({ status: 3, out: '' });
    expect(ran.err.split('\n')).toHaveLength(2);
  }
});

test('H11 a second serve says where the first is; lock makes it forget the key, unlock hands it over', async () => {
  const here = await smallCase();
  const right = { ACTUM_PASSPHRASE_FILE: here.write('right', 'straits and harbours\n') };
  await here.actum('passphrase', '--new-file', 'right', '--case', 'c');
  const first = here.begin(['serve', '--case', 'c'], { env: right });
  const { link, ask } = await servedAt(first);
  expect(await here.actum('serve', '--case', 'c')).toMatchObject({
    status: 0,
    out: `This case is served already: ${link}\n`,
  });
  expect((await ask('/api/sources')).status).toBe(200);
  expect(await here.actum('lock', '--case', 'c')).toMatchObject({ status: 0, out: 'Locked.\n' });
  expect((await ask('/api/sources')).status).toBe(423);
  expect(await (await ask('/api/case')).json()).toMatchObject({ locked: true, name: '', counts: { sources: 0 } });
  expect((await here.actum('unlock', '--case', 'c')).status).toBe(3);
  const wrong = await here.with({ env: { ACTUM_PASSPHRASE_FILE: here.write('wrong', 'no') } }, 'unlock', '--case', 'c');
  expect(wrong).toMatchObject({ status: 3, out: '' });
  expect(await here.with({ env: right }, 'unlock', '--case', 'c')).toMatchObject({ status: 0, out: 'Unlocked.\n' });
  expect((await ask('/api/sources')).status).toBe(200);
  first.process.kill('SIGTERM');
  expect((await first.ended).status).toBe(0);
  expect(existsSync(here.at('c/serving.json'))).toBe(false);
  expect((await here.actum('lock', '--case', 'c')).out).toBe('No server runs for this case: nothing holds its key.\n');
});

test('H11 without a passphrase there is nothing to lock; a served case is closed whole', async () => {
  const here = await smallCase();
  const before = readdirSync(here.at('c', 'ledger', 'checkpoints')).length;
  const running = here.begin(['serve', '--case', 'c']);
  const { ask } = await servedAt(running);
  const refused = await here.actum('lock', '--case', 'c');
  expect(refused.status).toBe(3);
  expect(refused.err).toContain('no passphrase');
  const [proposal] = linesOf<{ id: string }>(await here.actum('proposals', '--case', 'c', '--json'));
  expect((await ask(`/api/proposals/${proposal?.id}/accept`, {})).status).toBe(200);
  running.process.kill('SIGINT');
  expect((await running.ended).status).toBe(0);
  expect(readdirSync(here.at('c', 'ledger', 'checkpoints')).length).toBe(before + 1);
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true });
});

test('H14 the page checks the case and takes a file, in processes of their own', async () => {
  const here = await smallCase();
  const running = here.begin(['serve', '--case', 'c']);
  const { link, ask } = await servedAt(running);
  expect(await (await ask('/api/fsck', {})).json()).toMatchObject({ ok: true, problems: [] });
  const { origin, hash } = new URL(link);
  const form = new FormData();
  form.append('file', new File(['Nine people died in Karsel, Runa Elvik said.'], 'note\u202E.txt'));
  const headers = { authorization: `Bearer ${hash.replace('#token=', '')}` };
  const sent = await fetch(`${origin}/api/sources`, { method: 'POST', headers, body: form });
  expect(await sent.json()).toMatchObject({ taken: 1, again: 0, unread: 0 });
  const { rows } = (await (await ask('/api/sources')).json()) as { rows: { state: string; figures: number }[] };
  expect(rows.map(({ state }) => state)).toEqual(['read', 'read']);
  const none = await fetch(`${origin}/api/sources`, { method: 'POST', headers, body: new FormData() });
  expect(none.status).toBe(422);
  running.process.kill('SIGTERM');
  expect((await running.ended).status).toBe(0);
});

test('H3 a port that is taken, or none, is one sentence', async () => {
  const here = await smallCase();
  expect((await here.actum('serve', '--case', 'c', '--port', 'x')).status).toBe(2);
  const running = here.begin(['serve', '--case', 'c']);
  const [, port = ''] = await running.says(/127\.0\.0\.1:(\d+)/);
  here.write('in2/letter.txt', LETTER);
  const taken = await here.actum('start', 'in2', '--case', 'd', '--port', port);
  expect(taken.status).toBe(3);
  expect(taken.err).toContain(`port ${port} is taken or forbidden`);
  running.process.kill('SIGTERM');
  expect((await running.ended).status).toBe(0);
});
