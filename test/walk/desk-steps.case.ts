import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { FiguresDesk } from '../../src/http/api-register.ts';
import type { Walk } from './browser.case.ts';

/** Figures desk and work list. */
export function figuresSteps(walkOf: () => Walk): void {
  test('W52 the figures desk draws every figure it lists, and a thread between the two that one points at', async () => {
    const walk = walkOf();
    const { page } = walk;
    const desk = await walk.api<FiguresDesk>('/figures');
    await walk.go('/figures');
    await page.locator('.chart .dot').first().waitFor();
    expect(await page.locator('.chart .dot').count()).toBeGreaterThan(10);
    await page.locator('.pair').first().hover();
    await page.locator('.chart .thread').first().waitFor({ state: 'attached' });
    await page.getByText(new RegExp(`^${desk.figures.length} figures · `)).waitFor();
    await page.keyboard.press('g');
    await page.getByRole('button', { name: 'by what is counted' }).waitFor();
    await page.getByRole('searchbox', { name: 'filter the figures' }).fill('no such figure');
    await page.getByText('No figure holds these words.').first().waitFor();
    await page.getByRole('searchbox', { name: 'filter the figures' }).fill('');
    await page.locator('.figure-mark').first().click();
    await page.locator('.figure-words').getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('W52 a pair is settled with a reason, by one of three judgements, and waits no more', async () => {
    const { page } = walkOf();
    const facts = page.getByText(/^\d+ figures · .* to settle$/);
    const open = async (): Promise<number> => Number(/(\d+) to settle/.exec((await facts.textContent()) ?? '')?.[1]);
    const before = await open();
    await page.locator('.pair').first().getByRole('button', { name: 'Different' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('the two lists name nobody in common');
    await dialog.getByRole('button', { name: 'Judge' }).click();
    await page.getByText('judged two figures not-same.').waitFor();
    await expect.poll(open).toBe(before - 1);
  });

  test('W53 the work list says for each item what to do, and the street counts what it holds', async () => {
    const walk = walkOf();
    const { page } = walk;
    const { rows } = await walk.api<{ rows: readonly object[] }>('/work');
    await walk.go('/work');
    await page.locator('.work-line').first().waitFor();
    expect(await page.locator('.work-line').count()).toBe(rows.length);
    const door = page.getByRole('navigation').getByRole('link', { name: /^Work list/ });
    expect((await door.textContent())?.replace('Work list ', '')).toBe(String(rows.length));
    await page.getByLabel('Kind', { exact: true }).selectOption('unread');
    await expect.poll(() => page.locator('.work-line').count()).toBe(2);
  });
}

/** Search, ledger, export. */
export function outSteps(walkOf: () => Walk): void {
  test('W54 search finds names however they are spelt, and each hit is one click from its words', async () => {
    const { page, go } = walkOf();
    await go('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('dornyev');
    await page.keyboard.press('Enter');
    await page.locator('.work-line', { hasText: 'Dornyev' }).first().waitFor();
    await page.getByRole('main').getByRole('searchbox').fill('qársəl');
    await page.keyboard.press('Enter');
    await page.locator('.work-line .words b', { hasText: 'Qarsel' }).first().click();
    await page.waitForURL(/\/read\/txt_\w+\?span=/);
    await page.locator('.text .asked', { hasText: 'Qarsel' }).waitFor();
  });

  test('W55 the ledger shows its deeds and checkpoint, and checks every one of them', async () => {
    const { page, go } = walkOf();
    await go('/ledger');
    await page.locator('.history > li').first().waitFor();
    await page.getByText(/^signed at \d+ deeds$/).click();
    await page.locator('pre', { hasText: '—' }).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^Yes: every deed, seal and signature held/).waitFor({ timeout: 20_000 });
  });

  test('W56 what is exported is downloaded, masked for its audience, and entered in the ledger', async () => {
    const { page, go } = walkOf();
    await go('/export');
    for (const [format, holds] of [
      ['Table (CSV)', 'record'],
      ['Dossier (HTML)', '<!doctype html>'],
    ] as const) {
      const line = page.locator('.export-line', { hasText: format });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        line.getByRole('button', { name: 'Make and download' }).click(),
      ]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.toLowerCase()).toContain(holds);
      expect(text).not.toContain('Elvik');
    }
    await go('/ledger');
    await page.locator('.history', { hasText: 'released dossier for public' }).waitFor();
  });

  test('W57 files that are added come into custody while one sees how far it is', async () => {
    const { page, go } = walkOf();
    await go('/');
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    await page.evaluate(WATCH_PROGRESS);
    const reports = Array.from({ length: 3 }, (_, at) => ({
      name: `report-${at}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`On ${at + 1} June 2019 ${at + 3} recruits were beaten in the garrison of Karsel.\n`),
    }));
    await page.locator('input[type=file]').setInputFiles(reports);
    await page.getByText('3 files taken into custody.').waitFor({ timeout: 20_000 });
    await page.getByRole('main').getByRole('link', { name: '21 sources', exact: true }).waitFor();
    expect(await page.evaluate('window.seenProgress')).toBe(true);
    await go('/sources?q=report-2');
    await page.locator('.line[data-index="0"]', { hasText: 'wait' }).waitFor({ timeout: 20_000 });
  });
}

/** Notes in the page whether a progress bar was ever there. */
const WATCH_PROGRESS = `window.seenProgress = false; new MutationObserver(() => {
  window.seenProgress ||= document.querySelector('[role=progressbar]') !== null;
}).observe(document.body, { childList: true, subtree: true });`;
