import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { madePdf } from '../src/preserve/formats/made-pdf.case.ts';
import { madeDocx } from '../src/preserve/made-zip.case.ts';
import { mostMebibytes } from './memory-of.ts';
import { LETTER } from './reports.ts';
import { lastOf, linesOf, MAIN, place } from './run-actum.ts';

interface SourceLine {
  readonly custody: {
    readonly name: string;
    readonly bytes: number;
    readonly unread: string | null;
    readonly foundAt: readonly { readonly place: string }[];
  };
}

const isRoot = process.getuid?.() === 0;
const words = '<w:p><w:r><w:t>Nine people died.</w:t></w:r></w:p>';
const LOCKED = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;
const ENTITIES = '<!DOCTYPE lol [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

/** Counts everything that anybody asks of this machine's own network. */
async function counter(): Promise<{ readonly address: string; readonly hits: () => number }> {
  let hits = 0;
  const server = createServer((_, answer) => answer.end()).on('connection', () => (hits += 1));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits: () => hits };
}

test('H13 hostile and broken files are kept, each says why it is unread, nothing is fetched, the others are read', async () => {
  const here = place();
  const { address, hits } = await counter();
  const tracked = `<!doctype html><title>x</title><link rel=stylesheet href="${address}/a.css"><img src="${address}/b.gif"><script src="${address}/c.js"></script><iframe src="${address}/d"></iframe><p>Nine people died in Karsel, Runa Elvik said.</p>`;
  const files: Record<string, [string | Uint8Array, RegExp | null]> = {
    'empty.txt': ['', /the file is empty/],
    'noise.txt': [
      Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 251)),
      /not text in any known character set/,
    ],
    'locked.pdf': [madePdf(['BT ET'], LOCKED), /protected by a password: remove the password and add the file again/],
    'torn.pdf': [madePdf(['BT ET']).subarray(0, 60), /damaged, or not what it claims to be/],
    'bomb.docx': [
      madeDocx(words, [{ name: 'word/media/x.bin', bytes: new Uint8Array(24 * 1024 * 1024) }]),
      /hostile archive/,
    ],
    'entities.docx': [madeDocx(words, [], ENTITIES), /declares a document type/],
    'page.html': [tracked, null],
    'letter.txt': [LETTER, null],
    '\u202Efdp.exe.txt': ['The \u202Eright\u202C way.\n', null],
  };
  for (const [name, [bytes]] of Object.entries(files)) here.write(`in/${name}`, bytes);
  execFileSync('mkfifo', [here.at('in/pipe.txt')]);
  const started = await here.actum('start', 'in', '--case', 'c', '--no-serve', '--json');
  expect(started, started.err).toMatchObject({ status: 0, err: '' });
  expect(lastOf(started)).toMatchObject({ sources: 9, unread: 6, duplicates: 0 });
  const sources = linesOf<SourceLine>(await here.actum('sources', '--case', 'c', '--json'));
  for (const { custody } of sources) {
    const [, why] = files[custody.foundAt[0]?.place.split('/').at(-1) ?? ''] ?? ['', /not a file of this test/];
    if (why === null) expect(custody.unread).toBeNull();
    else expect(custody.unread).toMatch(why);
    expect(custody.name).not.toMatch(/fdp|letter|noise/);
  }
  expect(hits()).toBe(0);
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true });
});

test('C4 a name that would turn the line around is spelt out', async () => {
  const here = place();
  const gone = await here.actum('start', 'report\u202Efdp\n.txt', '--no-serve');
  expect(gone.status).toBe(3);
  expect(gone.err).toContain('“report⟨U+202E⟩fdp⟨U+000A⟩.txt”');
  expect(gone.err.split('\n')).toHaveLength(2);
});

test('H13 a text of 200 MB is kept and not read, in bounded memory', async () => {
  const here = place();
  here.write('in/big.txt', 'Nine people died.\n');
  truncateSync(here.at('in/big.txt'), 200 * 1024 * 1024);
  const running = here.begin(['start', 'in', '--case', 'c', '--no-serve', '--json']);
  const most = await mostMebibytes(running.process.pid ?? 0, running.ended);
  const ran = await running.ended;
  expect(ran.status, ran.err).toBe(0);
  expect(lastOf(ran)).toMatchObject({ sources: 1, unread: 1 });
  expect(most).toBeLessThan(800);
  const [source] = linesOf<SourceLine>(await here.actum('sources', '--case', 'c', '--json'));
  expect(source?.custody).toMatchObject({ bytes: 200 * 1024 * 1024, unread: 'too large to read' });
});

/** Somebody who may not read everything: as root, another user. */
const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

test('H13 a folder that may not be read is named, the rest is taken', ({ skip }) => {
  const here = place();
  here.write('in/letter.txt', LETTER);
  mkdirSync(here.at('in/closed'));
  for (const folder of ['', 'home', 'in']) chmodSync(here.at(folder), 0o777);
  chmodSync(here.at('in/closed'), 0o000);
  onTestFinished(() => {
    if (existsSync(here.at('in/closed'))) chmodSync(here.at('in/closed'), 0o700);
  });
  const as = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], {
      ...somebody,
      encoding: 'utf8',
      env: { HOME: here.at('home') },
    });
  if (as('--version').status !== 0) skip('the program may not be run by another user here');
  const ran = as('start', here.at('in'), '--case', here.at('c'), '--no-serve', '--json');
  expect(ran.stderr).toMatch(
    /^actum: “[^\n]*closed” cannot be read \(you may not read it\); everything else was taken\.\n$/,
  );
  expect(ran.status).toBe(0);
  expect(lastOf({ ...ran, out: ran.stdout, err: ran.stderr })).toMatchObject({ sources: 1, unread: 0 });
});

test('H13 a full disk is one sentence; what was acknowledged stands, and the same command goes on', ({ skip }) => {
  const here = place();
  mkdirSync(here.at('small'));
  const mount = (size: string): number | null =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'none', here.at('small')]).status;
  if (!isRoot || mount('size=1m') !== 0) skip('a small disk can be mounted by root only');
  onTestFinished(() => void spawnSync('umount', ['-l', here.at('small')]));
  here.write('in/letter.txt', LETTER);
  for (let n = 0; n < 8; n += 1) here.write(`in/${n}.bin`, randomBytes(300_000));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { HOME: here.at('home') } });
  const args = ['start', here.at('in'), '--case', here.at('small/c'), '--no-serve', '--json'];
  const full = run(...args);
  expect(full.stderr).toMatch(
    /^actum: The disk is full or does not take writes; [^\n]+ stands\. Make room and run the same command again: nothing is taken twice\.\n$/,
  );
  expect(full).toMatchObject({ status: 3, stdout: '' });
  expect(mount('remount,size=200m')).toBe(0);
  const again = run(...args);
  expect(again.status, again.stderr).toBe(0);
  expect(lastOf({ status: 0, out: again.stdout, err: '' })).toMatchObject({ sources: 9, unread: 8, duplicates: 0 });
  const checked = run('fsck', '--case', here.at('small/c'), '--json');
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, problems: [] });
  expect(readdirSync(here.at('in'))).toHaveLength(9);
});
