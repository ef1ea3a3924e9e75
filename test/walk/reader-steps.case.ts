import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { NoteView, TextView } from '../../src/http/api-types.ts';
import { examplesOf, type Walk } from './browser.case.ts';

const inFocus = (page: Page): Locator => page.locator('.note[aria-current=true]');
const noteById = (page: Page, id: string | null): Locator => page.locator(`.note[data-n="${id}"]`);
/** Something of the example text that several notes stand beside. */
const TEXT = '01-selm-wire-2023-03-12.txt';

async function openText(walk: Walk, place: string): Promise<void> {
  await walk.go(`/read/${(await examplesOf(walk)).get(place)?.text}`);
  await walk.page.locator('.note').first().waitFor();
}

/** The reader on a text: keys, clicks both ways, decisions, recording by hand. */
export function readerSteps(walkOf: () => Walk): void {
  test('W44 J and K go from note to note, and the words of the note in focus are lit', async () => {
    const walk = walkOf();
    const { page } = walk;
    await openText(walk, TEXT);
    await page.keyboard.press('j');
    const first = await inFocus(page).getAttribute('data-n');
    await page.keyboard.press('j');
    const second = await inFocus(page).getAttribute('data-n');
    expect(second).not.toBe(first);
    await page.locator(`.text [data-n~="${second}"][data-on]`).first().waitFor();
    await page.keyboard.press('k');
    expect(await inFocus(page).getAttribute('data-n')).toBe(first);
  });

  test('W64 the words of a headline are covered in the text, in the margin and in review, until somebody asks', async () => {
    const { page, go } = walkOf();
    const words = 'They were told to confess, or to watch';
    const note = page.locator('.note', { hasText: 'in the headline' });
    await page.locator('.text .headline[data-covered]').first().waitFor();
    await note.waitFor();
    expect((await page.locator('.notes').textContent()) ?? '').not.toContain(words.slice(0, 14));
    await page.getByRole('button', { name: 'Headline hidden: show' }).click();
    await note.waitFor({ state: 'detached' });
    await page.locator('.notes', { hasText: words.slice(0, 14) }).waitFor();
    await go('/review?kind=act');
    await page.locator('.line[data-index="0"]').waitFor();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'sexual violence: show' }).first().waitFor();
    await go('/review?kind=statement');
    const covered = page.getByRole('button', { name: 'in the headline: show' });
    await covered.first().waitFor();
    expect(await page.getByText(words).count()).toBe(0);
  });

  test('W65 a note says why it was read so, when it is asked from the keyboard, in words and on its own lines', async () => {
    const { page } = walkOf();
    await openText(walkOf(), TEXT);
    await page.locator('.text .fig', { hasText: 'about 400' }).first().click();
    const why = inFocus(page).locator('details.why');
    const reason = why.getByText('“about” before the numeral');
    expect([await reason.isVisible(), await page.locator('.proposer').count()]).toEqual([false, 0]);
    await why.locator('summary').focus();
    await page.keyboard.press('Enter');
    await reason.waitFor();
    expect(await why.locator('li').count()).toBeGreaterThan(1);
    await page.keyboard.press('Space');
    await reason.waitFor({ state: 'hidden' });
    const { notes } = await walkOf().api<TextView>(`/texts/${new URL(page.url()).pathname.split('/').at(-1)}`);
    const said = notes.flatMap((note) => [note.summary, ...note.why]);
    expect(
      said.filter((words) => /arbitrary-detention|death-in-custody|more-than|^(?:said|work)\//.test(words)),
    ).toEqual([]);
  });

  test('W65 what a language model proposes is marked so, in the margin and in review', async () => {
    const walk = walkOf();
    const { page } = walk;
    const proposer = 'llm:tiny:1b@001122334455';
    const isIt = (note: NoteView): boolean => note.summary.includes('about 400 servicemen');
    await page.route(/\/api\/(?:texts|proposals)/, async (route) => {
      const response = await route.fetch();
      const body: { notes?: NoteView[]; rows?: NoteView[] } = await response.json();
      const told = (notes: NoteView[] | undefined) => notes?.map((note) => (isIt(note) ? { ...note, proposer } : note));
      await route.fulfill({ response, json: { ...body, notes: told(body.notes), rows: told(body.rows) } });
    });
    await openText(walk, TEXT);
    await page
      .locator('.note em', { hasText: /^language model$/ })
      .first()
      .waitFor();
    await page.locator('.text .fig', { hasText: 'about 400' }).first().click();
    await inFocus(page).getByText('Proposed by the language model tiny:1b@001122334455').waitFor();
    await walk.go('/review?kind=figure');
    await page.locator('.tag', { hasText: 'language model' }).first().waitFor();
    await page.unroute(/\/api\/(?:texts|proposals)/);
  });

  test('W44 A accepts and says who did; U takes it back', async () => {
    const { page } = walkOf();
    await openText(walkOf(), TEXT);
    await page.keyboard.press('j');
    const id = await inFocus(page).getAttribute('data-n');
    await page.keyboard.press('a');
    await noteById(page, id).and(page.locator('[data-state=accepted]')).waitFor();
    await noteById(page, id).getByText('by Neva Orlin').waitFor();
    expect(await inFocus(page).getAttribute('data-n')).not.toBe(id);
    await page.keyboard.press('u');
    await noteById(page, id).and(page.locator('[data-state=waiting]')).waitFor();
    await page.getByText('took a deed back').waitFor();
  });

  test('W44 X rejects with a reason, E amends a count before it is accepted', async () => {
    const { page } = walkOf();
    await page.locator('.text .fig', { hasText: 'seventeen people' }).first().click();
    const rejected = await inFocus(page).getAttribute('data-n');
    await page.keyboard.press('x');
    await page.getByLabel('Why not? (may stay empty)').fill('not a count of people');
    await page.keyboard.press('Enter');
    await noteById(page, rejected).and(page.locator('[data-state=rejected]')).waitFor();
    await page.getByRole('button', { name: 'Figure: more than 140' }).click();
    const amended = await inFocus(page).getAttribute('data-n');
    await page.keyboard.press('e');
    await page.getByLabel('Count: number').fill('141');
    await page.getByRole('button', { name: 'Accept as amended' }).click();
    await noteById(page, amended).and(page.locator('[data-state=amended]')).waitFor();
    await page.keyboard.press('u');
    await noteById(page, amended).and(page.locator('[data-state=waiting]')).waitFor();
  });

  test('W45 a click on words goes to their note, a note brings its words, hovering either lights both', async () => {
    const { page } = walkOf();
    const words = page.locator('.text .fig', { hasText: 'about 400' }).first();
    await words.click();
    const id = await inFocus(page).getAttribute('data-n');
    expect((await words.getAttribute('data-n'))?.split(' ')).toContain(id);
    const other = page.locator('.note:not([aria-current])').last();
    const otherId = await other.getAttribute('data-n');
    await other.getByRole('button').first().click();
    expect(await inFocus(page).getAttribute('data-n')).toBe(otherId);
    await page.locator(`.text [data-n~="${otherId}"][data-on]`).first().waitFor();
    await expect.poll(async () => (await lit(page, otherId))?.y).toBeLessThan(800);
    await words.hover();
    await page.locator('.note[data-hover]').first().waitFor();
    await inFocus(page).hover();
    await page.locator(`.text [data-n~="${otherId}"][data-hover]`).first().waitFor();
  });

  test('W46 selected words become a record by hand, from the keyboard alone', async () => {
    const walk = walkOf();
    const { page } = walk;
    await page.keyboard.press('Escape');
    await page.locator('.text .fig', { hasText: 'about 400' }).first().click();
    await page.keyboard.press('s');
    const bar = page.getByRole('toolbar', { name: 'Record as' });
    await bar.waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('v');
    await page.locator('.making blockquote', { hasText: /^about 400$/ }).waitFor();
    const form = page.getByRole('form', { name: 'Record as: Event' });
    await form.getByLabel('Title', { exact: true }).fill('The detentions of 2019');
    await form.getByRole('button', { name: 'Record', exact: true }).press('Enter');
    await page
      .getByText(/^recorded by hand event/)
      .first()
      .waitFor();
    await page.locator('.note-event[data-state=recorded]').getByText('by Neva Orlin').waitFor();
  });

  test('W47 a PDF shows its own pages, and the rectangles lie over the right words', async () => {
    const walk = walkOf();
    const { page } = walk;
    await openText(walk, '11-supreme-court-ruling.pdf');
    await page.getByText('Pages', { exact: true }).click();
    const sheet = page.locator('.pdf-page[data-page="1"]');
    await sheet.locator('canvas').waitFor();
    await sheet.locator('.rect.headline[data-covered]').first().waitFor();
    const note = page.locator('.note-person', { hasText: 'Emil Dornev' }).first();
    const rect = sheet.locator(`.rect[data-n~="${await note.getAttribute('data-n')}"]`).first();
    const [box, around] = [await rect.boundingBox(), await sheet.boundingBox()];
    if (box === null || around === null) throw new Error('the rectangle is not on the page');
    const printed = await printedAt(
      join(import.meta.dirname, '../../examples/11-supreme-court-ruling.pdf'),
      'Emil Dornev',
    );
    expect((box.x - around.x) / around.width).toBeCloseTo(printed.left, 1.5);
    expect(box.width / around.width).toBeCloseTo(printed.width, 1.5);
    const middle = (box.y + box.height / 2 - around.y) / around.height;
    expect(middle).toBeGreaterThan(printed.top);
    expect(middle).toBeLessThan(printed.bottom);
    await rect.click();
    expect(await inFocus(page).getAttribute('data-n')).toBe(await note.getAttribute('data-n'));
  });
}

const lit = (page: Page, id: string | null) => page.locator(`.text [data-n~="${id}"]`).first().boundingBox();

interface Printed {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where words stand on the first page, in shares of it, by pdf.js's own account of its lines. */
async function printedAt(path: string, words: string): Promise<Printed> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const [, , width = 1, height = 1] = page.view;
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || !item.str.includes(words)) continue;
    const [, , , , x = 0, y = 0] = item.transform.map(Number);
    const letter = item.width / item.str.length;
    return {
      left: (x + letter * item.str.indexOf(words)) / width,
      width: (letter * words.length) / width,
      top: (height - y - item.height) / height,
      bottom: (height - y + item.height * 0.3) / height,
    };
  }
  throw new Error(`“${words}” stands on no line`);
}
