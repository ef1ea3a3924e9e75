import { afterEach, expect, test, vi } from 'vitest';
import { ApiTrouble, apiPath, get, post } from './api.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (response: () => Response | Promise<never>) => vi.stubGlobal('fetch', async () => response());
const troubleOf = (promise: Promise<unknown>): Promise<ApiTrouble> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => (error instanceof ApiTrouble ? error : Promise.reject(error)),
  );

test('W6 a refusal keeps its three parts: its kind, what happened, what to do', async () => {
  answer(() => Response.json({ kind: 'case-locked', happened: 'Locked.', toDo: 'Unlock it.' }, { status: 423 }));
  const { kind, happened, toDo, status } = await troubleOf(get('/case'));
  expect([kind, happened, toDo, status]).toEqual(['case-locked', 'Locked.', 'Unlock it.', 423]);
});

test('W6 a refusal in another shape, or no answer at all, becomes a sentence that says what to do', async () => {
  answer(() => new Response('<html>', { status: 502 }));
  const other = await troubleOf(post('/lock'));
  expect([other.kind, other.status, other.toDo.length > 0]).toEqual(['unknown', 502, true]);
  answer(() => Promise.reject(new TypeError('network')));
  const none = await troubleOf(get('/case'));
  expect([none.kind, none.status, none.toDo.length > 0]).toEqual(['no-answer', 0, true]);
});

test('W10 an address of the API carries only what has a value', () => {
  expect(apiPath('/records', { kind: 'act', q: '', after: null, status: undefined, proposed: true })).toBe(
    '/api/records?kind=act&proposed=true',
  );
  expect(apiPath('/work')).toBe('/api/work');
});
