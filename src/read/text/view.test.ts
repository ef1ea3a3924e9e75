import fc from 'fast-check';
import { expect, test } from 'vitest';
import { golden } from '../golden.case.ts';
import type { View } from '../passes.ts';
import { viewOf } from './view.ts';

const wordsOf = (view: View) => (range: { start: number; end: number }) => view.text.slice(range.start, range.end);

golden('view', 'E7', (text) => {
  const view = viewOf(text);
  return {
    language: view.language,
    title: view.title,
    published: view.published,
    blocks: view.blocks.map((block, at) => ({
      kind: block.kind,
      why: block.why,
      sentences: view.sentences.filter((sentence) => sentence.block === at).map(wordsOf(view)),
      ...(block.kind === 'furniture' ? { words: wordsOf(view)(block) } : {}),
    })),
  };
});

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '\n',
      '\r\n',
      '\0',
      '\u202e',
      '\u200f',
      '…',
      '. ',
      '.',
      '…  He',
      'No. 5',
      'U.S. ',
      'M. ',
      'Orlan“In',
      '\ud800',
      'é',
      'e\u0301',
      '\u00a0',
      '1,000',
      '7–20',
      'don’t',
      'Mira Orlan: “',
      'Leave a Reply',
      'Jan 11, 2022',
      'From: a',
      'Comments',
      'https://a.b/c).',
      '?',
      '(!)',
      '\u2028',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
  { maxLength: 60 },
);
const text = hostile.map((parts) => parts.join(''));

