import { expect, test } from 'vitest';
import { visibleName } from './visible-name.ts';

test('C4 unseen characters of a name are spelt out', () => {
  expect(visibleName('list\u202Efdp.exe')).toBe('list⟨U+202E⟩fdp.exe');
  expect(visibleName('a\u200Bb\u0007c\u2066d\u{E0041}')).toBe('a⟨U+200B⟩b⟨U+0007⟩c⟨U+2066⟩d⟨U+E0041⟩');
  expect(visibleName('x\nforged line')).toBe('x⟨U+000A⟩forged line');
  expect(visibleName('\uD800')).toBe('⟨U+D800⟩');
});

test('C4 letters of every script stay as they are, joiners too', () => {
  for (const name of ['Qərsəl — məktub №2.pdf', 'Карсель.txt', 'می\u200Cخواهم.html', '報告 (1).docx']) {
    expect(visibleName(name)).toBe(name);
  }
});
