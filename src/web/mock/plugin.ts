import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { policy } from '../../http/api-policy.ts';
import { answer } from './answer.ts';

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

const api: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? '/', 'http://mock');
  if (!url.pathname.startsWith('/api/')) return next();
  if (url.pathname === '/api/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    return void response.write('retry: 5000\n\n');
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    const given = answer(request.method ?? 'GET', url, body.startsWith('{') ? body : '{}');
    json(response, given.status, given.body);
  });
};

/** Any address of the page: `index.html` with a fresh nonce, as the real server sends it. */
const page =
  (folder: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    if (/\.\w+$/.test(new URL(request.url ?? '/', 'http://mock').pathname)) return next();
    const nonce = randomBytes(16).toString('base64');
    const html = readFileSync(join(folder, 'index.html'), 'utf8').replace('__NONCE__', nonce);
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy(nonce) });
    response.end(html);
  };

/** Answers `/api` with a fictional case: `npx vite -c src/web/vite.config.ts` shows the page without a server. Never part of the build. */
export function mockServer(): Plugin {
  return {
    name: 'mock-server',
    configureServer: (server) => void server.middlewares.use(api),
    configurePreviewServer: ({ middlewares, config }) =>
      void middlewares.use(api).use(page(resolve(config.root, config.build.outDir))),
  };
}