test('E4 tokens cover every word in order, without overlap, and hold their words', () => {
  fc.assert(
    fc.property(text, (source) => {
      let last = 0;
      for (const token of viewOf(source).tokens) {
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.end).toBeGreaterThan(token.start);
        expect(source.slice(token.start, token.end)).toBe(token.text);
        expect(source.slice(last, token.start)).not.toMatch(/[\p{L}\p{N}]/u);
        last = token.end;
      }
      expect(source.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

test('E6 sentences lie in their blocks, in order, on token boundaries, and furniture has none', () => {
  fc.assert(
    fc.property(text, (source) => {
      const view = viewOf(source);
      let [last, token] = [0, 0];
      for (const sentence of view.sentences) {
        const block = view.blocks[sentence.block]!;
        expect(block.kind).not.toBe('furniture');
        expect(sentence.start).toBeGreaterThanOrEqual(Math.max(last, block.start));
        expect(sentence.end).toBeLessThanOrEqual(block.end);
        expect(sentence.firstToken).toBeGreaterThanOrEqual(token);
        expect(view.tokens[sentence.firstToken]!.start).toBe(sentence.start);
        expect(view.tokens[sentence.lastToken - 1]!.end).toBe(sentence.end);
        [last, token] = [sentence.end, sentence.lastToken];
      }
      const read = view.sentences.reduce((sum, sentence) => sum + sentence.lastToken - sentence.firstToken, 0);
      const outside = view.blocks.filter((block) => block.kind === 'furniture');
      const left = view.tokens.filter((t) =>
        outside.some((block) => block.start <= t.start && t.end <= block.end),
      ).length;
      expect(read + left).toBe(view.tokens.length);
    }),
  );
});

test('S6 title and date of publication hold their words', () => {
  fc.assert(
    fc.property(text, (source) => {
      const view = viewOf(source, { published: '2022-01-11' });
      for (const span of [view.title, view.published?.span ?? null]) {
        if (span !== null) expect(source.slice(span.start, span.end)).toBe(span.text);
      }
      expect(view.publishedDate).not.toBeNull();
    }),
  );
});

test('S7 a view never throws and never alters the text, however hostile', () => {
  const sources = [
    '',
    '\0',
    'a'.repeat(300_000),
    '“'.repeat(100_000),
    '. '.repeat(50_000),
    'A. '.repeat(50_000),
    '\u202e\u05d0'.repeat(20_000),
    '\ud83d\ude00'.repeat(20_000),
    '1,'.repeat(50_000),
    'x\n'.repeat(300_000),
    `${'word '.repeat(900)}end. A`.repeat(20),
  ];
  for (const source of sources) expect(viewOf(source).text).toBe(source);
});

const tokensIn = (source: string): string[] => viewOf(source).tokens.map((token) => token.text);

test.each([
  ['the Prosecutor General’s Office', ['the', 'Prosecutor', 'General', '’s', 'Office']],
  ['He doesn’t pay $1,000 to 7–20 men.', ['He', 'does', 'n’t', 'pay', '$', '1,000', 'to', '7–20', 'men', '.']],
  ['Orlan“In one case', ['Orlan', '“', 'In', 'one', 'case']],
  ['the U.S. on 2022-01-11 at 10:30', ['the', 'U.S.', 'on', '2022-01-11', 'at', '10:30']],
  ['Jean-Pierre O’Brien, a 20-year-old', ['Jean-Pierre', 'O’Brien', ',', 'a', '20-year-old']],
  ['see https://example.org/a?b=1).', ['see', 'https://example.org/a?b=1', ')', '.']],
  ['dead.The army', ['dead', '.', 'The', 'army']],
])('E4 %s falls into its tokens', (source, expected) => {
  expect(tokensIn(source)).toEqual(expected);
});

test('E4 a name that lost its space is split from the next word, a name of two parts is not', () => {
  expect(tokensIn('Orlan spoke. Dan OrlanAssessing the case, YouTube said.')).toContain('Assessing');
  expect(tokensIn('He put it on YouTube.')).toContain('YouTube');
});

const sentencesIn = (source: string): string[] => {
  const view = viewOf(`A text of more than one paragraph begins here, as texts do.\n\n${source}`);
  return view.sentences.slice(1).map(wordsOf(view));
};

test.each([
  ['Gen. M. Orlan came. He left.', ['Gen. M. Orlan came.', 'He left.']],
  ['Document No. 1428 says so. It is short.', ['Document No. 1428 says so.', 'It is short.']],
  ['The U.S. Army left. The U.S. It stayed.', ['The U.S. Army left.', 'The U.S.', 'It stayed.']],
  ['It was so… They went. And so … it was.', ['It was so…', 'They went.', 'And so … it was.']],
  ['He said: “They may. “', ['He said: “They may. “']],
  ['“Why?” he asked. (No.) ” She left.', ['“Why?” he asked.', '(No.) ”', 'She left.']],
  ['Hundreds (!) And more came. 3.5 of them.', ['Hundreds (!) And more came.', '3.5 of them.']],
  ['They were dead.The army left.', ['They were dead.', 'The army left.']],
])('E6 %s falls into its sentences', (source, expected) => {
  expect(sentencesIn(source)).toEqual(expected);
});

test('E6 a long block is cut where sentences end, not where the segmenter is fed', () => {
  const sentence = 'Then Mira Orlan Heard Every Relative Of Any Conscript Before Noon Near Old Selm School. ';
  expect(sentencesIn(sentence.repeat(200).trim())).toHaveLength(200);
});

test.each([
  ['11 January 2022', '2022-01-11'],
  ['Published: Tuesday, Jan 11, 2022 10:30 GMT', '2022-01-11'],
  ['11 января 2022', '2022-01-11'],
  ['2022-01-11', '2022-01-11'],
  ['11.01.2022', '2022-01-11'],
  ['Published in the Strait Herald, January 11th, 2022', '2022-01-11'],
])('E8 the dateline %s says when the text was published', (line, date) => {
  const view = viewOf(`${line}\n\nThe court of Selm heard the case, and it went home.`, { published: '2020' });
  expect(view.published).toMatchObject({ date });
  expect(view.blocks[0]!.kind).toBe('furniture');
});

test('E8 a date within a sentence is no dateline; then the date given with the text holds', () => {
  const view = viewOf('On 11 January 2022 the court of Selm heard the case.\n\nIt went home.', {
    published: '2022-02-01',
  });
  expect(view.published).toBeNull();
  expect(view.publishedDate).toBe('2022-02-01');
  expect(viewOf('Words.', { published: 'in spring' }).publishedDate).toBeNull();
});

test('E8 a long English text is told by its small words, and a long text of small words of another language is not English', () => {
  const english =
    'The court heard the families of the conscripts for a whole day and it was told that they had been beaten. ';
  const german =
    'Das Gericht hat die Angehörigen der Soldaten einen ganzen Tag lang gehört und ihnen dann nicht geglaubt. ';
  expect(viewOf(english.repeat(5)).language).toBe('en');
  expect(viewOf(german.repeat(5)).language).toBe('de');
});

test('E8 the language is told, or left open', () => {
  expect(viewOf('The court heard the families of the conscripts for a whole day.').language).toBe('en');
  expect(viewOf('Суд целый день слушал родственников призывников в старой школе.').language).toBe('ru');
  expect(viewOf('12 12').language).toBe('und');
});

test('E7 what the page marks as furniture is furniture, but a comment in it stays a comment', () => {
  const source =
    'The court heard the case for a day.\n\nOur other papers\n\nReaders commented on it.\n\nIlko Brast: “Who is next?”';
  const from = source.indexOf('Our');
  const view = viewOf(source, {
    furnitureHints: [
      { start: from, end: from + 16 },
      { start: source.indexOf('Ilko'), end: source.length },
    ],
  });
  expect(view.blocks.map((block) => block.kind)).toEqual(['paragraph', 'furniture', 'paragraph', 'comment']);
});

test('E8 the head of a page dates it; a dated line of the text does not', () => {
  const dated = (text: string): string | undefined => viewOf(text, {}).published?.date;
  expect(dated('Straits Portal, 14 March 2023\n\nSoldiers were beaten in Karsel, the ministry said.')).toBe(
    '2023-03-14',
  );
  expect(dated('Velmara Today, 15 March 2023. Translated from the Ardovian\n\nNine men died.')).toBe('2023-03-15');
  expect(dated('11 May 2019: arrested.\n14 May 2019: died in the guardhouse.')).toBeUndefined();
  expect(dated('On 11 May 2019 the men were taken away from Karsel.')).toBeUndefined();
});
