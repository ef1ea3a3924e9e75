import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../domain/span.ts';
import { readText } from '../read.ts';

/** What a language is told by: words around those that a test is about. */
const CONTEXT = 'The commission heard the families of the conscripts in the old school of Karsel for three days.';

const read = (text: string): string[] =>
  readText({ id: 'text', text: `${CONTEXT}\n\n${text}` }).positions.map(
    ({ question, voice, stance }) => `${voice.text}: ${stance}, ${question}`,
  );

test.each([
  ['The lawyer Mira Orlan supports the bill on witnesses.', ['The lawyer Mira Orlan: for, bill on witnesses']],
  ['The deputy Ilya Brent opposed an inquiry.', ['The deputy Ilya Brent: against, inquiry']],
  ['The Popular Union does not support the amnesty.', ['Popular Union: against, amnesty']],
  ['The ministry rejected the allegations of torture.', ['The ministry: against, allegations of torture']],
  ['Mira Orlan said it is possible to bring the case to court.', ['Mira Orlan: for, bring the case to court']],
  ['Mira Orlan said an inquiry is impossible.', ['Mira Orlan: against, inquiry']],
  [
    '“It is too early to say whether the court will hear the case,” Brent said.',
    ['Brent: unsure, court will hear the case'],
  ],
  ['Mira Orlan doubts that the court will hear the case.', ['Mira Orlan: unsure, court will hear the case']],
  ['“We oppose the amnesty,” said Mira Orlan.', ['Mira Orlan: against, amnesty']],
  ['Mira Orlan said she was in favour of an international inquiry.', ['Mira Orlan: for, international inquiry']],
])('E35 %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  'Mira Orlan said that she could see the barracks.',
  'Mira Orlan said the soldiers must have been killed.',
  'The ministry did not reject the report.',
  'Mira Orlan asked whether it is possible to bring the case to court.',
  'It is possible to bring the case to court.',
  'Is it possible to reject the claim?',
  'If the ministry rejects the claim, the court will hear it.',
  'The claim was rejected.',
])('E35 words that say no stance give none: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('E35 voices on one question stand under its shortest words, and weak words count then', () => {
  const text =
    'Mira Orlan said the court can hear the case of the conscripts.\n\nIlya Brent said the court cannot hear the case.\n\nDoruk Velt said it is too early to say whether they will hear the case.';
  expect(read(text)).toEqual([
    'Mira Orlan: for, hear the case',
    'Ilya Brent: against, hear the case',
    'Doruk Velt: unsure, hear the case',
  ]);
});

test('E35 evidence holds the words that say the stance', () => {
  const text = `${CONTEXT}\n\nThe deputy Ilya Brent strongly opposed an inquiry. He said that an inquiry is unacceptable.`;
  const { positions } = readText({ id: 'text', text });
  expect(positions.map(({ evidence }) => evidence.map((span) => span.text))).toEqual([
    ['strongly opposed an inquiry', 'inquiry is unacceptable'],
  ]);
});

test('E35 in Russian, too', () => {
  const text =
    'Комиссия три дня слушала рассказы родственников в старой школе на берегу реки.\n\nАдвокат Мира Орлан поддержала амнистию. Депутат Илья Брент выступил против амнистии. Министр Олег Дан заявил, что рано говорить об амнистии.';
  const found = readText({ id: 'text', text }).positions;
  expect(found.map(({ voice, stance, question }) => [voice.text, stance, question])).toEqual([
    ['Адвокат Мира Орлан', 'for', 'амнистию'],
    ['Илья Брент', 'against', 'амнистию'],
    ['Министр Олег Дан', 'unsure', 'амнистию'],
  ]);
});

const word = fc.constantFrom(
  'Mira Orlan',
  'said',
  'that',
  'it is possible to',
  'cannot',
  'rejects',
  'not',
  'the case',
  'whether',
  '“',
  '”',
  '.',
  'we',
  'support',
  '\n\n',
  '\u202e',
);

test('E35 positions hold their words, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join(' ');
      for (const { voice, evidence, question } of readText({ id: 'text', text }).positions) {
        expect([voice, ...evidence].every((span) => holds(span, text))).toBe(true);
        expect(question).not.toBe('');
      }
    }),
  );
});
