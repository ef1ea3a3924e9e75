import { expect, test } from 'vitest';
import type { RecordRow, RecordDetail } from '../../src/http/api-register.ts';
import type { NoteView, Page } from '../../src/http/api-types.ts';
import { examplesOf, type Walk } from './browser.case.ts';

const LISTS = {
  act: 'Acts',
  person: 'Persons',
  event: 'Events',
  statement: 'Statements',
  figure: 'Figures',
  proceeding: 'Proceedings',
  intervention: 'Interventions',
  'cited-source': 'Works cited',
} as const;

/** Accepts some proposals of each kind, and records by hand what is never proposed, so that every list has rows. */
async function fill(walk: Walk): Promise<void> {
  const text = (await examplesOf(walk)).get('01-selm-wire-2023-03-12.txt')?.text;
  for (const kind of ['person', 'act', 'statement', 'figure', 'cited-source']) {
    const { rows } = await walk.api<Page<NoteView>>(`/proposals?kind=${kind}`);
    const own = rows.filter((row) => row.text === text).slice(0, 4);
    for (const note of own.length === 0 ? rows.slice(0, 2) : own) await walk.post(`/proposals/${note.id}/accept`, {});
  }
  const words = [{ start: 0, end: 12 }];
  const byHand = {
    proceeding: { field: 'step', value: { kind: 'code', code: 'convicted' }, words },
    intervention: { field: 'what', value: { kind: 'text', text: 'an inquiry' }, words },
  } as const;
  for (const [kind, field] of Object.entries(byHand)) await walk.post('/records', { kind, text, fields: [field] });
}

const first = async (walk: Walk, kind: string): Promise<string> => {
  const { rows } = await walk.api<Page<RecordRow>>(`/records?kind=${kind}`);
  const [row] = rows;
  if (row === undefined) throw new Error(`no record of kind ${kind}`);
  return row.id;
};

/** Review and the tables of the register. */
export function registerSteps(walkOf: () => Walk): void {
  test('W48 review lists what waits by source and kind; Enter opens it at its words', async () => {
    const { page, go } = walkOf();
    await go('/review');
    await page.locator('.line-group').first().waitFor();
    await page.getByLabel('Kind', { exact: true }).selectOption('act');
    await page.waitForURL(/kind=act/);
    await page.locator('.line[data-index="0"] [data-head="Kind"]', { hasText: 'Act' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/read\/txt_\w+#note=/);
    await page.locator('.note-act[aria-current=true]').waitFor();
  });

  test('W49 each kind of record has a table that filters, and opens by J and Enter', async () => {
    const walk = walkOf();
    const { page, go } = walk;
    await fill(walk);
    for (const [kind, title] of Object.entries(LISTS)) {
      await go(`/register/${kind}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.locator('.line[data-index="0"]').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/records\//);
      await page.locator('.record .lead').waitFor();
    }
    await go('/register/person');
    await page.getByRole('searchbox', { name: 'Filter' }).fill('nobody of this name');
    await page.getByText('Nothing here has these words.').waitFor();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('ELVÍK');
    await page.locator('.line[data-index="0"]', { hasText: 'Elvik' }).waitFor();
  });

  test('W49 what is only read stands dashed among the records when asked for', async () => {
    const { page, go } = walkOf();
    await go('/register/act');
    await page.locator('.line[data-index="0"]').waitFor();
    expect(await page.locator('.line[data-dashed]').count()).toBe(0);
    await page.getByRole('switch', { name: 'also what is only read' }).click();
    await page.locator('.line[data-dashed]').first().waitFor();
  });
}

/** One act, one person, one cited work. */
export function recordSteps(walkOf: () => Walk): void {
  test('W50 each cell of an act shows its words and its chain, and the words are one click away', async () => {
    const walk = walkOf();
    const { page } = walk;
    const id = await first(walk, 'act');
    const { cells } = await walk.api<RecordDetail>(`/records/${id}`);
    await walk.go(`/records/${id}`);
    await page.locator('[data-cell]').first().waitFor();
    expect(await page.locator('[data-cell]').count()).toBe(cells.length);
    expect(await page.locator('[data-cell] .words b').count()).toBeGreaterThanOrEqual(cells.length);
    expect(await page.locator('[data-cell] .chain').count()).toBeGreaterThanOrEqual(cells.length);
    const words = await page.locator('[data-cell] .words b').first().textContent();
    await page.locator('[data-cell] .words a').first().click();
    await page.waitForURL(/\/read\/txt_\w+\?span=/);
    await expect.poll(async () => (await page.locator('.text .asked').allTextContents()).join('')).toBe(words);
    await page.goBack();
  });

  test('W50 a value is adopted with a reason, gets another status, and both are taken back from the history', async () => {
    const { page } = walkOf();
    const cell = page.locator('[data-cell]').first();
    await cell.getByRole('button', { name: 'Adopt' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('button', { name: 'Adopt' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('two reports say it alike');
    await dialog.getByRole('button', { name: 'Adopt' }).click();
    await cell.getByText(/^Adopted by Neva Orlin.*two reports say it alike/).waitFor();
    await cell.getByRole('button', { name: 'Change status' }).click();
    await dialog.getByLabel('New status').selectOption('issue');
    await dialog.getByLabel('Reason').fill('the report says otherwise further down');
    await dialog.getByRole('button', { name: 'Change status' }).click();
    await cell.and(page.locator('[data-status=issue]')).waitFor();
    for (const done of ['set a claim to issue', 'adopted a value']) {
      const line = page.locator('.history > li', { hasText: done }).first();
      await line.getByRole('button', { name: 'Take back' }).click();
      await dialog.getByLabel('Reason').fill('a mistake');
      await dialog.getByRole('button', { name: 'Take back' }).click();
      await line.getByText('taken back', { exact: true }).waitFor();
    }
    await cell.and(page.locator('[data-status=recorded]')).waitFor();
    expect(await cell.getByText(/^Adopted by/).count()).toBe(0);
  });

  test('W51 a person is guarded as the case says, and who sees what follows', async () => {
    const walk = walkOf();
    const { page } = walk;
    const { rows } = await walk.api<Page<RecordRow>>('/records?kind=person');
    await walk.go(`/records/${rows.find((row) => row.columns['sensitivity'] === 'restricted')?.id}`);
    await page.getByRole('heading', { name: 'Guarded as: restricted' }).waitFor();
    await page.getByRole('button', { name: 'Change how it is guarded' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Guarded as').selectOption('protected');
    await dialog.getByLabel('Reason').fill('asked for it');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Guarded as: protected' }).waitFor();
    await page.locator('.history', { hasText: 'asked for it' }).waitFor();
  });

  test('W51 a cited work is sought until a person says which source it is', async () => {
    const walk = walkOf();
    const { page } = walk;
    const { rows } = await walk.api<Page<RecordRow>>('/records?kind=cited-source');
    const motion = (await examplesOf(walk)).get('07-motion-77.pdf')?.source ?? '';
    await walk.go(`/records/${rows.find((row) => row.title.includes('77'))?.id}`);
    await page.getByRole('heading', { name: 'This work is sought' }).waitFor();
    await page.getByRole('button', { name: 'It is held: which source?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Which source it is').selectOption(motion);
    await dialog.getByLabel('Reason').fill('the same number and date');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'This work is held' }).waitFor();
    await page.locator(`.box a[href="/sources/${motion}"]`).waitFor();
  });
}
