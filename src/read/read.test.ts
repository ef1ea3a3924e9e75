import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reading } from '../domain/reading.ts';
import { holds, type Span } from '../domain/span.ts';
import { whenBounds } from '../domain/when.ts';
import { readerVersion, readText } from './read.ts';

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && 'text' in value && Object.keys(value).length === 3;

/** Every span anywhere in a value. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  if (isSpan(value)) yield value;
  else for (const part of Object.values(value)) yield* spansIn(part);
}

/** What holds of any reading: words at their places, ids that exist, values that are values. */
function isSound(reading: Reading, text: string): void {
  for (const span of spansIn(reading)) expect(holds(span, text), JSON.stringify(span)).toBe(true);
  const entities = new Set(reading.entities.map(({ id }) => id));
  const figures = new Set(reading.figures.map(({ id }) => id));
  for (const { entity } of reading.mentions) if (entity !== null) expect(entities.has(entity)).toBe(true);
  for (const { subsetOf, sameAs } of reading.figures)
    for (const id of [subsetOf, sameAs]) if (id !== null) expect(figures.has(id)).toBe(true);
  const dates = [
    ...reading.mentions.map(({ value }) => value),
    ...reading.figures.flatMap(({ period, asOf }) => [period, asOf]),
    reading.published?.date ?? null,
  ];
  for (const date of dates) if (date !== null) expect(whenBounds(date), date).not.toBeNull();
  for (const { content, evidence } of [
    ...reading.statements.map(({ content: words }) => ({ content: words, evidence: words })),
    ...reading.positions.map((position) => ({ content: [position.voice], evidence: position.evidence })),
  ])
    expect([content.length, evidence.length].every((length) => length > 0)).toBe(true);
}

const read = (text: string): Reading => readText({ id: 'text', text, published: '2022-01-11' });

const ENGLISH = [
  'Mira Orlan', 'Gen. Ilya Brent', 'the ministry', 'the lawyer', 'said', 'told reporters', 'that', 'according to', 'denied',
  'rejects', 'supports the bill', 'it is possible to', 'cannot', 'more than 200', 'between 10 and 12', 'of whom 11', 'dozens of',
  'soldiers', 'were', 'tortured', 'killed', 'arrested', 'in Karsel', 'by the police', 'on Monday', 'last year', 'that day',
  'in May 2017', 'since', 'he', 'they', 'who', 'the report No. 12', 'published by', 'YouTube', 'Comments', 'Doruk: “No”',
]; // prettier-ignore
const RUSSIAN = [
  'Мира Орлан', 'А. В. Орлан', 'министерство обороны', 'комиссия', 'заявила', 'сообщает', 'что', 'по словам', 'по её словам',
  'со ссылкой на', 'отверг', 'поддержала', 'рано говорить о', 'более 200', 'от 10 до 12', 'из них 11', 'десятки', 'солдат',
  'погибли', 'задержаны', 'в Карселе', 'в понедельник', 'в прошлом году', 'через два дня', 'в мае 2017 года', 'с', 'он', 'её',
  'двести тридцать', 'полутора тысяч', 'газета «Пролив»', 'как', 'и', 'не',
]; // prettier-ignore
const HOSTILE = [
  '“', '”', '"', '«', '»', '„', '‘', '’', "'", '(', ')', '[', '—', '-', ',', '.', '…', '?', '!', ':', ';', '\n', '\n\n', '\r\n', '\0',
  '\u202e', '\u2066', '\u200f', '\u200b', '\ufeff', '\u00ad', '\u2028', 'e\u0301', '\ud83d\ude00', '\ufffd', 'אבג', 'قالت اللجنة',
  '委员会', 'कहा', '1,000', '10–12', '2017-05-03', '3/5/2016', '№ 5', 'https://a.b/c)', '@a', '#b', '9999', 'A.', 'Orlan“In', 'ǅ', 'ß',
]; // prettier-ignore

const textOf = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...words) },
        { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      ),
      { maxLength: 80 },
    )
    .chain((parts) => fc.constantFrom(' ', '', '\n').map((joint) => parts.join(joint)));

const OPENING = {
  en: 'The commission heard the families of the conscripts in the old school of Karsel for three days.\n\n',
  ru: 'Комиссия три дня слушала рассказы родственников призывников в старой школе на берегу реки.\n\n',
  cs: 'Ministerstvo oznámilo, že kasárny stojí u řeky a nikdo o tom nesmí mluvit ani psát, ani v novinách.\n\n',
} as const;

test.each([
  ['en', [...ENGLISH]],
  ['ru', [...RUSSIAN]],
  ['cs', [...ENGLISH, ...RUSSIAN]],
] as const)('E13 every part of a reading holds its words, whatever the text (%s)', (language, words) => {
  fc.assert(
    fc.property(textOf(words), (text) => {
      isSound(read(text), text);
      const whole = OPENING[language] + text;
      const reading = read(whole);
      isSound(reading, whole);
      expect(JSON.stringify(read(whole))).toBe(JSON.stringify(reading));
    }),
    { numRuns: 40 },
  );
});

const LONG = 60_000;
const filled = (unit: string, opening = ''): string => opening + unit.repeat(Math.ceil(LONG / unit.length));

test.each([
  ['nothing', ''],
  ['a word of five million letters', 'я'.repeat(5_000_000)],
  ['a hundred thousand quote marks', '“'.repeat(100_000)],
  ['quote marks that never agree', filled('«„“"')],
  ['quotations that never close', filled('He said: “it was ')],
  ['direction marks and right-to-left words', filled('\u202eאבג \u2066قالت')],
  ['NUL', '\0'.repeat(LONG)],
  ['halves of characters', '\ud800'.repeat(LONG)],
  ['names without end', filled('Mira Orlan, ')],
  ['statements in statements', filled('Orlan said that ')],
  ['counts without end', filled('200 of the 300 men were killed and ')],
  ['dates without end', filled('since May 2017 that day ')],
  ['stances without end', filled('Orlan supports the bill and ')],
  ['Russian counts without end', filled('двести тридцать солдат ', OPENING.ru)],
  ['Russian voices without end', filled('по словам Орлана, как сообщает ', OPENING.ru)],
  ['Russian bodies without end', filled('Министерство Обороны Ардовии ', OPENING.ru)],
])('E13 %s: is read to the end', (_, text) => {
  isSound(read(text), text);
});

test('E26 the version of a reading names rules, weights and tables of characters', () => {
  expect(readerVersion()).toMatch(/^reader-\d+\+[0-9a-f]{8}\+icu[\d.]+$/);
  expect(readText({ id: 'x', text: 'Words.' }).reader.version).toBe(readerVersion());
  const { models } = readText({ id: 'x', text: 'Words.' }).reader;
  const weights = createHash('sha256').update(JSON.stringify(models)).digest('hex').slice(0, 8);
  expect(readerVersion()).toContain(`+${weights}+`);
});
