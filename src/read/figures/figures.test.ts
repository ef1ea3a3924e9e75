import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type Span } from '../../domain/span.ts';
import type { ReadFigure } from '../../domain/reading.ts';
import { golden } from '../golden.case.ts';
import { readText } from '../read.ts';

const told = (span: Span | 'author' | null): string | null => (span === null || span === 'author' ? span : span.text);

/** A reading's counts without offsets, so that a reader of the golden file sees what is meant. */
const shown = (figure: ReadFigure, all: readonly ReadFigure[]): Record<string, unknown> => {
  const named = (id: string | null): string | null => all.find((other) => other.id === id)?.span.text ?? null;
  const { value, comparator, low, high, unit, about, inferred, standing, period, asOf } = figure;
  const words = {
    words: figure.span.text,
    number: figure.number.text,
    ofWhom: told(figure.of),
    place: told(figure.place),
  };
  const said = { assertedBy: told(figure.assertedBy), inferred, via: figure.via.map((span) => span.text) };
  return {
    ...words,
    value,
    comparator,
    low,
    high,
    unit,
    about,
    partOf: named(figure.subsetOf),
    sameAs: named(figure.sameAs),
    ...said,
    standing,
    period,
    asOf,
  };
};
const figuresOf = (text: string): Record<string, unknown>[] => {
  const { figures } = readText({ id: 'text', text });
  return figures.map((figure) => shown(figure, figures));
};
const one = (text: string): Record<string, unknown> => figuresOf(text)[0] ?? {};

golden('figures', 'E24', figuresOf);

describe('what is a count', () => {
  test.each([
    'Document No. 2207 was published on 14 May 2019 in Selm by the council of the straits.',
    'He was jailed for seven to twenty years and fined 300 dollars by the court in Selm.',
    'She is one of the most feared officers of the army, and they acted as one on that day.',
    'About 40 percent of the town burned in 1994, and the vote ended with 72 votes to 12.',
    'The guards of Room 12 prisoners were sent to another town of the district.',
    'Some 40% were killed in the shelling, the mayor of the town wrote.',
    'The two boys’ terms of 10 and 15 years began when they were aged 14 and 16 or as young as 12.'.slice(16),
    'The outlet The 40 Voices wrote of the only one of the biggest mines in the valley of one nation.',
    'The rich 2016 players and the 2018 members of the club won five rally tickets.',
    'Veth, 31, was held in the hands of the Mile 1 Guard Unit.',
    'Orlan Veth, 36, is a lawyer; nobody can speak about it, and he turned 37 on that day.',
  ])('E21 no count in “%s”', (text) => {
    expect(figuresOf(text)).toEqual([]);
  });
  test('E21 heads are an open class: people no list knows are counted where something happens to them', () => {
    expect(one('The soldiers killed 12 zaptiehs in the town of Karsel on that day.')).toMatchObject({
      value: 12,
      unit: 'person',
      about: 'killed',
    });
    expect(figuresOf('The soldiers sold 12 zaptiehs to the town of Karsel on that day.')).toEqual([]);
  });
  test('E21 no one is a count where it is told, not where it is rhetoric', () => {
    expect(one('The families waited for years, but no one was compensated.')).toMatchObject({ value: 0 });
    expect(figuresOf('The families waited for years, but no one can speak about it.')).toEqual([]);
  });
});

describe('numerals without a noun', () => {
  const counted = (text: string): unknown[] => figuresOf(text).map(({ value, unit, about }) => [value, unit, about]);
  test.each<[string, unknown[]]>([
    [
      'Two men were killed in Selm, one in Karsel and four in the hills.',
      [
        [2, 'person', 'killed'],
        [1, 'person', 'killed'],
        [4, 'person', 'killed'],
      ],
    ],
    [
      'Police held four students in Karsel. The court charged the four with treason.',
      [
        [4, 'person', 'detained'],
        [4, 'person', 'charged'],
      ],
    ],
    [
      'Twelve nurses were freed in Karsel. One was a widow.',
      [
        [12, 'person', 'released'],
        [1, 'person', 'released'],
      ],
    ],
    ['The song was heard by thousands in the valley.', [[null, 'person', 'other']]],
    [
      'The army executed 11 men in May. This brings the total so far to 92.',
      [
        [11, 'person', 'killed'],
        [92, 'person', 'killed'],
      ],
    ],
    ['The death toll in the valley rose to 45.', [[45, 'person', 'died']]],
    ['The number of nurses in the town of Karsel was over 900.', [[900, 'person', 'other']]],
    ['They wrote of the executions – at least 28 – since May.', [[28, 'act', 'killed']]],
    [
      'There were three prisoners in Selm. There are now 77.',
      [
        [3, 'person', 'detained'],
        [77, 'person', 'detained'],
      ],
    ],
    ['A crowd of about 350 sang in the square of the town.', [[350, 'person', 'other']]],
    ['The court read 12 sections of the law; five are new and the five hold.', []],
    ['The town has two bridges. One is of stone, and the two are old.', []],
  ])('E21 “%s”', (text, figures) => {
    expect(counted(text)).toEqual(figures);
  });
  test.each([
    ['Nine local, regional and national unions met in the town of Karsel.', 'Nine local, regional and national unions'],
    ['Some 40 Selmese and Dornian asylum seekers slept there.', 'Some 40 Selmese and Dornian asylum seekers'],
    ['One of the guards approaches a woman in the yard.', 'One of the guards'],
    ['A report names dozens of US soldiers of that war.', 'dozens of US soldiers'],
    ['In Selm, 27 were arrested by the police on that day.', '27'],
  ])('E21 the words of the count in “%s”', (text, words) => {
    expect(one(text)).toMatchObject({ words });
  });
});

