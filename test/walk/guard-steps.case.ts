import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { actum, expectRefusal, serveCase, type Walk } from './browser.case.ts';

/** The status of a plain request with these headers. */
const statusOf = (
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });

/** From home to an accepted act without a mouse; who is let in; lock and unlock. */
export function guardSteps(walkOf: () => Walk): void {
  test('W58 from home to an accepted act the keyboard is enough', async () => {
    const { page, go } = walkOf();
    await go('/');
    const review = page.getByRole('navigation').getByRole('link', { name: /^Review/ });
    await review.waitFor();
    await tabTo(page, review);
    await page.keyboard.press('Enter');
    const kind = page.getByLabel('Kind', { exact: true });
    await kind.waitFor();
    await tabTo(page, kind);
    await page.keyboard.type('Act');
    await page.waitForURL(/kind=act/);
    await page.keyboard.press('Tab');
    await page.locator('.line[data-index="0"] [data-head="Kind"]', { hasText: 'Act' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const note = page.locator('.note-act[aria-current=true]');
    const id = await note.getAttribute('data-n');
    await page.keyboard.press('a');
    await page.locator(`.note[data-n="${id}"][data-state=accepted]`).waitFor();
  });

  test('W59 another host name, another origin and another browser are refused', async () => {
    const { origin } = walkOf().served;
    const host = new URL(origin).host;
    expect(
      await Promise.all([
        statusOf(origin, '/', { host: 'actum.example' }),
        statusOf(origin, '/api/case', { host, origin: 'http://actum.example' }),
        statusOf(origin, '/api/case', { host }),
        statusOf(origin, '/', { host }),
      ]),
    ).toEqual([421, 403, 401, 200]);
  });

  test('W60 a case with a passphrase is locked from the page, and opened by the right one alone', async () => {
    const walk = walkOf();
    const { page } = walk;
    const file = join(walk.folder, '..', 'passphrase');
    writeFileSync(file, 'three grey herons\n');
    await walk.served.stop();
    actum('passphrase', '--case', walk.folder, '--new-file', file);
    await page.goto('about:blank');
    walk.served = await serveCase(walk.folder, { ACTUM_PASSPHRASE_FILE: file });
    walk.seen.splice(0);
    await page.goto(walk.served.link);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByRole('heading', { name: 'The case is locked' }).waitFor();
    await page.getByLabel('Passphrase').fill('two grey herons');
    await page.keyboard.press('Enter');
    await page.locator('.trouble').waitFor();
    expectRefusal(walk, 403);
    await page.getByLabel('Passphrase').fill('three grey herons');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Case' }).waitFor();
  });
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  const focused = place.and(page.locator(':focus'));
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('forty Tabs do not lead there');
}
