import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Extracted } from './extracted.ts';
import { drawn, madePdf } from './formats/made-pdf.case.ts';
import { createPool, POOL_LIMITS, type Pool } from './pool.ts';

/** Within the project, so that the built child finds its packages. */
const folder = mkdtempSync(join('node_modules', '.child-'));
let pool: Pool<Extracted>;

beforeAll(async () => {
  writeFileSync(join(folder, 'probe.ts'), PROBE);
  for (const entry of ['src/preserve/child.ts', join(folder, 'probe.ts')]) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: entry, outDir: join(folder, 'out'), emptyOutDir: false },
    });
  }
  pool = poolOf('child.js');
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

function poolOf<Result>(file: string): Pool<Result> {
  const entry = pathToFileURL(join(process.cwd(), folder, 'out', file));
  return createPool({ entry, args: [], size: 1, limits: POOL_LIMITS });
}

/** A child that tries the ways out of its process. */
const PROBE = `
import { connect } from 'node:net';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { serve, shutOff } from '../../src/preserve/serve.ts';
const tried = (way) => { try { way(); return 'open'; } catch { return 'shut'; } };
shutOff();
serve(async () => ({ ok: true, value: {
  fetch: typeof fetch,
  socket: tried(() => connect(9, '127.0.0.1').on('error', () => {})),
  write: tried(() => writeFileSync(new URL('./left', import.meta.url), 'x')),
  process: tried(() => { const { error } = spawnSync('true'); if (error) throw error; }),
} }), process);
`;

test('C16 the built child reads a PDF, a page and a text', async () => {
  const pdf = madePdf([drawn([[50, 500, 'Motion on Karsel']])]);
  expect(await pool.run({ name: 'a.pdf', mediaType: 'application/pdf', bytes: pdf })).toMatchObject({
    ok: true,
    value: { text: 'Motion on Karsel' },
  });
  const page = Buffer.from('<p>One<p>two');
  expect(await pool.run({ name: 'a.html', mediaType: 'text/html', bytes: page })).toMatchObject({
    ok: true,
    value: { text: 'One\n\ntwo' },
  });
});

test('C16 an original is read where it lies, and only if it is what was taken', async () => {
  const path = join(process.cwd(), folder, 'a.txt');
  writeFileSync(path, 'Qərsəl');
  const sha256 = createHash('sha256').update('Qərsəl').digest('hex');
  expect(await pool.run({ name: 'a.txt', mediaType: 'text/plain', path, sha256 })).toMatchObject({
    ok: true,
    value: { text: 'Qərsəl' },
  });
  writeFileSync(path, 'Karsel');
  expect(await pool.run({ name: 'a.txt', mediaType: 'text/plain', path, sha256 })).toMatchObject({
    ok: false,
    problem: { kind: 'changed' },
  });
});

test('C16 a child connects nowhere, writes nothing and starts nothing', async () => {
  const probe = poolOf<Record<string, string>>('probe.js');
  const outcome = await probe.run({ name: 'a', mediaType: 'text/plain', bytes: Buffer.from('x') });
  await probe.close();
  expect(outcome).toEqual({ ok: true, value: { fetch: 'undefined', socket: 'shut', write: 'shut', process: 'shut' } });
});
