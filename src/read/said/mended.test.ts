import { expect, test } from 'vitest';
import type { Said } from '../passes.ts';
import { syntaxOf } from '../syntax/syntax.ts';
import { viewOf } from '../text/view.ts';
import { quotesOf } from './quotes.ts';
import { saidPass } from './said.ts';

function read(text: string): Said {
  const view = viewOf(text);
  return saidPass(view, { mentions: [], entities: [] }, quotesOf(view), syntaxOf(view));
}

test('E14 an apposition says more of a voice and is no part of its name; words after the adjunct are what was said', () => {
  const text = 'Oro Kast, a teacher from Selm, said in an interview with Channel 6 that the list was short.';
  const [only] = read(text).statements;
  expect(only?.sourceName).toBe('Oro Kast');
  expect(only?.content.map((span) => span.text)).toEqual(['that the list was short']);
  expect(only?.via.map((span) => span.text)).toEqual(['Channel 6']);
});

test('E14 two cues of one voice are two statements, and what goes on about people stays with who said it', () => {
  const two = read('The commission condemned the beatings and demanded the release of the three witnesses.').statements;
  expect(two.map(({ cue, content }) => [cue?.text, content[0]?.text])).toEqual([
    ['condemned', 'the beatings'],
    ['demanded', 'the release of the three witnesses'],
  ]);
  const [one] = read(
    'The authors of the motion claim that 300 conscripts were beaten in May, of whom 14 died.',
  ).statements;
  expect(one?.content.map((span) => span.text).join(' ')).toContain('14 died');
});

test('E14 who denies a claim does not make it, and words before their voice are its words', () => {
  const [one] = read('Officials claimed that two men had fled, but this was denied by families.').statements;
  expect(one?.content.map((span) => span.text)).toEqual(['that two men had fled']);
  const [two] = read('Two women were beaten, Mira Dorn believes, but nobody was charged.').statements;
  expect(two?.content[0]?.text).toBe('Two women were beaten');
});

test('E16 a quotation after “according to S” stays with S; an aside between dashes is no part of the name', () => {
  const [one] = read(
    'According to Mira Dorn, the men came at night. “Then they beat him and took his son.”',
  ).statements;
  expect(one).toMatchObject({ sourceName: 'Mira Dorn' });
  expect(one?.content.map((span) => span.text).join(' ')).toContain('Then they beat him');
  const [two] = read('Ossian Veth – a friend of Tarin Dorn – said that the army had killed nine men.').statements;
  expect(two?.sourceName).toBe('Ossian Veth');
});

test('E16 “he” never means a video that says something', () => {
  const last = read('The video says that the cells had no windows. He said that nobody came.').statements.at(-1);
  expect(last?.source?.text).toBe('He');
  expect(last?.sourceName).toBe('He');
});