describe('what happened to those who are counted', () => {
  test.each([
    ['Soldiers were killed and 30 people were detained by the police in Selm.', 'detained'],
    ['The police arrested at least 16 journalists in Selm on that day.', 'arrested'],
    ['More than 300 conscripts became victims of torture in the barracks.', 'tortured'],
    ['There were executions of scores of their own border guard in that year.', 'killed'],
    ['The gunmen jailed, harassed and threatened 40 villagers in the valley.', 'detained'],
    ['12 gunmen killed the mayor of the town and left for the mountains.', 'other'],
    ['Two of 17 nurses who had been kidnapped in Selm were freed on Monday.', 'released'],
    ['Two nurses, who say they fled the war of their country, have been detained in Selm.', 'detained'],
    ['The guards arrested at least nine boys who were attending a meeting in Karsel.', 'arrested'],
    ['The army took three hundred villagers of the district of Karsel into captivity.', 'abducted'],
    ['A judge denied bail to four editors of the paper.', 'detained'],
    ['The case of the 12 men dates to March 2018 in Selm.', 'other'],
    ['Some 30 nurses must be freed, the union wrote.', 'other'],
    ['Before their detention in Selm, all ten editors were ill.', 'other'],
    ['They led protests and beat and arrested scores of shepherds.', 'attacked'],
    ['The rally drew about 9,000 people.', 'participating'],
    ['The army freed 12 nurses held in Selm.', 'released'],
    ['The book draws on the work of two dozen writers.', 'other'],
    ['The Karsel Country Club is home to 6,000 residents.', 'other'],
    ['They saw two of their comrades killed fighting in Karsel.', 'killed'],
    ['All five nodded as a sign that they had heard it.', 'other'],
    ['Veth, who led the four nurses, was charged with treason.', 'other'],
    ['Veth was arrested in May with about a dozen other nurses.', 'arrested'],
    ['The court wrote of charges against four nurses.', 'charged'],
    ['One doctor said he treated men who had been wounded.', 'other'],
    ['There were several instances of torture in the barracks.', 'tortured'],
    ['On that day 14 nurses who had been kidnapped in Selm were freed.', 'released'],
    ['At least a dozen agents of the army ran the kidnapping scheme.', 'other'],
    ['Veth was among eight people sentenced to seven months by a court.', 'convicted'],
  ])('E22 “%s” is about %s', (text, about) => {
    expect(one(text)).toMatchObject({ about });
  });
});

describe('standing and setting', () => {
  test('E25 alleged, charged, recognised, confirmed, plain', () => {
    expect(one('The lawyers claim that 40 recruits were tortured in the barracks.')).toMatchObject({
      standing: 'alleged',
    });
    expect(one('Prosecutors charged 12 officers with treason in the town of Selm.')).toMatchObject({
      standing: 'charged',
    });
    expect(one('The authorities admitted only 87 victims of the violence in the barracks.')).toMatchObject({
      standing: 'recognised',
    });
    expect(one('The ministry confirmed that 44 villagers were killed in the shelling.')).toMatchObject({
      standing: 'confirmed',
    });
    expect(one('They refused to admit that 44 villagers were killed in the shelling.')).toMatchObject({
      standing: 'plain',
    });
    expect(one('The mother wrote that the three men must stand trial again.')).toMatchObject({ standing: 'plain' });
    expect(one('On that day 44 villagers were killed in the shelling of the town.')).toMatchObject({
      standing: 'plain',
    });
  });
  test('E25 a period is that of the count’s own clause; when it was said is not when it happened', () => {
    expect(one('In 2018, more than 700 miners were detained in the river valley.')).toMatchObject({
      period: '2018',
    });
    expect(
      one('As of 5 October 2020, some 20 nurses had been killed in the hills of Karsel in May 2019.'),
    ).toMatchObject({
      asOf: '2020-10-05',
      period: '2019-05',
    });
    expect(one('The announcement of 81 deaths came on Monday.')).toMatchObject({ asOf: null });
    expect(one('On 3 May 2021 the lawyer Orlan Veth said that 40 soldiers were detained.')).toMatchObject({
      period: null,
    });
  });
});

test('E26 every span holds its words, ids are unique and links lead to counts of the text', () => {
  const words = fc.constantFrom(
    '12',
    'dozens',
    'of',
    'whom',
    'more',
    'than',
    'soldiers',
    'killed',
    'were',
    'the',
    ',',
    '.',
    'including',
    'one',
    'said',
    '“',
    '”',
    'police',
    'No.',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(' ');
      const { figures } = readText({ id: 'text', text });
      const ids = new Set(figures.map(({ id }) => id));
      expect(ids.size).toBe(figures.length);
      for (const figure of figures) {
        expect(holds(figure.number, text) && holds(figure.span, text)).toBe(true);
        for (const link of [figure.subsetOf, figure.sameAs])
          expect(link === null || (ids.has(link) && link !== figure.id)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
