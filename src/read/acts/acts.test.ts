import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadAct } from '../../domain/reading.ts';
import { holds, type Span } from '../../domain/span.ts';
import { golden } from '../golden.case.ts';
import { readText } from '../read.ts';

const words = (spans: readonly Span[]): string[] => spans.map((span) => span.text);
const shown = (act: ReadAct): Record<string, unknown> => ({
  violation: act.violation,
  trigger: act.trigger.text,
  victims: words(act.victims),
  perpetrators: words(act.perpetrators),
  targets: words(act.targets),
  means: words(act.means),
  place: act.place?.text ?? null,
  time: act.time?.text ?? null,
  assertedBy: act.assertedBy === 'author' ? 'author' : act.assertedBy.text,
  modality: act.modality,
});
const actsOf = (text: string): Record<string, unknown>[] => readText({ id: 'text', text }).acts.map(shown);

golden('acts', 'E27', actsOf);

describe('roles', () => {
  test.each([
    ['Soldiers tortured the conscript Emil Dorn in the barracks of Karsel.', ['the conscript Emil Dorn'], ['Soldiers']],
    [
      'The conscript Emil Dorn was tortured by soldiers in the barracks of Karsel.',
      ['The conscript Emil Dorn'],
      ['soldiers'],
    ],
    [
      'The torture of the conscript Emil Dorn by soldiers shocked the town of Karsel.',
      ['the conscript Emil Dorn'],
      ['soldiers'],
    ],
    ['More than 300 conscripts became victims of torture in the barracks of Karsel.', ['More than 300 conscripts'], []],
  ])('E27 “%s”', (text, victims, perpetrators) => {
    expect(actsOf(text)[0]).toMatchObject({ violation: 'torture', victims, perpetrators });
  });
  test('E27 several victims are several spans, a counted group is one', () => {
    expect(actsOf('The police arrested nine men and one woman in the market of Selm.')[0]).toMatchObject({
      victims: ['nine men', 'one woman'],
    });
    expect(actsOf('The police arrested 40 villagers in the market of Selm on that day.')[0]).toMatchObject({
      victims: ['40 villagers'],
    });
  });
  test('E27 one record a kind of violation and victim', () => {
    const text = 'Police arrested Ilva Dorn in Selm. Later Ilva Dorn was arrested again in the papers of the town.';
    expect(actsOf(text).filter(({ violation }) => violation === 'arrest')).toHaveLength(1);
  });
});

test('E27 a deed done to people is not done to who belongs to them, and a bound belongs to its number', () => {
  expect(
    actsOf('The bishop met the families of those killed in Karsel. At least nine herders were arrested.'),
  ).toMatchObject([{ victims: ['those'] }, { victims: ['At least nine herders'] }]);
});
test('E27 a paper that allows a deed is no deed, a charge no means', () => {
  expect(actsOf('The search warrants of the court in Selm were void, activists said.')).toEqual([]);
  expect(actsOf('Emil Dorn was arrested and charged with undermining the army.')[0]).toMatchObject({ means: [] });
});

describe('modality', () => {
  test('E28 conditions, purposes and risks give no act', () => {
    expect(actsOf('If the army tortured prisoners in Karsel, the council will ask about it.')).toEqual([]);
    expect(actsOf('The prisoners were at risk of execution, the families of Karsel feared.')).toEqual([]);
    expect(actsOf('The council wants to prevent the army that would torture prisoners again.')).toEqual([]);
  });
  test.each([
    ['The lawyer alleged that soldiers tortured Emil Dorn in the barracks.', 'alleged'],
    ['The ministry denied that soldiers had tortured Emil Dorn in the barracks.', 'denied'],
    ['The paper wrote that reports of beatings and torture of prisoners in Karsel are frequent.', 'alleged'],
    ['The governor threatened to jail the organisers of the march in Selm.', 'threatened'],
    ['The lawyer said that soldiers tortured Emil Dorn in the barracks.', 'asserted'],
  ])('E28 “%s” is %s', (text, modality) => {
    expect(actsOf(text)[0]).toMatchObject({ modality });
  });
  test('E28 who reports an act did not do it; who is blamed did', () => {
    expect(
      actsOf('The lawyer said the army is to blame, torturing prisoners in the barracks of Karsel.')[0],
    ).toMatchObject({
      victims: ['prisoners'],
      perpetrators: [],
    });
    const [act] = actsOf(
      'The Red Lantern Committee accused the Interior Ministry of kidnapping the activist Jaro Kell.',
    );
    expect(act).toMatchObject({
      violation: 'abduction',
      victims: ['the activist Jaro Kell'],
      perpetrators: ['the Interior Ministry'],
      modality: 'alleged',
    });
  });
});

