import { afterEach, expect, test, vi } from 'vitest';
import { openSession, tokenOf } from './session.ts';

afterEach(() => vi.unstubAllGlobals());

const TOKEN = 'abcdefghijklmnop_-ABCDEF';

function stubPage(hash: string) {
  const order: string[] = [];
  vi.stubGlobal('location', { hash, pathname: '/sources', search: '?q=1' });
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, to: string) => void order.push(`address ${to}`),
  });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    order.push(`${path} ${String(init.body)}`);
    return Promise.resolve(Response.json({}));
  });
  return order;
}

test('W5 the token of the printed link is taken out of the address before it is posted', async () => {
  const order = stubPage(`#token=${TOKEN}`);
  await openSession();
  expect(order).toEqual(['address /sources?q=1', `/api/session {"token":"${TOKEN}"}`]);
});

test('W5 a fragment that is no token is left alone', async () => {
  const order = stubPage('#note=prp_aaaaaaaaaaaaaaaaaaaaaaaaaa');
  await openSession();
  expect(order).toEqual([]);
  expect(tokenOf('#page')).toBeNull();
});
