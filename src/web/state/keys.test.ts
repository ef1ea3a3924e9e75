import { expect, test, vi } from 'vitest';
import { keyName, makeKeys, type Pressed } from './keys.ts';

const pressed = (over: Partial<Pressed>): Pressed => ({
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  within: 'page',
  ...over,
});
const action = (does: string) => ({ does, run: vi.fn() });

test('W2 the layer that was added last answers a key, and the one below when it is gone', () => {
  const keys = makeKeys();
  const below = action('below');
  const above = action('above');
  keys.add(() => ({ j: below }));
  const remove = keys.add(() => ({ j: above }));
  expect(keys.press(pressed({}))).toBe(true);
  expect([below.run.mock.calls.length, above.run.mock.calls.length]).toEqual([0, 1]);
  remove();
  keys.press(pressed({}));
  expect(below.run).toHaveBeenCalledTimes(1);
});

test('W2 a field and a dialog keep their keys, and a key with Ctrl, Meta or Alt is the browser’s', () => {
  const keys = makeKeys();
  const next = action('next');
  keys.add(() => ({ j: next, Enter: next }));
  const not: Partial<Pressed>[] = [
    { within: 'field' },
    { within: 'dialog' },
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { defaultPrevented: true },
    { key: 'Enter', code: 'Enter', within: 'control' },
    { key: 'x', code: 'KeyX' },
  ];
  expect(not.map((over) => keys.press(pressed(over)))).toEqual(not.map(() => false));
  expect(next.run).not.toHaveBeenCalled();
  expect(keys.press(pressed({ within: 'control' }))).toBe(true);
});

test('W2 the list of keys names each key once, as it works now', () => {
  const keys = makeKeys();
  keys.add(() => ({ u: action('undo'), '/': action('search') }));
  keys.add(() => ({ u: action('undo here') }));
  expect(keys.list().map(([key, { does }]) => [key, does])).toEqual([
    ['u', 'undo here'],
    ['/', 'search'],
  ]);
});

test('W3 a key works by its place under a layout that is not Latin, and by its letter under one that is', () => {
  expect(keyName({ key: 'о', code: 'KeyJ' })).toBe('j');
  expect(keyName({ key: 'ə', code: 'Semicolon' })).toBe('ə');
  expect(keyName({ key: 'q', code: 'KeyA' })).toBe('q');
  expect(keyName({ key: 'J', code: 'KeyJ' })).toBe('j');
  expect(keyName({ key: '?', code: 'Slash' })).toBe('?');
  expect(keyName({ key: 'ArrowDown', code: 'ArrowDown' })).toBe('ArrowDown');
});
