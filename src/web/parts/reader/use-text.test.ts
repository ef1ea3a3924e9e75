import { expect, test } from 'vitest';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import { joined, withNote, type TextWindows } from './use-text.ts';

const note = (id: string): NoteView => ({ id, state: 'waiting' }) as unknown as NoteView;
const view = (from: number, words: string, rest: Partial<TextView> = {}): TextView =>
  ({
    text: 'txt_a',
    units: 12,
    from,
    to: from + words.length,
    words,
    title: null,
    furniture: [],
    voices: [],
    notes: [],
    pages: null,
    ...rest,
  }) as unknown as TextView;

test('W27 windows of a text that follow on each other are shown as one, nothing twice', () => {
  const voices = [{ key: 'a', name: 'A' }];
  const text = joined([
    view(0, 'Six men ', { notes: [note('1')], voices }),
    view(8, 'died', { notes: [note('1'), note('2')], voices: [...voices, { key: 'b', name: 'B' }] }),
  ]);
  expect(text?.words).toBe('Six men died');
  expect([text?.from, text?.to]).toEqual([0, 12]);
  expect(text?.notes.map(({ id }) => id)).toEqual(['1', '2']);
  expect(text?.voices.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(joined([])).toBeUndefined();
});

test('W27 a decision changes its note alone: every other note stays the same object', () => {
  const [one, two] = [note('1'), note('2')];
  const windows: TextWindows = { pages: [view(0, 'a', { notes: [one, two] }), view(1, 'b')], pageParams: [] };
  const next = withNote(windows, '1', (each) => ({ ...each, state: 'accepted' }));
  expect(next.pages[0]?.notes[0]?.state).toBe('accepted');
  expect(next.pages[0]?.notes[1]).toBe(two);
  expect(next.pages[1]).toBe(windows.pages[1]);
});
