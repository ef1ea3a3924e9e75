import { expect, test } from 'vitest';
import { changePassphrase } from '../desk/passphrase.ts';
import { addTexts, problemOf, READER, valueOf } from '../desk/small-case.case.ts';
import { HOST, PORT, servedCase } from './served-case.case.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

test.each([
  [HOST, 200],
  [`localhost:${PORT}`, 200],
  ['127.0.0.1', 421],
  ['127.0.0.1:1', 421],
  [`evil.example:${PORT}`, 421],
  [`127.0.0.1.evil.example:${PORT}`, 421],
  ['', 421],
])('H5 asked under the name %j the server answers %i', async (host, status) => {
  const { ask } = await servedCase();
  for (const path of ['/api/case', '/', '/a.js']) expect((await ask(path, { headers: { host } })).status).toBe(status);
});

test.each([
  [`http://${HOST}`, 200],
  [`http://localhost:${PORT}`, 200],
  ['http://evil.example', 403],
  [`https://${HOST}`, 403],
  ['null', 403],
  [`http://${HOST}.evil.example`, 403],
])('H5 a request from the origin %j gets %i', async (origin, status) => {
  const { ask } = await servedCase();
  expect((await ask('/api/case', { headers: { origin } })).status).toBe(status);
  const posted = await ask('/api/undo', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(posted.status === 403).toBe(status === 403);
});

test('H6 without the cookie nothing of the case is answered', async () => {
  const { ask, app, s } = await servedCase();
  const paths = new Set(
    app.routes
      .filter(({ path }) => path.startsWith('/api/') && !path.includes('*'))
      .map(({ path, method }) => `${method} ${path}`),
  );
  expect(paths.size).toBeGreaterThan(25);
  for (const each of paths) {
    const [method = '', path = ''] = each.split(' ');
    if (['/api/session', '/api/openapi.json'].includes(path)) continue;
    for (const headers of [
      { cookie: '' },
      { cookie: `${s.cookie}=${'x'.repeat(s.session.length)}` },
      { cookie: `${s.cookie}=` },
      { cookie: '', authorization: 'Bearer x' },
    ]) {
      const answer = await ask(path.replaceAll(/:\w+/g, 'x'), {
        method,
        headers,
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      expect([each, answer.status]).toEqual([each, 401]);
    }
  }
});

test('H6 the token of the link is changed for an HttpOnly, SameSite=Strict cookie; another token is not', async () => {
  const { ask, s } = await servedCase();
  const session = (token: string) =>
    ask('/api/session', {
      method: 'POST',
      headers: { cookie: '', 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  const let_in = await session(s.token);
  expect(let_in.status).toBe(200);
  const cookie = let_in.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^actum_[0-9a-f]{8}=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toContain(s.token);
  expect((await ask('/api/case', { headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  for (const token of ['', 'x', s.session, `${s.token}x`]) {
    const refused = await session(token);
    expect([401, 422]).toContain(refused.status);
    expect(refused.headers.get('set-cookie')).toBeNull();
  }
  expect((await ask('/api/case', { headers: { cookie: '', authorization: `Bearer ${s.token}` } })).status).toBe(200);
});

test('H8 the page comes with a nonce of its own each time and a policy that lets nothing in', async () => {
  const { ask } = await servedCase();
  const nonces = new Set<string>();
  for (const path of ['/', '/records/x', '/index.html', '/texts/../x']) {
    const answer = await ask(path, { headers: { cookie: '' } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(await answer.text()).toContain(`content="${nonce}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test.each([
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/a.js%00',
  '/%E0%A4%A',
  '/..%5c..%5cpackage.json',
  '//etc/passwd.json',
])('H8 the address %s leads nowhere but to the page', async (path) => {
  const { ask } = await servedCase();
  const answer = await ask(path);
  const text = await answer.text();
  expect(answer.status).toBeLessThan(500);
  expect(text).not.toContain('"dependencies"');
  expect(text).not.toContain('root:');
});

test('H8 a file of the page is sent as what it is, sniffed by nobody', async () => {
  const { ask } = await servedCase();
  const answer = await ask('/a.js');
  expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
    'text/javascript',
    'nosniff',
  ]);
});

test.each([
  ['/api/proposals/x/reject', { reason: 7 }],
  ['/api/records', { kind: 'song', text: 'SECRET', fields: [] }],
  ['/api/records', { kind: 'act', text: 'x', fields: [{ field: 'x', value: { kind: 'SECRET' }, words: [] }] }],
  ['/api/claims', { SECRET: 1 }],
  ['/api/judgements', { of: 'person', a: 'SECRET', b: 'SECRET', judgement: 'SECRET', reason: '' }],
  ['/api/persons/x/mark', { sensitivity: 'SECRET', reason: 'x' }],
  ['/api/release', { format: 'SECRET', audience: 'public' }],
  ['/api/undo', { more: 'SECRET' }],
  ['/api/unlock', null],
])('H4 what does not fit %s is refused with its place and none of its words', async (path, body) => {
  const { post, c } = await servedCase();
  const size = c.ledger.size();
  const answer = await post(path, body);
  expect(answer.status).toBe(422);
  expect(answer.body.kind).toBe('bad-input');
  expect(JSON.stringify(answer.body).replaceAll(/“\w+”/g, '')).not.toContain('SECRET');
  expect(c.ledger.size()).toBe(size);
});

test('H4 a body that is no JSON, an unknown address and an unknown id are refused in words', async () => {
  const { ask, get } = await servedCase();
  expect((await ask('/api/undo', { method: 'POST', body: '{"SECRET' })).status).toBe(422);
  expect(await get('/api/nothing')).toMatchObject({ kind: 'unknown-route' });
  for (const path of ['/api/records/x', '/api/sources/x', '/api/texts/x', '/api/sources/src_x/original']) {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ kind: 'unknown-id' });
  }
  for (const path of [
    '/api/records?kind=song',
    '/api/records',
    '/api/records?kind=act&after=rubbish',
    '/api/sources?after=rubbish',
    '/api/texts/x?from=-1',
    `/api/search?q=${'x'.repeat(2000)}`,
  ]) {
    expect((await ask(path)).status).toBe(422);
  }
});

test('H11 a locked case answers 423 to all but what lets one in; the key is gone from memory', async () => {
  const { ask, post, get, s, c } = await servedCase();
  expect((await post('/api/lock', {})).status).toBe(403);
  valueOf(await changePassphrase(c, 'straits'));
  const key = c.caseKey;
  expect(await post('/api/lock', {})).toMatchObject({ status: 200, body: { locked: true } });
  expect([...key].every((byte) => byte === 0)).toBe(true);
  for (const path of [
    '/api/sources',
    '/api/records?kind=act',
    '/api/figures',
    '/api/search?q=Karsel',
    '/api/ledger',
    '/api/work',
    '/api/proposals',
  ]) {
    const answer = await ask(path);
    expect(answer.status).toBe(423);
    expect(await answer.json()).toMatchObject({ kind: 'case-locked' });
  }
  expect((await post('/api/undo', {})).status).toBe(423);
  expect(await get('/api/case')).toMatchObject({ locked: true, name: '', counts: { sources: 0, persons: 0 } });
  expect(await post('/api/unlock', { passphrase: 'harbours' })).toMatchObject({
    status: 403,
    body: { kind: 'wrong-passphrase' },
  });
  expect(await post('/api/unlock', { passphrase: 'straits' })).toMatchObject({ status: 200, body: { locked: false } });
  expect(await get('/api/case')).toMatchObject({ locked: false, counts: { sources: 1 } });
  await s.current?.close();
});

test('H7 the server says by itself that the case moved, whoever moved it', async () => {
  const { ask, c } = await servedCase();
  const answer = await ask('/api/events');
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await addTexts(c, { 'more.txt': 'Two people were detained in Karsel, Runa Elvik said.' });
  let said = '';
  while (!said.includes('event: change')) said += (await reader?.read())?.value ?? '';
  expect(said).toContain(`"deeds":${c.ledger.size()}`);
  await reader?.cancel();
});

test('H14 every route of the API is described', async () => {
  const { app, get } = await servedCase();
  const { paths } = await get<Described>('/api/openapi.json');
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = app.routes.filter(
    ({ path, method }) => path.startsWith('/api/') && method !== 'ALL' && !path.includes('*'),
  );
  const served = new Set(routes.map(({ path, method }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`));
  expect(described.toSorted()).toEqual([...served].filter((route) => route !== 'GET /api/openapi.json').toSorted());
});

test('D5 undo with nothing to undo is refused', async () => {
  const { post, c } = await servedCase();
  const { undo } = await import('../desk/decide.ts');
  expect(problemOf(await undo(c, READER))).toBe('cannot-take-back');
  expect((await post('/api/undo', {})).status).toBe(409);
});
