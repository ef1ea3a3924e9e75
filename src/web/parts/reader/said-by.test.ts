import { expect, test } from 'vitest';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import { voiceChoices } from './said-by.ts';

const said = (voice: string, to: string | null, source: boolean) => ({
  voice,
  chain: [{ kind: 'said-by', name: voice, to, hold: null, words: null, inferred: false }],
  marks: source ? [{ start: 3, end: 9, role: 'source' }] : [],
});
const view = (notes: readonly unknown[]): TextView =>
  ({
    voices: ['a', 'b', 'c'].map((key) => ({ key, name: `voice ${key}` })),
    notes: notes as NoteView[],
  }) as unknown as TextView;

test('W29 a voice is chosen as the person it is, or by the words that name it, or not at all', () => {
  expect(voiceChoices(view([said('a', 'person-1', true), said('b', null, true), said('c', null, false)]))).toEqual([
    { key: 'a', name: 'voice a', saidBy: { person: 'person-1' } },
    { key: 'b', name: 'voice b', saidBy: { name: 'voice b', words: { start: 3, end: 9 } } },
  ]);
});
