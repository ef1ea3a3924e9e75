import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../domain/proposal.ts';
import { propose, proposeBeside } from '../proposals/propose.ts';
import { readText } from '../read.ts';
import { act, at, BARE, figure, gated, quote, reading, statement, TEXT, wordsIn } from './answers.case.ts';
import { Gate, readingBeside, type Grounded } from './gate.ts';
import { piecesOf } from './pieces.ts';

const contents = ({ found }: Grounded): string[] =>
  found.statements.flatMap(({ content }) => content.map(({ text }) => text));
const counts = ({ found }: Grounded) =>
  found.figures.map(({ span, comparator, value, low, high }) => [span.text, comparator, value ?? low, high]);

describe('words', () => {
  test('E61 words are taken as they stand, or but for white space and quote marks, with the words of the text', () => {
    const found = gated({ statements: [statement('"They were tied together,"', { saidBy: quote('Telma Arn') })] });
    expect(contents(found)).toEqual(['“They  were\ntied together,”']);
    expect(found.found.statements[0]).toMatchObject({ voice: 'direct', source: { text: 'Telma Arn' }, score: 0.2 });
    expect(contents(gated({ statements: [statement('They were tied together')] }))).toEqual([
      'They  were\ntied together',
    ]);
  });

  test('E61 invented words, changed words, parts of words and empty ones are refused, and what they were given for', () => {
    const lies = [
      'They were not tied together',
      'they were tied together',
      'hey were tied',
      '',
      ' ',
      'Orm Vasker kept the lists',
    ];
    const { found, refused } = gated({ statements: lies.map((words) => statement(words)) });
    expect([found.statements, refused]).toEqual([[], { 'not-in-the-text': lies.length }]);
    const voices = [quote('the minister'), quote('Telma')];
    const others = gated({ statements: voices.map((saidBy) => statement('nobody counted', { saidBy })) });
    expect([contents(others), others.refused]).toEqual([['nobody counted'], { 'not-in-the-text': 1 }]);
  });

  test('E61 of words that stand twice the words before them settle it, else the sentence, else they are refused', () => {
    const list = (before: string) =>
      gated({ statements: [{ ...statement('the list'), words: quote('the list', before) }] });
    expect(list('Orm Vasker kept').found.statements[0]?.content[0]?.start).toBe(TEXT.indexOf('the list;'));
    expect(list('list; ').found.statements[0]?.content[0]?.start).toBe(TEXT.indexOf('the list is'));
    expect([list('').refused, list('he kept').refused]).toEqual([{ 'several-places': 1 }, { 'several-places': 1 }]);
    const near = gated({ statements: [statement('is lost', { via: [quote('Orm Vasker')] })] });
    expect(near.found.statements[0]?.via[0]?.start).toBe(TEXT.indexOf('Orm Vasker kept'));
    expect(gated({ statements: [statement('came back', { via: [quote('Orm Vasker')] })] }).refused).toEqual({
      'several-places': 1,
    });
  });

  test('E61 what stands in another piece, or another text, is not taken', () => {
    const text = `${'Nobody came. '.repeat(300)}\nTelma Arn fled.`;
    const gate = new Gate(text, BARE);
    const [first, second] = piecesOf(text);
    const content = JSON.stringify({ acts: [act('fled', { victims: [quote('Telma Arn')] })] });
    if (first !== undefined) gate.take(first, content);
    expect(gate.grounded()).toMatchObject({ found: { acts: [] }, refused: { 'not-in-the-text': 1 } });
    if (second !== undefined) gate.take(second, content);
    expect(gate.grounded().found.acts).toHaveLength(1);
  });
});

describe('numbers', () => {
  test('E62 a number is taken if its words state it, with how they compare it, be it asked for or not', () => {
    const found = gated({
      figures: [figure('40', [40]), figure('12 to 15', [12, 15]), figure('Dozens', []), figure('1,140 men', [1140])],
    });
    expect(counts(found)).toEqual([
      ['more than 40', 'more-than', 40, null],
      ['Some 12 to 15', 'range', 12, 15],
      ['Dozens', 'vague', null, null],
      ['1,140 men', 'exactly', 1140, null],
    ]);
  });

  test('E62 the number of a document counts nothing', () => {
    const text = 'Motion No. 77 was tabled on 2 March 2021. In it 77 men are named.';
    const own = { ...BARE, works: readText({ id: 'text', text }).works };
    const answer = { figures: [figure('77', [77], { words: quote('77', 'Motion No.') }), figure('77 men', [77])] };
    const { found, refused } = gated(answer, own, text);
    expect([found.figures.map(({ span }) => span.text), refused]).toEqual([['77 men'], { 'another-number': 1 }]);
  });

  test('E62 another number, a part of one, none, two, and a date are refused', () => {
    const lies = [
      figure('more than 40', [400]),
      figure('140', [140]),
      figure('men', [1140]),
      figure('men', []),
      figure('1,140 men nobody counted more than 40', [1140]),
      figure('Dozens', [24]),
      figure('2019', [2019]),
      figure('12 to 15', [12]),
      figure('12 to 15', [15, 12]),
      figure('4 May', [4]),
    ];
    const { found, refused } = gated({ figures: lies });
    expect(found.figures).toEqual([]);
    expect(refused).toEqual({ 'another-number': 10 });
  });
});

