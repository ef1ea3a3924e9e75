import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Random } from '../domain/ports.ts';
import { policy } from './api-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

const PLAIN = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The built page: files of `folder` as they are, and `index.html` with a fresh nonce for every other address. */
export function pageRoutes(app: OpenAPIHono, folder: string, random: Random): void {
  app.get('*', async (context) => {
    const path = pathIn(context.req.path);
    const file = join(folder, path);
    const known =
      extname(path) !== '' && !path.startsWith('..') && path !== 'index.html'
        ? await stat(file).catch(() => undefined)
        : undefined;
    if (known?.isFile() === true) {
      const stream = Readable.toWeb(createReadStream(file)) as ReadableStream;
      return context.body(stream, 200, {
        ...PLAIN,
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-length': String(known.size),
        'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    }
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) return context.text('The page is not built: run `npm run build`.', 503);
    const nonce = Buffer.from(random.bytes(16)).toString('base64');
    return context.body(html.replaceAll('__NONCE__', nonce), 200, {
      ...PLAIN,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce),
      'cache-control': 'no-store',
    });
  });
}

/** The asked address as a path below the page's folder; one that does not decode is no file. */
function pathIn(address: string): string {
  try {
    return normalize(decodeURIComponent(address)).replace(/^[/\\]+/, '');
  } catch {
    return 'index.html';
  }
}
