/** Runs the built program as people do: a process of its own, in a folder of its own, with an empty home. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** Each of these tests starts processes: a busy machine is no failure. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The program under test: the one built here, or another that is named, as the installed package. */
export const MAIN = resolve(process.env['ACTUM_MAIN'] ?? 'dist/cli/main.js');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ran>;
  /** What was printed so far, as soon as it holds this. */
  readonly says: (form: RegExp) => Promise<RegExpExecArray>;
}

interface How {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** A folder with `home`, `in` for files to take, and room for cases; gone when the test is done. */
export interface Place {
  readonly folder: string;
  readonly at: (...names: string[]) => string;
  readonly write: (name: string, bytes: string | Uint8Array) => string;
  readonly begin: (args: readonly string[], how?: How) => Running;
  readonly actum: (...args: readonly string[]) => Promise<Ran>;
  readonly with: (how: How, ...args: readonly string[]) => Promise<Ran>;
  readonly remove: () => void;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'actum-test-'));
  mkdirSync(join(folder, 'home'));
  const at = (...names: string[]): string => join(folder, ...names);
  const begin = (args: readonly string[], how: How = {}): Running => run(folder, args, how);
  return {
    folder,
    at,
    write: (name, bytes) => {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), bytes);
      return at(name);
    },
    begin,
    actum: (...args) => begin(args).ended,
    with: (how, ...args) => begin(args, how).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A place for one test. */
export function place(): Place {
  const made = makePlace();
  onTestFinished(made.remove);
  return made;
}

function run(folder: string, args: readonly string[], { env = {}, input }: How): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: join(folder, 'home'), ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    out += part;
    for (const look of waiting) look();
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (err += part));
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const ended = new Promise<Ran>((done) => child.on('close', (status) => done({ status, out, err })));
  const says = (form: RegExp): Promise<RegExpExecArray> =>
    new Promise((done, fail) => {
      const look = (): void => {
        const found = form.exec(out);
        if (found === null) return;
        waiting.delete(look);
        done(found);
      };
      waiting.add(look);
      void ended.then((ran) => fail(new Error(`it ended without saying ${form}: ${JSON.stringify(ran)}`)));
      look();
    });
  return { process: child, ended, says };
}

/** Every line of standard output as JSON. */
export const linesOf = <Line = Record<string, unknown>>({ out }: Pick<Ran, 'out'>): Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));

/** The last line of standard output as JSON. */
export function lastOf<Line = Record<string, unknown>>(ran: Ran): Line {
  const last = linesOf<Line>(ran).at(-1);
  if (last === undefined) throw new Error(`nothing was printed: ${JSON.stringify(ran)}`);
  return last;
}
