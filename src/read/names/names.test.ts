import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../domain/span.ts';
import { golden } from '../golden.case.ts';
import { namesByMarks, namesOf } from './names.ts';
import { viewOf } from '../text/view.ts';

const LEAD = 'They heard the case for a whole day, and then they went home.\n\n';
const read = (text: string) => namesOf(viewOf(LEAD + text));
const entitiesIn = (text: string, kind: string) =>
  read(text)
    .entities.filter((entity) => entity.kind === kind)
    .map((entity) => entity.name);
const mentionsIn = (text: string, kind: string) =>
  read(text)
    .mentions.filter((mention) => mention.kind === kind && mention.span.start >= LEAD.length)
    .map((mention) => mention.span.text);

golden('names', 'E3', (text) => {
  const { mentions, entities } = namesOf(viewOf(text));
  const nameOf = new Map(entities.map((entity) => [entity.id, entity.name]));
  return {
    entities: entities.map(({ kind, name, variants, commenter }) => [
      kind,
      name,
      variants,
      ...(commenter ? ['commenter'] : []),
    ]),
    mentions: mentions.map(({ kind, span, entity, value }) => [
      kind,
      span.text,
      entity === null ? null : nameOf.get(entity),
      value,
    ]),
  };
});

test.each([
  ['Colonel Dan Vorek came.', 'Dan Vorek'],
  ['They heard Mr. D. Vorek there.', 'D. Vorek'],
  ['Then Lt. Gen. Mira Petrovna Orlan spoke.', 'Mira Petrovna Orlan'],
  ['They asked Sheikh Rifat al-Danir.', 'Rifat al-Danir'],
  ['Then Sevda Qəribli wept.', 'Sevda Qəribli'],
  ['They saw Jean-Luc Varr.', 'Jean-Luc Varr'],
  ['They saw the lawyer Ossian Trell.', 'Ossian Trell'],
  ['According to the journalist Maria del Vey, it rained.', 'Maria del Vey'],
  ['She met Dan Vorek’s brother.', 'Dan Vorek'],
])('E3 in “%s” a person is named without rank and title', (text, name) => {
  expect(entitiesIn(text, 'person')).toEqual([name]);
});

test.each([
  ['The Prosecutor General’s Office of Ardovia did.', 'Prosecutor General’s Office of Ardovia'],
  ['It was the Ministry of Internal Affairs and Justice.', 'Ministry of Internal Affairs and Justice'],
  ['It was the Centre for Law and Memory.', 'Centre for Law and Memory'],
  ['He wrote to Amnesty International.', 'Amnesty International'],
  ['He wrote to the newspaper Lantern.', 'Lantern'],
  ['He wrote to the STRA at once.', 'STRA'],
  ['There the Ardovian authorities said no.', 'Ardovian authorities'],
])('E3 in “%s” a body is named', (text, name) => {
  expect(entitiesIn(text, 'organization')).toContain(name);
});

test('E3 a date, a day and a common word at the head of a sentence are no names', () => {
  const text =
    'Yesterday it rained in May–June 2017. On Monday Nobody came. Heavily it rained on the World Press Freedom Day.';
  expect([...mentionsIn(text, 'person'), ...mentionsIn(text, 'place'), ...mentionsIn(text, 'organization')]).toEqual(
    [],
  );
});

test('E3 places are known by the list, by a preposition, or by the noun beside them', () => {
  expect(
    entitiesIn(
      'They went from Paris to the town of Karsel, lived in Selm and Torsk, and saw the Tarn Region and the Velm district.',
      'place',
    ),
  ).toEqual(['Paris', 'Karsel', 'Selm', 'Torsk', 'Tarn Region', 'Velm']);
});

test('E3 unknown capitalised words are judged by what stands around them: after an article they are no person', () => {
  const text = 'He told the Strait Lantern that Dorun Vask was held near Mount Selkar. The Strait Lantern wrote it.';
  expect(entitiesIn(text, 'person')).toEqual(['Dorun Vask']);
  expect(entitiesIn(text, 'place')).toEqual(['Mount Selkar']);
});

test('E3 groups and roles are noun phrases with their number, and a role belongs to the person beside it', () => {
  expect(
    mentionsIn(
      'More than 200 Ardovian servicemen and 24 members of the Strait Assembly came, police detained journalists.',
      'group',
    ),
  ).toEqual(['More than 200 Ardovian servicemen', '24 members of the Strait Assembly', 'journalists']);
  const { mentions, entities } = read(
    'A member of parliament from the Dawn Party Mira Orlan came, and Dan Vorek, the head of the Strait Union.',
  );
  const roles = mentions
    .filter((mention) => mention.kind === 'role')
    .map((mention) => [mention.span.text, entities.find((entity) => entity.id === mention.entity)?.name]);
  expect(roles).toEqual([
    ['A member of parliament', 'Mira Orlan'],
    ['the head of the Strait Union', 'Dan Vorek'],
  ]);
});