describe('reports of attacks', () => {
  const text = [
    'Karsel, 3 May. Guerrillas of the Orlan Liberation Front blew up a power pylon and the pylon fell on a road.',
    'The police reported that the guerrillas placed two dynamite charges at the foot of the power pylon.',
    'On 2 May unidentified individuals assassinated the mayor of Selm, Emilio Dorna, in front of his home.',
  ].join(' ');
  test('E27 what was hit and with what are told apart from who was hurt', () => {
    const acts = actsOf(text);
    expect(acts).toContainEqual(
      expect.objectContaining({ violation: 'attack-on-property', targets: expect.arrayContaining(['power pylon']) }),
    );
    expect(acts).toContainEqual(
      expect.objectContaining({ violation: 'killing', victims: expect.arrayContaining(['the mayor of Selm']) }),
    );
  });
  test('E28 who accuses did not do it', () => {
    const accused = `${text} The army accused the Orlan Liberation Front of the murder of the mayor.`;
    const perpetrators = actsOf(accused).flatMap((act) => act['perpetrators']);
    expect(perpetrators).not.toContain('army');
    expect(perpetrators).not.toContain('The army');
  });
  test('E28 a condition gives no act here either', () => {
    expect(actsOf('If the guerrillas blow up the bridge of Karsel, the army will answer, the army warned.')).toEqual(
      [],
    );
  });
});

test('E29 who is forced to act on others is a victim, never a perpetrator', () => {
  expect(actsOf('One of the guards said that a cadet was forced to undress with other cadets.')).toMatchObject([
    { violation: 'sexual-violence', victims: ['a cadet', 'other cadets'], perpetrators: [] },
  ]);
  expect(actsOf('One recruit was reportedly forced to crawl in the yard of the barracks.')).toMatchObject([
    { violation: 'ill-treatment', perpetrators: [], modality: 'alleged' },
  ]);
});

test('E27 an act is told once, not again by its headline', () => {
  const text =
    'Soldiers kidnap villagers in Selm\n\nSoldiers kidnapped 40 villagers from the market of Selm, the council said.';
  expect(actsOf(text)).toMatchObject([{ violation: 'abduction', victims: ['40 villagers'] }]);
});
test('E27 whose things are taken is a victim', () => {
  expect(actsOf('Police raided the Karsel Lawyers Association’s office in Selm on that day.')[0]).toMatchObject({
    victims: [expect.stringContaining('Karsel Lawyers Association')],
  });
});
test('E26 acts hold their words, whatever the words', () => {
  const tokens = fc.constantFrom(
    'police',
    'killed',
    'tortured',
    'and',
    'of',
    'by',
    'the',
    'Emil',
    'Dorn',
    'was',
    'forced',
    'to',
    ',',
    '.',
    'said',
    'arrest',
    '12',
    'men',
    '“',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(tokens, { maxLength: 60 }), (parts) => {
      const text = parts.join(' ');
      for (const act of readText({ id: 'text', text }).acts) {
        const spans = [act.trigger, ...act.victims, ...act.perpetrators, ...act.targets, ...act.means];
        expect(spans.every((span) => holds(span, text))).toBe(true);
        expect(spans.length).toBeGreaterThan(1);
      }
    }),
    { numRuns: 300 },
  );
});
