import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, expectRefusal, openWalk, type Walk, whyNoWalk } from './browser.case.ts';
import { figuresSteps, outSteps } from './desk-steps.case.ts';
import { guardSteps } from './guard-steps.case.ts';
import { lookSteps } from './look-steps.case.ts';
import { readerSteps } from './reader-steps.case.ts';
import { recordSteps, registerSteps } from './register-steps.case.ts';
import { sourcesSteps } from './sources-steps.case.ts';

const skipped = whyNoWalk(browserPath(), process.env['CI'] !== undefined);

test('W40 a walk without a browser is skipped with its reason, and never in CI', () => {
  expect([whyNoWalk(undefined, false), whyNoWalk(undefined, true), whyNoWalk('/x', false)]).toEqual([
    expect.stringContaining('ACTUM_CHROMIUM'),
    undefined,
    undefined,
  ]);
});

describe.skipIf(skipped !== undefined)(`the walk through the example case${skipped ? ` (${skipped})` : ''}`, () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
  });
  afterAll(async () => walk?.close());
  afterEach(() => expect(walk.seen.splice(0)).toEqual([]));

  test('W41 without a session the page says which link to open', async () => {
    await walk.go('/');
    await walk.page.getByRole('heading', { name: 'No session' }).waitFor();
    expectRefusal(walk, 401);
  });

  test('W41 the printed link makes a session; the token leaves the address and is not the cookie', async () => {
    const { page, context, served } = walk;
    await page.goto('about:blank');
    await page.goto(served.link);
    await page.getByRole('heading', { level: 1, name: 'Case' }).waitFor();
    expect(page.url()).toBe(`${served.origin}/`);
    const [cookie] = await context.cookies();
    expect([cookie?.httpOnly, cookie?.sameSite]).toEqual([true, 'Strict']);
    expect(served.link).not.toContain(cookie?.value);
  });

  test('W42 home says what is here, what waits, what is to be settled and what is sought', async () => {
    const { page } = walk;
    const main = page.getByRole('main');
    for (const part of ['Here', 'Waits', 'To settle', 'Sought', 'To do next']) {
      await main.getByRole('heading', { name: part, exact: true }).waitFor();
    }
    await main.getByRole('link', { name: '18 sources', exact: true }).waitFor();
    await main.getByText('1 was found more than once').waitFor();
  });

  sourcesSteps(() => walk);
  readerSteps(() => walk);
  registerSteps(() => walk);
  recordSteps(() => walk);
  figuresSteps(() => walk);
  outSteps(() => walk);
  lookSteps(() => walk);
  guardSteps(() => walk);
});
