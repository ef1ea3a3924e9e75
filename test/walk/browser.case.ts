import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page as BrowserPage } from 'playwright-core';
import type { Page, SourceDetail, SourceRow } from '../../src/http/api-types.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const PLACES = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/Applications/Chromium.app/Contents/MacOS'] as const;

/** The browser of this machine: `ACTUM_CHROMIUM`, or the first of the usual names in PATH and the usual places. */
export function browserPath(): string | undefined {
  const named = process.env['ACTUM_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Why the walk is skipped here, or undefined where it runs. In CI it always runs: a missing browser fails there. */
export const whyNoWalk = (path: string | undefined, ci: boolean): string | undefined =>
  path === undefined && !ci ? 'no Chromium here: install it, or name one in ACTUM_CHROMIUM' : undefined;

/** A command of the built program, to its end. Throws with what it said where it was refused. */
export const actum = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [MAIN, ...args], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export interface Served {
  /** `http://127.0.0.1:PORT/#token=…`, as printed. */
  readonly link: string;
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** The link that the program prints; its output goes on being read, so that it can go on printing. */
function linkFrom(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stdout?.on('data', (part) => {
      said += String(part);
      const link = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    });
    program.once('exit', () => reject(new Error(`actum serve printed no link: ${said}`)));
  });
}

/** Serves a case on a free port until it is stopped. */
export async function serveCase(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const program = spawn(process.execPath, [MAIN, 'serve', '--case', folder, '--as', 'Neva Orlin'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const link = await linkFrom(program);
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM');
    await ended;
  };
  return { link, origin: new URL(link).origin, stop };
}

/** Everything a page must never do, as sentences: errors, refusals of the CSP, requests to another host. */
export function watch(page: BrowserPage, origin: () => string): string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin()) seen.push(`request elsewhere: ${request.url()}`);
  });
  return seen;
}

/** One browser, one page, one served copy of the example case, and what went wrong in it so far. */
export interface Walk {
  readonly folder: string;
  readonly page: BrowserPage;
  readonly context: BrowserContext;
  readonly browser: Browser;
  served: Served;
  readonly seen: string[];
  /** Opens a page of the served case by its path. */
  readonly go: (path: string) => Promise<void>;
  /** What the API answers to this session. */
  readonly api: <Answer>(path: string) => Promise<Answer>;
  /** A decision made without the page, to have more to look at. */
  readonly post: (path: string, body: object) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openWalk(): Promise<Walk> {
  const executablePath = browserPath();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: install it, or name one in ACTUM_CHROMIUM. In CI the walk is not skipped.');
  }
  if (!existsSync(join(ROOT, 'dist', 'web', 'index.html')))
    throw new Error('The page is not built: run `npm run build`.');
  const temporary = mkdtempSync(join(tmpdir(), 'actum-walk-'));
  const folder = join(temporary, 'karsel');
  actum('start', 'examples', '--case', folder, '--no-serve');
  const served = await serveCase(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const walk: Walk = {
    folder,
    page,
    context,
    browser,
    served,
    seen: watch(page, () => walk.served.origin),
    go: async (path) => void (await page.goto(`${walk.served.origin}${path}`)),
    api: async (path) => (await context.request.get(`${walk.served.origin}/api${path}`)).json(),
    post: async (path, data) => {
      const answer = await context.request.post(`${walk.served.origin}/api${path}`, { data });
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    },
    close: async () => {
      await browser.close();
      await walk.served.stop();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
  return walk;
}

/** What the browser itself reports of an answer that was meant to be a refusal. */
export function expectRefusal(walk: Walk, status: number): void {
  const meant = walk.seen.filter((line) => line.includes(`status of ${status}`));
  if (meant.length === 0) throw new Error(`no answer ${status} was seen`);
  walk.seen.splice(0, Infinity, ...walk.seen.filter((line) => !meant.includes(line)));
}

/** Source and text of each file of the example case, by its place. */
export async function examplesOf(walk: Walk): Promise<ReadonlyMap<string, { source: string; text: string | null }>> {
  const { rows } = await walk.api<Page<SourceRow>>('/sources');
  const found = new Map<string, { source: string; text: string | null }>();
  for (const row of rows) {
    const { foundAt } = await walk.api<SourceDetail>(`/sources/${row.id}`);
    for (const { place } of foundAt) found.set(place, { source: row.id, text: row.text });
  }
  return found;
}