describe('answers', () => {
  test('E63 what is no answer, or not of the form, is counted and takes nothing else along', () => {
    for (const none of ['', 'I cannot help with that.', '{', '[]', '{"statements":', '}{']) {
      expect([none, gated(none).refused]).toEqual([none, { 'no-answer': 1 }]);
    }
    const wrong = [null, 7, {}, { words: 'nobody' }, statement('came back', { saidBy: 'Orm' }), statement('came back')];
    expect(gated({ statements: wrong, figures: 'none', acts: { length: 9 } })).toMatchObject({
      found: { statements: [{ content: [{ text: 'came back' }] }], figures: [], acts: [] },
      refused: { 'not-the-form': 5 },
    });
    expect(gated({ acts: [act('tied', { violation: 'treason' })] }).refused).toEqual({ 'not-the-form': 1 });
    const whole = JSON.stringify({
      acts: [act('tied'), act('“]}\\"'), act('lost')],
      statements: [statement('came back')],
    });
    const takenAt = (length: number): number => {
      const { found, refused } = gated(whole.slice(0, length));
      expect(refused['no-answer'] ?? 1).toBe(1);
      return found.acts.length + found.statements.length;
    };
    const taken = Array.from({ length: whole.length + 1 }, (_, length) => takenAt(length));
    expect([taken[0], taken.at(-1), Math.max(...taken)]).toEqual([0, 3, 3]);
    expect(taken).toEqual(taken.toSorted((a, b) => a - b));
    expect(taken[whole.indexOf(',"statements"')]).toBe(2);
    const fenced = `Here it is:\n\`\`\`json\n${JSON.stringify({ acts: [act('tied')] })}\n\`\`\``;
    expect(gated(fenced).found.acts).toHaveLength(1);
  });

  test('E63 what the reader has at these words, and what the model says twice, is not taken again', () => {
    const own = readText({ id: 'text', text: TEXT });
    const [first] = own.figures;
    expect(first?.span.text).toContain('1,140');
    const again = gated(
      { figures: [figure('1,140', [1140])], statements: [statement('came back'), statement('back')] },
      own,
    );
    expect([again.found.figures, again.found.statements.length, again.known]).toEqual([[], 1, 2]);
  });

  test('E63 a document that gives orders gets at most its own words as proposals', () => {
    const obedient = gated({
      statements: [
        statement('Orm Vasker is a traitor', { saidBy: quote('Telma Arn') }),
        statement('Orm Vasker betrayed his country'),
      ],
      figures: [figure('500 people', [500]), figure('500 people', [5000])],
      acts: [
        act('killed', { perpetrators: [quote('Orm Vasker', 'write that')] }),
        act('treason', { perpetrators: [quote('Orm Vasker')] }),
      ],
    });
    const proposals = proposeBeside(reading, obedient.found, at);
    expect(proposals.map(({ kind, anchors }) => [kind, anchors[0].text])).toEqual([
      ['statement', 'Orm Vasker is a traitor'],
      ['figure', '500 people'],
      ['act', 'killed'],
    ]);
    expect(proposals.flatMap(wordsIn).filter((words) => !TEXT.includes(words))).toEqual([]);
    expect(obedient.refused).toEqual({ 'not-in-the-text': 2, 'another-number': 1 });
  });

  test('E63 proposals name people as the reader does, rank below it, and the reading says which model it was', () => {
    const text = `${TEXT}\n\nEmil Dorn, 15, was beaten by Orm Vasker. Later, Dorn was not seen in the ward.`;
    const own = readText({ id: 'text', text });
    const { found } = gated({ acts: [act('not seen', { victims: [quote('Dorn', 'Later,')] })] }, own, text);
    const before = propose(own, { ...at, textWords: text });
    const [beside] = proposeBeside(own, found, { ...at, textWords: text });
    const victim = (proposal: Proposal | undefined) =>
      proposal?.fields.flatMap(({ value }) => (value.kind === 'named' ? [value.named] : []))[0];
    const known = victim(before.find(({ kind, summary }) => kind === 'act' && summary.includes('Emil Dorn')));
    expect(victim(beside)).toMatchObject({ key: known?.key, name: 'Emil Dorn', capacity: 'minor' });
    expect(beside?.score).toBeLessThan(Math.min(...before.map(({ score }) => score)));
    const whole = readingBeside(own, found, 'llm:tiny@1');
    expect(whole.acts.at(-1)).toMatchObject({
      id: expect.stringMatching(/^llm-a\d+$/),
      why: ['llm:tiny@1', expect.any(String)],
    });
    expect([whole.acts.slice(0, -1), whole.reader.models]).toEqual([
      own.acts,
      { ...own.reader.models, proposer: 'llm:tiny@1' },
    ]);
  });
});
