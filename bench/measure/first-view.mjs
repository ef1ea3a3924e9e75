import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ACTUM } from './machine.mjs';

const CHROMIUM = process.env.ACTUM_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/**
 * Serves a case and opens its first page in a browser that has never seen it: milliseconds until a heading is visible, and
 * the bytes of script and style, gzipped, that came by then and shortly after. Null where no browser is installed.
 */
export async function firstView(folder) {
  if (!existsSync(CHROMIUM)) return null;
  const server = spawn(process.execPath, [ACTUM, 'serve', '--case', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    return await viewed(browser, await linkFrom(server));
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
}

async function linkFrom(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const link = /https?:\/\/\S+/.exec(line)?.[0];
    if (link !== undefined) return link;
  }
  throw new Error('the case is not served');
}

async function viewed(browser, link) {
  const page = await (await browser.newContext()).newPage();
  const loaded = [];
  page.on('response', (response) => {
    if (/\.(js|css)(\?|$)/.test(response.url())) loaded.push(response.body().catch(() => Buffer.alloc(0)));
  });
  const began = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByRole('heading').first().waitFor({ state: 'visible' });
  const milliseconds = Math.round(performance.now() - began);
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(loaded)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { milliseconds, bytes };
}
