import { expect, test } from 'vitest';
import type { Reading } from '../../domain/reading.ts';
import { golden } from '../golden.case.ts';
import { readText } from '../read.ts';

const read = (text: string): Reading => readText({ id: 'text', text });

const spoken = ({ statements }: Reading) =>
  statements.map(({ content, cue, source, sourceName, voice, via }) => ({
    content: content.map((part) => part.text),
    cue: cue?.text ?? null,
    source: source?.text ?? null,
    sourceName,
    voice,
    via: via.map((part) => part.text),
  }));

golden('russian', 'E26', (text) => {
  const reading = read(text);
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  return {
    language: [reading.language, reading.reader.grammar],
    mentions: reading.mentions.map(({ kind, span, entity, value }) =>
      [kind, span.text, entity === null ? null : names.get(entity), value].filter((part) => part !== null).join(' · '),
    ),
    statements: spoken(reading),
    figures: reading.figures.map((figure) => ({
      span: figure.span.text,
      number: figure.number.text,
      value: figure.value ?? [figure.low, figure.high],
      comparator: figure.comparator,
      counts: `${figure.unit} ${figure.about} ${figure.standing}`,
      assertedBy: figure.assertedBy === 'author' ? 'author' : figure.assertedBy.text,
      links: [figure.subsetOf, figure.sameAs],
      setting: [figure.period, figure.place?.text ?? null],
    })),
    acts: reading.acts,
  };
});

/** What a language needs to be told by: a few sentences around the one that a test is about. */
const CONTEXT = 'Комиссия три года собирала рассказы тех, кто служил в старых казармах на берегу реки.';
const one = (sentence: string) => spoken(read(`${CONTEXT}\n\n${sentence}`))[0];

test.each([
  ['Адвокат Мира Орлан заявила, что солдат били.', 'Адвокат Мира Орлан', 'заявила', ['что солдат били']],
  ['«Солдат били», — сказала Мира Орлан.', 'Мира Орлан', 'сказала', ['Солдат били']],
  ['„Солдат били“, — сказала Мира Орлан.', 'Мира Орлан', 'сказала', ['Солдат били']],
  ['По словам Миры Орлан, солдат били.', 'Миры Орлан', 'По словам', ['солдат били']],
  ['Солдат били, сообщает агентство «Север».', 'агентство «Север»', 'сообщает', ['Солдат били']],
  ['Солдат, как сообщает Мира Орлан, били.', 'Мира Орлан', 'сообщает', ['Солдат', 'били']],
  ['В докладе комиссии говорится, что солдат били.', 'докладе комиссии', 'говорится', ['что солдат били']],
  ['Илья Брент отверг обвинения в пытках.', 'Илья Брент', 'отверг', ['обвинения в пытках']],
  ['По словам Миры Орлан, которую ждали три дня, солдат били.', 'Миры Орлан', 'По словам', ['солдат били']],
  ['Илья Брент эти обвинения отрицает.', 'Илья Брент', 'отрицает', ['эти обвинения']],
  ['«Солдат били, — вспоминает Мира Орлан. — Всех».', 'Мира Орлан', 'вспоминает', ['Солдат били', 'Всех']],
  ['— Солдат били, — сказала Мира Орлан. — Всех.', 'Мира Орлан', 'сказала', ['Солдат били', 'Всех']],
])('E14 %s', (sentence, source, cue, content) => {
  expect(one(sentence)).toMatchObject({ source, cue, content });
});

test('E14 a negated verb and a verb without a subject are no cues', () => {
  expect(one('Адвокат Мира Орлан не сообщила, что солдат били.')).toBeUndefined();
  expect(one('Нам сказали, что солдат били.')).toBeUndefined();
});

test('E18 «со ссылкой на»: who is referred to is the origin, who refers a link', () => {
  expect(one('Солдат били, сообщает агентство «Север» со ссылкой на министерство обороны.')).toMatchObject({
    source: 'министерство обороны',
    via: ['агентство «Север»'],
  });
});

const named = (sentences: string) => {
  const { mentions, entities } = read(`${CONTEXT}\n\n${sentences}`);
  return entities
    .filter(({ kind }) => kind === 'person' || kind === 'organization')
    .map(({ id, name }) => [name, ...mentions.filter(({ entity }) => entity === id).map(({ span }) => span.text)])
    .filter(([name]) => name !== 'Комиссия');
};

