import { expect, test } from 'vitest';
import { examplesOf, type Walk } from './browser.case.ts';

/** Sources: the table, its filters and keys, and one source's page. */
export function sourcesSteps(walkOf: () => Walk): void {
  test('W43 sources stand in a table that filters by words and by state', async () => {
    const { page, go } = walkOf();
    await go('/sources');
    const count = page.locator('.count');
    await page.getByText('18 sources', { exact: true }).waitFor();
    await page.getByLabel('State', { exact: true }).selectOption('unread');
    await page.getByText('2 sources', { exact: true }).waitFor();
    expect(page.url()).toContain('state=unread');
    await page.getByLabel('State', { exact: true }).selectOption('');
    await page.getByRole('searchbox', { name: 'Filter' }).fill('harbour');
    await page.locator('.line[data-index="0"]').getByText('2 places').waitFor();
    expect(await count.textContent()).toMatch(/^1 source$/);
    await page.getByRole('searchbox', { name: 'Filter' }).fill('no such file');
    await page.getByText('Nothing is in custody here').waitFor();
  });

  test('W43 J, K and Enter open a source from the table', async () => {
    const { page, go } = walkOf();
    await go('/sources');
    await page.locator('.line[data-index="2"]').waitFor();
    for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
    expect(await page.locator('.line[aria-selected=true]').getAttribute('data-index')).toBe('1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sources\/src_/);
  });

  test('W43 a source shows every place it was found at, its custody in order, and covers its headline', async () => {
    const walk = walkOf();
    const { page, go } = walk;
    const places = await examplesOf(walk);
    const twice = places.get('04-harbour-weekly-excerpt.md');
    expect(twice).toEqual(places.get('inbox/copy of excerpt.md'));
    await go(`/sources/${twice?.source}`);
    await page.getByRole('heading', { name: 'Where it was found: 2 places' }).waitFor();
    for (const place of ['04-harbour-weekly-excerpt.md', 'inbox/copy of excerpt.md']) {
      await page.getByText(place, { exact: true }).waitFor();
    }
    await page.getByText('found the same bytes at another place').waitFor();
    await page.getByText(/^took a source into custody/).waitFor();
    expect(await page.locator('p.lead').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the headline' }).click();
    await page.locator('p.lead').waitFor();
  });

  test('W43 a file that could not be read says why, and that its bytes are kept', async () => {
    const walk = walkOf();
    const broken = (await examplesOf(walk)).get('17-broken.pdf');
    await walk.go(`/sources/${broken?.source}`);
    await walk.page.getByText(/^No text could be read from it/).waitFor();
    await walk.page.getByText('The bytes are preserved.').waitFor();
  });
}
