import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** The last line of a bench is the object of its figures (CONTRACT, Benches). */
function bench(name: string, ...args: readonly string[]) {
  const ran = spawnSync(process.execPath, [`bench/${name}.mjs`, '--json', ...args], { encoding: 'utf8' });
  expect(`${ran.status} ${ran.stderr.replace(/\r[^\n]*\n/g, '')}`).toBe('0 ');
  return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
}

test('H1 the measured import reads every report of every kind, and each is found', () => {
  const figures = bench('start', '--reports', '10');
  expect(figures).toMatchObject({ reports: 10, peakPssMiB: expect.any(Number), processorSeconds: expect.any(Number) });
  expect(figures['proposals']).toBeGreaterThan(100);
}, 120_000);

test('H12 of two writers, one or both killed in the middle, nothing acknowledged is lost', () => {
  const figures = bench('crash', '--kills', '1', '--files', '40');
  expect(figures).toMatchObject({ kills: 1, lost: 0, corrupt: 0 });
  expect(figures['acknowledged']).toBeGreaterThan(0);
}, 120_000);

const STORY = 'Three farmers were arrested in Selm on Monday, Ida Varn said. "We saw it," she added.';
const spanOf = (words: string) => ({
  start: STORY.indexOf(words),
  end: STORY.indexOf(words) + words.length,
  text: words,
});

/** A tiny folder of fictional data in the layout that bench/README.md names. */
function writeData(folder: string): void {
  const attributions = [{ source: [spanOf('Ida Varn')], cue: [spanOf('said')], content: [spanOf('We saw it')] }];
  const roles = { PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [] };
  const annotations = { violations: ['arbitrary detention'], victims: [], country: null, year: null, month: null };
  const files: Record<string, string | object> = {
    'attribution/dev.jsonl': { id: 'a', text: STORY, attributions },
    'muc/dev.jsonl': { id: 'a', text: STORY.toUpperCase(), textCased: STORY, roles, incidentTypes: [] },
    'hrdsattack/dev.jsonl': { id: 'a', text: STORY, publishDate: '2021-03-08', annotations },
    'humanrights/a.txt': STORY,
    'humanrights/a.gold.json': { figures: [], statements: [], acts: [] },
    'units/open.jsonl': { id: 'a', text: STORY, entities: [{ kind: 'person', spans: [spanOf('Ida Varn')] }] },
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : `${JSON.stringify(content)}\n`);
  }
  const words = [
    ['1-2', "Don't", '_'],
    ['1', 'Do', 'AUX'],
    ['2', "n't", 'PART'],
    ['3', 'go', 'VERB', 'SpaceAfter=No'],
    ['4', '!', 'PUNCT'],
  ].map(([at, form, tag, notes = '_']) => [at, form, '_', tag, '_', '_', '0', 'root', '_', notes].join('\t'));
  const sentence = (...notes: string[]) => [...notes, ...words].join('\n');
  const bank = `${sentence('# newdoc id = a', '# newpar')}\n\n${sentence()}\n\n`;
  mkdirSync(join(folder, 'ud'));
  for (const name of ['ewt', 'gum']) writeFileSync(join(folder, 'ud', `en_${name}-dev.conllu.gz`), gzipSync(bank));
}

test('house: the reader is measured on every set of a data folder, and a set that is not there is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'actum-bench-read-'));
  try {
    writeData(folder);
    const figures = bench('read', '--data', folder, '--only', 'attribution,muc,hrdsattack,humanrights,units,ud');
    expect(figures).toMatchObject({
      attribution: { source: expect.any(Number), whole: expect.any(Number) },
      muc: { micro: expect.any(Number), upperMicro: expect.any(Number) },
      hrdsattack: { violation: 100 },
      humanrights: { figures: 0 },
      units: { persons: 100 },
      ud: { ewtSentences: 100, gumSentences: 100 },
    });
    rmSync(join(folder, 'muc'), { recursive: true });
    expect(bench('read', '--data', folder, '--only', 'muc,units')).not.toHaveProperty('muc');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
