import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../domain/reading.ts';
import { readText } from '../read.ts';
import { stemOf } from './stems.ts';

const summaryOf = (text: string, published: string | null = null): DocumentSummary =>
  readText({ id: 'text', text, published }).document;

const REPORT = `Gunmen kill journalist in Selm

Unknown gunmen shot dead the journalist Ilva Dorn, 34, outside her home in the town of Selm on Monday night, her newspaper said.

Dorn, who had reported on corruption, was killed by two men on a motorcycle. The murder of Dorn shocked her colleagues. "She was threatened many times," said her editor, Jaro Kell. Police said they had arrested nobody.`;

describe('the summary of a text', () => {
  test('E31 it names the victim and what was done, not who spoke', () => {
    const { violations, victims, perpetratorTypes, date } = summaryOf(REPORT, '2021-03-09');
    expect(violations).toContain('killing');
    expect(victims).toMatchObject([{ name: 'Ilva Dorn', sex: 'woman', ageGroup: 'adult', kind: ['journalist'] }]);
    expect(perpetratorTypes).toEqual(['other actors without permissions']);
    expect(date.year).toBe(2021);
  });
  test('E31 it names a country by its towns and people, in one form', () => {
    const text =
      'Police in Reykjavik arrested the baker Emil Dorn on Friday. Icelandic bakers went on strike for his release.';
    expect(summaryOf(text).country).toBe('Iceland');
    expect(summaryOf('Police arrested the baker Emil Dorn in the town of Selm on Friday.').country).toBe(null);
  });
  test('E31 of a text without words it says nothing', () => {
    for (const text of ['', '\n\n', '…', '\u0000', '\ud800'])
      expect(summaryOf(text)).toMatchObject({
        victims: [],
        country: null,
        region: null,
        city: null,
        date: { year: null },
      });
  });
});

describe('persons of a text', () => {
  const victims = (text: string): DocumentSummary['victims'] => summaryOf(text).victims;
  test('E31 who arrests, judges or speaks is no victim', () => {
    const names = victims(
      'Police arrested the journalist Ilva Dorn on Monday. Judge Orlan Veth sent her to prison. "Dorn was detained for her work," said her lawyer, Jaro Kell.',
    ).map(({ name }) => name);
    expect(names).toContain('Ilva Dorn');
    expect(names).not.toContain('Orlan Veth');
    expect(names).not.toContain('Jaro Kell');
  });
  test('E31 age, sex and trade are those the words beside the name tell', () => {
    const [victim] = victims(
      'Gunmen abducted and killed the schoolboy Emil Dorn, 15, on Monday. He was murdered near Selm.',
    );
    expect(victim).toEqual({ name: 'Emil Dorn', sex: 'man', ageGroup: 'child', kind: [] });
  });
  test('E31 a name that the title runs into other words is taken from the body', () => {
    const text =
      'Journalist Ilva Dorn Jailed Over Tweet\n\nA court in Selm jailed the journalist Ilva Dorn for a tweet on Monday. Ilva Dorn was arrested in May.';
    for (const { name } of victims(text)) expect(name).toBe('Ilva Dorn');
  });
});

test('E31 every name of a summary stands in the text, whatever the text', () => {
  const told = 'police killed arrested and , . Emil Dorn Ilva Kell in Lagos Kenya Indian was of the on May 2019';
  const more = 'journalist “ ” said who 12 ( Texas 2020 abducted';
  const words = fc.constantFrom(...`${told} ${more}`.split(' '), '\n');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
      const text = parts.join(' ');
      const { victims, city, region, date } = summaryOf(text);
      const flat = text.replace(/\s+/g, ' ');
      for (const name of [...victims.map((victim) => victim.name), city, region])
        expect(name === null || flat.includes(name)).toBe(true);
      expect(date.year === null || text.includes(String(date.year))).toBe(true);
      expect(date.day === null || date.month !== null).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('E31 a stem is shared by the forms of a word', () => {
  expect(new Set(['arrest', 'arrests', 'arrested', 'arresting'].map(stemOf)).size).toBe(1);
  expect(stemOf('rally')).toBe(stemOf('rallies'));
  expect(stemOf('beat')).not.toBe(stemOf('best'));
  fc.assert(fc.property(fc.string(), (word) => Number.isInteger(stemOf(word))));
});
