import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordRow } from '../../src/http/api-register.ts';
import type { Page } from '../../src/http/api-types.ts';
import { examplesOf, type Walk } from './browser.case.ts';

/** The address of every page, a text and a PDF in the reader, and a record of each kind that has a page of its own look. */
async function everyPage(walk: Walk): Promise<readonly string[]> {
  const files = await examplesOf(walk);
  const records: string[] = [];
  for (const kind of ['act', 'person', 'cited-source']) {
    const { rows } = await walk.api<Page<RecordRow>>(`/records?kind=${kind}`);
    if (rows[0] !== undefined) records.push(`/records/${rows[0].id}`);
  }
  return [
    '/',
    '/sources',
    '/review',
    '/register/act?proposed=1',
    '/register/statement',
    '/figures',
    '/work',
    '/search?q=karsel',
    '/ledger',
    '/export',
    '/no-such-page',
    `/sources/${files.get('04-harbour-weekly-excerpt.md')?.source}`,
    `/read/${files.get('01-selm-wire-2023-03-12.txt')?.text}`,
    ...records,
  ];
}

/** What every page is asked, run in the page; the answer is a list of faults. */
const FAULTS = `(() => {
  const faults = [];
  const mains = document.querySelectorAll('main, [role=main]').length;
  if (mains !== 1) faults.push(mains + ' main landmarks');
  const heads = document.querySelectorAll('h1').length;
  if (heads !== 1) faults.push(heads + ' first headings');
  const named = (field) => field.getAttribute('aria-label') || field.getAttribute('aria-labelledby') || field.title ||
    field.textContent.trim() || (field.id && document.querySelector('label[for="' + field.id + '"]')) || field.closest('label');
  for (const field of document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, summary')) {
    if (getComputedStyle(field).display !== 'none' && field.offsetParent !== null && !named(field)) faults.push('no name: ' + field.outerHTML.slice(0, 120));
  }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push('wider than the window by ' + wide + ' pixels');
  return faults;
})()`;

const shown = async ({ page }: Walk): Promise<void> => {
  await page.locator('h1').waitFor();
  await page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' });
};

/** Colours of a token sheet by theme: `--ink: #1d1c1a`. */
function tokens(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const css = readFileSync(join(import.meta.dirname, '../../src/web/tokens.css'), 'utf8');
  const block = css.split('}').find((part) => (theme === 'light' ? /^[^]*?:root \{/ : /scheme='dark'\] \{/).test(part));
  return new Map(
    [...(block ?? '').matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = ['--ink', '--quiet', '--accent', '--warn', '--ok', '--v1', '--v2', '--v3', '--v4', '--v5'] as const;
const GROUNDS = ['--paper', '--sheet'] as const;
const WASHED = [
  ['--accent', '--accent-wash'],
  ['--warn', '--warn-wash'],
  ['--ok', '--ok-wash'],
  ['--ink', '--warn-wash'],
  ['--quiet', '--wash'],
] as const;

/** What every page must be for everybody. */
export function lookSteps(walkOf: () => Walk): void {
  test('W61 every page has one main part and one first heading, names every control, and fits its window', async () => {
    const walk = walkOf();
    for (const path of await everyPage(walk)) {
      for (const width of [1280, 640, 390]) {
        await walk.page.setViewportSize({ width, height: 800 });
        if (width === 1280) await walk.go(path);
        await shown(walk);
        const message = `${path} at ${width}`;
        await expect.poll(() => walk.page.evaluate(FAULTS), { message }).toEqual([]);
      }
    }
    await walk.page.setViewportSize({ width: 1280, height: 800 });
  });

  test('W62 the focus is seen wherever Tab brings it', async () => {
    const walk = walkOf();
    for (const path of ['/', '/sources', '/figures', '/export']) {
      await walk.go(path);
      await shown(walk);
      for (let tabs = 0; tabs < 25; tabs += 1) {
        await walk.page.keyboard.press('Tab');
        await expect.poll(() => walk.page.evaluate(UNSEEN_FOCUS), { message: `${path}, Tab ${tabs + 1}` }).toBe('');
      }
    }
  });

  test('W63 words stand out from their ground by 4.5 to 1 at least, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      const colours = tokens(theme);
      const pairs = [...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)), ...WASHED];
      const weak = pairs.filter(([a, b]) => contrast(colours.get(a) ?? '#000000', colours.get(b) ?? '#000000') < 4.5);
      expect([theme, colours.size > 15, weak]).toEqual([theme, true, []]);
    }
  });
}

/** The element in focus, where neither it nor the box beside it shows that it is: by a ring, or an edge in the accent. */
const UNSEEN_FOCUS = `(() => {
  const here = document.activeElement;
  if (here === null || here === document.body) return '';
  const style = getComputedStyle(document.documentElement);
  const accent = style.getPropertyValue('--accent').trim().match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16));
  const shows = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none' || borderColor === 'rgb(' + accent.join(', ') + ')';
  };
  return [here, here.nextElementSibling].some((element) => element !== null && shows(element)) ? '' : here.outerHTML.slice(0, 120);
})()`;