test('E5 a person is one in every case, with patronymic and with initials', () => {
  const text = 'Пришла Анна Сергеевна Вельт. Анну Вельт ждали. К А. С. Вельт подошли. С Вельт говорили.';
  expect(named(text)).toEqual([['Анна Сергеевна Вельт', 'Анна Сергеевна Вельт', 'Анну Вельт', 'А. С. Вельт', 'Вельт']]);
});

test('E5 two bearers of a family name stay two, and the name alone is neither', () => {
  expect(named('Пришли Илья Орлан и Мира Орлан. Орлана ждали.').map(([name]) => name)).toEqual([
    'Илья Орлан',
    'Мира Орлан',
  ]);
});

test('E5 a body is one in every case, with its acronym', () => {
  const text = 'Пришёл Союз солдатских матерей (ССМ). Союзу солдатских матерей не ответили. В ССМ ждут.';
  expect(named(text)).toEqual([
    ['Союз солдатских матерей', 'Союз солдатских матерей', 'ССМ', 'Союзу солдатских матерей', 'ССМ'],
  ]);
});

const counted = (sentence: string) =>
  read(`${CONTEXT}\n\n${sentence}`).figures.map(({ span, value, comparator, about }) => [
    span.text,
    value,
    comparator,
    about,
  ]);

test.each([
  ['Погибли более 200 солдат.', [['более 200 солдат', 200, 'more-than', 'died']]],
  ['Погибли не менее двухсот тридцати человек.', [['не менее двухсот тридцати человек', 230, 'at-least', 'died']]],
  ['Арестованы около полутора тысяч жителей.', [['около полутора тысяч жителей', 1500, 'about', 'arrested']]],
  ['Пропали десятки призывников.', [['десятки призывников', null, 'vague', 'disappeared']]],
  ['Ранены от 60 до 70 человек.', [['от 60 до 70 человек', null, 'range', 'injured']]],
  ['Ему 25 лет, он заплатил 300 рублей по статье 12.', []],
  ['Потерпевшими признаны лишь 102.', [['лишь 102', 102, 'only', 'other']]],
])('E20 %s', (sentence, expected) => {
  expect(counted(sentence)).toEqual(expected);
});

test('E23 «из 135 опрошенных 102»: the count that stands after its whole is part of it', () => {
  const { figures } = read(`${CONTEXT}\n\nИз 135 опрошенных 102 признаны потерпевшими.`);
  expect(figures.map(({ value, subsetOf }) => [value, subsetOf])).toEqual([
    [135, null],
    [102, 'f1'],
  ]);
});

test('E23 «47 из них»: a part of the count before it', () => {
  const { figures } = read(`${CONTEXT}\n\nВ деле 312 потерпевших; показания дали лишь 47 из них.`);
  expect(figures.map(({ value, subsetOf }) => [value, subsetOf])).toEqual([
    [312, null],
    [47, 'f1'],
  ]);
});

test('E3 a name after a body is a person, and one that a role makes a person is one everywhere', () => {
  expect(named('Секретарь трибунала Лука Дим ушёл. Защитник Гурта остался. Гурт молчит.')).toEqual([
    ['трибунала', 'трибунала'],
    ['Лука Дим', 'Секретарь', 'Лука Дим'],
    ['Гурт', 'Защитник', 'Гурта', 'Гурт'],
  ]);
});

test('E26 of a language the reader does not know it says so and reads marks and digits only', () => {
  const reading = read(
    'Ministerstvo oznámilo, že 44 vojáků bylo zabito dne 3.5.2017 v kasárnách. „Kasárny stojí u řeky a nikdo o tom nesmí mluvit,“ řekl Doruk Velt.',
  );
  expect([reading.language, reading.reader.grammar]).toEqual(['cs', 'marks']);
  expect(reading.mentions.map(({ kind, value }) => [kind, value])).toEqual([['date', '2017-05-03']]);
  expect(spoken(reading)).toMatchObject([{ source: null, sourceName: null, cue: null, voice: 'direct' }]);
  expect([reading.figures, reading.acts, reading.positions, reading.works]).toEqual([[], [], [], []]);
});

test('E26 a language with a calendar alone gets its dates', () => {
  const reading = read('Komissiya köhnə məktəbdə 25 iyun 2021 tarixində toplaşdı və 44 nəfəri dinlədi.');
  expect([reading.language, reading.reader.grammar]).toEqual(['az', 'marks']);
  expect(reading.mentions.map(({ value }) => value)).toEqual(['2021-06-25']);
});
