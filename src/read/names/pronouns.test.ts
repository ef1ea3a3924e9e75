import { expect, test } from 'vitest';
import { namesOf } from './names.ts';
import { resolverOf } from './pronouns.ts';
import { viewOf } from '../text/view.ts';

/** Whom the words between ‹ and › mean. */
function meant(marked: string): string | null {
  const start = marked.indexOf('‹');
  const text = marked.replace(/[‹›]/g, '');
  const end = marked.indexOf('›') - 1;
  const view = viewOf(text);
  const names = namesOf(view);
  const id = resolverOf(view, names)({ start, end, text: text.slice(start, end) });
  return names.entities.find((entity) => entity.id === id)?.name ?? null;
}

test.each([
  ['Dan Vorek came home in the evening. ‹He› said nothing.', 'Dan Vorek'],
  ['Mira Orlan asked Dan Vorek to come. Then ‹she› left.', 'Mira Orlan'],
  ['Mira Orlan asked Dan Vorek to come. Then ‹he› left.', 'Dan Vorek'],
  ['Dan Vorek said that Rado Tesmar was there. ‹He› wept.', 'Dan Vorek'],
  ['The residents asked Dan Vorek to come. Then ‹they› left.', 'residents'],
  ['Then the Strait Union spoke. ‹It› denied that Dan Vorek came.', 'Strait Union'],
  ['The lawyer Mira Orlan came with the judge Dan Vorek. ‹The lawyer› left.', 'Mira Orlan'],
  ['Then the Ministry of Justice came with Dan Vorek. ‹The ministry› left.', 'Ministry of Justice'],
  ['Then Mira Orlan came, and Dan Vorek. ‹The latter› left.', 'Dan Vorek'],
  ['Then Mira Orlan came, and Dan Vorek. ‹The former› left.', 'Mira Orlan'],
  ['Then Mira Orlan came. ‹Orlan› left.', 'Mira Orlan'],
])('E2 %s', (marked, name) => {
  expect(meant(marked)).toBe(name);
});

test.each([
  'Then it rained. ‹He› wept.',
  'Dan Vorek came. ‹She› wept.',
  'Dan Vorek came. ‹The doctor› wept.',
  'Readers commented.\n\nIlko Brast: “No.”\n\nSo it was. ‹He› wept.',
])('E2 where nothing agrees nobody is meant: %s', (marked) => {
  expect(meant(marked)).toBeNull();
});
