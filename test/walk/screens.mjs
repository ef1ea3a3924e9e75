// Makes docs/screens/*.png of the example case, after some of its proposals were accepted. Run on a build: `node test/walk/screens.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { smallPng } from './small-png.mjs';

const { module } = await runnerImport(join(import.meta.dirname, 'browser.case.ts'));
const OUT = join(import.meta.dirname, '..', '..', 'docs', 'screens');
const ORIGIN = '01-selm-wire-2023-03-12.txt';
const KINDS = ['person', 'act', 'figure', 'statement', 'cited-source'];
const MOST_BYTES = 200_000;

/** Accepts three proposals of each kind, those of the origin report first. */
async function acceptSome(walk, text) {
  for (const kind of KINDS) {
    const { rows } = await walk.api(`/proposals?kind=${kind}`);
    const first = rows.toSorted((a, b) => Number(b.text === text) - Number(a.text === text)).slice(0, 3);
    for (const { id } of first) await walk.post(`/proposals/${id}/accept`, {});
  }
}

async function textOf(walk, place) {
  const { rows } = await walk.api('/sources');
  for (const row of rows) {
    const { foundAt } = await walk.api(`/sources/${row.id}`);
    if (foundAt.some((found) => found.place === place)) return row.text;
  }
  throw new Error(`${place} is not in the example case`);
}

/** The pixels of a picture, as the browser decodes them. */
async function pixelsOf({ context }, png) {
  const blank = await context.newPage();
  const base64 = await blank.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const surface = new OffscreenCanvas(image.width, image.height).getContext('2d');
      surface.drawImage(image, 0, 0);
      const { data } = surface.getImageData(0, 0, image.width, image.height);
      let text = '';
      for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
      return btoa(text);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await blank.close();
  return Buffer.from(base64, 'base64');
}

async function picture(walk, name, { path, theme = 'light', width = 1280, ready, before }) {
  const { page } = walk;
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: width < 500 ? 844 : 800 });
  await walk.go(path);
  await page.locator(ready).first().waitFor();
  await before?.(page);
  await page.waitForTimeout(400);
  const shot = await page.screenshot();
  const height = page.viewportSize().height;
  const png = smallPng(await pixelsOf(walk, shot), width, height);
  writeFileSync(join(OUT, `${name}.png`), png);
  const size = png.length;
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB${size > MOST_BYTES ? ': TOO LARGE' : ''}\n`);
  if (size > MOST_BYTES) process.exitCode = 1;
}

const next = async (page) => {
  for (let note = 0; note < 5; note += 1) await page.keyboard.press('j');
};

const walk = await module.openWalk();
try {
  mkdirSync(OUT, { recursive: true });
  await walk.page.goto(walk.served.link);
  await walk.page.locator('.home').waitFor();
  const text = await textOf(walk, ORIGIN);
  await acceptSome(walk, text);
  const acts = await walk.api('/records?kind=act');
  const act = acts.rows.find((row) => row.columns.victim?.includes('140')) ?? acts.rows[0];
  const reader = { path: `/read/${text}`, ready: '.note', before: next };
  await picture(walk, 'home', { path: '/', ready: '.home-next' });
  await picture(walk, 'sources', { path: '/sources', ready: '.line[data-index="0"]' });
  await picture(walk, 'reader-light', reader);
  await picture(walk, 'reader-dark', { ...reader, theme: 'dark' });
  await picture(walk, 'reader-narrow', { ...reader, ready: '.sheet', width: 390 });
  await picture(walk, 'act', { path: `/records/${act.id}`, ready: '[data-cell]' });
  await picture(walk, 'figures', {
    path: '/figures',
    ready: '.chart .dot',
    before: (page) => page.locator('.pair').first().hover(),
  });
  await picture(walk, 'ledger', {
    path: '/ledger',
    ready: '.history',
    before: async (page) => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await page.getByText('Yes: every deed').waitFor();
    },
  });
} finally {
  await walk.close();
}
