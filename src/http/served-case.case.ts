/** A small case behind the whole server, without a socket. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OpenCase } from '../desk/open-case.ts';
import { READER, smallCase } from '../desk/small-case.case.ts';
import { createApp } from './app.ts';
import { served, type Served } from './served.ts';

export const PORT = 4711;
export const HOST = `127.0.0.1:${PORT}`;
const PAGE = '<!doctype html><meta name="nonce" content="__NONCE__"><script type="module" src="/assets/a.js"></script>';

export interface Door {
  readonly s: Served;
  readonly c: OpenCase;
  readonly app: ReturnType<typeof createApp>;
  /** Asks as a browser that was let in; `headers` may say otherwise. */
  readonly ask: (path: string, how?: Asking) => Promise<Response>;
  readonly get: <Body>(path: string) => Promise<Body>;
  /** Posts JSON and gives status and answer. */
  readonly post: (path: string, body: unknown) => Promise<{ readonly status: number; readonly body: Answer }>;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly kind?: string;
  readonly happened?: string;
  readonly toDo?: string;
  readonly deed: string;
  readonly record: string | null;
  readonly what: string;
}

export async function servedCase(texts?: Readonly<Record<string, string>>): Promise<Door> {
  const c = await smallCase(texts);
  const page = mkdtempSync(join(tmpdir(), 'actum-page-'));
  onTestFinished(() => rmSync(page, { recursive: true, force: true }));
  writeFileSync(join(page, 'index.html'), PAGE);
  writeFileSync(join(page, 'a.js'), 'export {};');
  const s = served(c, READER);
  s.port = PORT;
  const app = createApp(s, page);
  const ask = async (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Response> =>
    app.fetch(
      new Request(`http://${HOST}${path}`, {
        method,
        headers: { host: HOST, cookie: `${s.cookie}=${s.session}`, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    );
  return {
    s,
    c,
    app,
    ask,
    get: async <Body>(path: string) => (await (await ask(path)).json()) as Body,
    post: async (path, body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: (await answer.json()) as Answer };
    },
  };
}