test('E5 variants of one name are one entity, two spellings of a family name are two', () => {
  expect(
    entitiesIn('Then Mira Orlan came. M. Orlan sat. Orlan’s hat fell. Mira wept. Orlan Mira left.', 'person'),
  ).toEqual(['Mira Orlan']);
  expect(entitiesIn('Then Mira Tesmarov came. Tesmarev left.', 'person')).toEqual(['Mira Tesmarov', 'Tesmarev']);
  expect(entitiesIn('Then Mira Orlan came, and Dan Orlan. Orlan left.', 'person')).toEqual([
    'Mira Orlan',
    'Dan Orlan',
    'Orlan',
  ]);
  expect(
    entitiesIn('So the Popular Union of Ardovia (PUA) met. The PUA left. The Popular Union wept.', 'organization'),
  ).toEqual(['Popular Union of Ardovia']);
});

test('E5 a body is taken up by its noun where the text has only one such body', () => {
  expect(entitiesIn('So the Ministry of Justice met. Then the ministry left.', 'organization')).toEqual([
    'Ministry of Justice',
  ]);
  expect(
    entitiesIn('So the Ministry of Justice met the Ministry of War. Then the ministry left.', 'organization'),
  ).toHaveLength(3);
});

test('E5 who heads a reader’s comment is a commenter, joined with nobody of the article', () => {
  const { entities } = read(
    'Then Mira Orlan came.\n\nReaders commented.\n\nMira Orlan: “I did not.”\n\nIlko: “Who is next?”',
  );
  expect(
    entities.filter((entity) => entity.kind === 'person').map((entity) => [entity.name, entity.commenter]),
  ).toEqual([
    ['Mira Orlan', false],
    ['Mira Orlan', true],
    ['Ilko', true],
  ]);
});

test('E3 in a language without rules only dates are found', () => {
  const { mentions } = namesByMarks(viewOf('Суд города Сельма заслушал адвоката Миру Орлан 25 июня 2021 года.'));
  expect(mentions.map(({ kind, span, value }) => [kind, span.text, value])).toEqual([
    ['date', '25 июня 2021', '2021-06-25'],
  ]);
});

const part = fc.oneof(
  fc.constantFrom(
    'Mira Orlan',
    'Orlan',
    'M. Orlan',
    'Gen.',
    'the',
    'lawyer',
    'head of',
    'Ministry of',
    'Office',
    '’s',
    '(PUA)',
    'PUA',
    '“',
    '”',
    ':',
    ', ',
    '. ',
    '\n\n',
    'of',
    'and',
    'in',
    'Selm',
    'Ardovian',
    'authorities',
    '200',
    'servicemen',
    'said',
    'May 2017',
    'al-Danir',
    'Readers commented.\n\n',
    'de',
    'Police',
    'Union',
    'former',
    'detained',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('E5 a prison or a street is no person, and an apostrophe makes no second one', () => {
  const text = `${LEAD}Dana O’Karsel was held in Carrow Prison for weeks. O'Karsel was later seen in Dorvin Street. Later Mr O'Karsel left.`;
  const { entities } = namesOf(viewOf(text));
  const persons = entities.filter(({ kind }) => kind === 'person').map(({ variants }) => variants);
  expect(persons).toContainEqual(['Dana O’Karsel', "O'Karsel"]);
  expect(persons.flat()).not.toContain('Carrow Prison');
  expect(persons.flat()).not.toContain('Dorvin Street');
});

test('S9 mentions hold their words, in order, and every entity named by one exists', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = LEAD + parts.join(' ');
      const { mentions, entities } = namesOf(viewOf(text));
      const ids = new Set(entities.map((entity) => entity.id));
      let last = 0;
      for (const { span, entity } of mentions) {
        expect(holds(span, text)).toBe(true);
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.start;
        if (entity !== null) expect(ids.has(entity)).toBe(true);
      }
      expect(ids.size).toBe(entities.length);
      expect(new Set(mentions.map((mention) => mention.id)).size).toBe(mentions.length);
      for (const entity of entities) expect(entity.variants).toContain(entity.name);
    }),
    { numRuns: 500 },
  );
});
