import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mention, ReadStatement } from '../../domain/reading.ts';
import { holds, spanAt } from '../../domain/span.ts';
import { linkKindOf } from './chains.ts';
import { framesOf } from './frames.ts';
import { golden } from '../golden.case.ts';
import type { Names, Said } from '../passes.ts';
import { quotesOf } from './quotes.ts';
import { saidPass } from './said.ts';
import { syntaxOf } from '../syntax/syntax.ts';
import { viewOf } from '../text/view.ts';

const NO_NAMES: Names = { mentions: [], entities: [] };

function read(text: string, names: Names = NO_NAMES): Said {
  const view = viewOf(text);
  return saidPass(view, names, quotesOf(view), syntaxOf(view));
}
const shape = ({ content, cue, source, sourceName, voice, via, why }: ReadStatement) => ({
  content: content.map((span) => span.text),
  cue: cue?.text ?? null,
  source: source?.text ?? null,
  sourceName,
  voice,
  via: via.map((span) => span.text),
  // Rules only: what the model's weights say changes with each training.
  why: why.filter((reason) => reason.startsWith('said/')),
});
const first = (text: string) => read(text).statements.map(shape)[0];

test('E19 the text itself and laws are no cited works', () => {
  expect(read('This article by Oro Kast is short. The law of 2019 is old. Law No. 12 was passed.').works).toEqual([]);
});

golden('statements', 'E14', (text) => read(text).statements.map(shape));
golden('chains', 'E17', (text) => {
  const { statements, works } = read(text);
  const kind = (span: { start: number; end: number; text: string }) => linkKindOf(span, NO_NAMES, works, 'en');
  return {
    statements: statements.map((statement) => ({ ...shape(statement), links: statement.via.map(kind) })),
    works: works.map(({ spans, title, identifier, why }) => ({
      spans: spans.map(({ text: words }) => words),
      title,
      identifier,
      why,
    })),
  };
});

test.each([
  ['The ministry said that nobody had died.', 'said', 'The ministry', ['that nobody had died']],
  ['Nobody died, the ministry said.', 'said', 'the ministry', ['Nobody died']],
  ['“Nobody died,” said Oro Kast, the deputy.', 'said', 'Oro Kast, the deputy', ['“Nobody died,”']],
  ['According to Oro Kast, nobody died.', 'According to', 'Oro Kast', ['nobody died']],
  ['Nobody died there, according to Oro Kast.', 'according to', 'Oro Kast', ['Nobody died there']],
  ['Nobody, according to Oro Kast, died there.', 'according to', 'Oro Kast', ['Nobody', 'died there']],
  ['A conscript was reportedly forced to sign.', 'reportedly', null, ['A conscript was', 'forced to sign']],
  ['The council called on the ministry to free them.', 'called on', 'The council', ['the ministry to free them']],
  ['The council accused the army of hiding the lists.', 'accused', 'The council', ['the army of hiding the lists']],
  ['The army denied the charges.', 'denied', 'The army', ['the charges']],
  [
    'The authors of the motion claim that sixty were beaten.',
    'claim',
    'The authors of the motion',
    ['that sixty were beaten'],
  ],
  [
    'Oro Kast, head of the council, believes they are alive.',
    'believes',
    'Oro Kast, head of the council,',
    ['they are alive'],
  ],
  ['The head of the council believes they are alive.', 'believes', 'The head of the council', ['they are alive']],
  ['“They came,” he said, “and they left.”', 'said', 'he', ['“They came,”', '“and they left.”']],
  ['It is known that two officers were moved.', 'is known', null, ['that two officers were moved']],
])('E14 content, cue and voice: %s', (text, cue, source, content) => {
  expect(first(text)).toMatchObject({ cue, source, content });
});

test.each([
  'In short, we have something to fear.',
  'He declined to say how many had died.',
  'The ministry did not confirm that they were alive.',
  'The ministry has not confirmed that they were alive.',
  'The army would claim that nobody had died.',
  'The police report was long and dull.',
  'An explosion, say in Ardovia, can lead to flight.',
  'A court denied bail to the two officers.',
])('E14 no cue: %s', (text) => {
  expect(read(text).statements).toEqual([]);
});

test.each([
  ['He said: “I was there.”', 'direct'],
  ['He said that “I was there” more than once.', 'mixed'],
  ['He said he was there.', 'indirect'],
])('E15 manner: %s', (text, voice) => {
  expect(first(text)?.voice).toBe(voice);
});

test('E14 a word of hearsay reports, and nobody is named', () => {
  expect(first('A conscript was reportedly forced to sign.')).toMatchObject({
    cue: expect.stringContaining('reportedly'),
    source: null,
  });
});

test('E16 a quotation without a cue of its own goes on with the voice before it', () => {
  const text = 'Oro Kast said the list was short. And in general, “the people stand around their commanders today.”';
  const last = read(text).statements.at(-1);
  expect(last?.sourceName).toBe('Oro Kast');
  expect(last?.content.map((span) => span.text)).toContain('“the people stand around their commanders today.”');
});

test('E16 a quotation alone in its paragraph is carried over from the statement before', () => {
  const last = read('Oro Kast said that the list was short.\n“Shame on those who knew.”').statements.at(-1);
  expect(last).toMatchObject({ sourceName: 'Oro Kast', voice: 'direct' });
});

test('E16 a quotation belongs to the subject of the sentence before where that holds a view', () => {
  const [only] = read('Deputy Oro Kast holds the same point of view. “This was a warning to the country.”').statements;
  expect(only).toMatchObject({ source: { text: 'Deputy Oro Kast' }, sourceName: 'Deputy Oro Kast' });
  expect(only?.content.map((span) => span.text)).toContain('“This was a warning to the country.”');
});

test('E16 a short form gets the canonical name, a full one keeps its words', () => {
  const text = 'Oro Kast said it was over. He said that they had left.';
  const mention = (id: string, words: string): Mention => {
    const start = text.indexOf(words);
    return { id, kind: 'person', span: spanAt(text, start, start + words.length), entity: 'e1', value: null };
  };
  const names: Names = {
    mentions: [mention('m1', 'Oro Kast'), mention('m2', 'He')],
    entities: [{ id: 'e1', kind: 'person', name: 'Oro Kast', variants: [], commenter: false }],
  };
  expect(read(text, names).statements.map(({ sourceName }) => sourceName)).toEqual(['Oro Kast', 'Oro Kast']);
});

test('E16 a pronoun that nothing settles is the voice of the statement before', () => {
  const { statements } = read('The commander said it was over. He added that they had left.');
  expect(statements.map(({ sourceName }) => sourceName)).toEqual(['The commander', 'The commander']);
});

test('E17 a statement inside another has the outer voice in its chain, nearest to the origin first', () => {
  const { statements } = read('Sera Anvel told Radio Selm that the officers said the boy had run away.');
  expect(statements.map(shape)).toMatchObject([
    { source: 'Sera Anvel', via: ['Radio Selm'] },
    { source: 'the officers', via: ['Sera Anvel', 'Radio Selm'] },
  ]);
});

test('E17 who rejects a claim does not pass it on', () => {
  const { statements } = read('The council rejected the army’s claim that nobody had died.');
  expect(statements.map(shape)[0]).toMatchObject({ source: 'The council', via: [] });
  expect(statements.flatMap(({ via }) => via)).toEqual([]);
});

test('E18 what the outer voice refers to stands between', () => {
  const text =
    '“The lawyer Tarin Olb stated that the court was closed.” Varo Hesk writes about this, referring to the video on YouTube.';
  const inner = read(text).statements.find(({ source }) => source?.text === 'The lawyer Tarin Olb');
  expect(inner?.via.map((span) => span.text)).toEqual(['the video on YouTube', 'Varo Hesk']);
});

test('E18 a link is a work, a medium or a voice', () => {
  const text = 'The video on YouTube, Radio Selm and Oro Kast.';
  const { works } = read(text);
  const kindOf = (words: string) =>
    linkKindOf(spanAt(text, text.indexOf(words), text.indexOf(words) + words.length), NO_NAMES, works, 'en');
  expect(['The video on YouTube', 'Radio Selm', 'Oro Kast'].map(kindOf)).toEqual([
    'in-work',
    'published-by',
    'said-by',
  ]);
});

test('E19 a cited work has its number, its later mentions and its date', () => {
  const text =
    'Document No. 77/4 was published on 25 June 2021. The document names no officer. This article was short, the law is old.';
  const start = text.indexOf('25 June 2021');
  const date: Mention = {
    id: 'm1',
    kind: 'date',
    span: spanAt(text, start, start + 12),
    entity: null,
    value: '2021-06-25',
  };
  expect(read(text, { mentions: [date], entities: [] }).works).toMatchObject([
    {
      identifier: '77/4',
      title: 'Document No. 77/4',
      spans: [{ text: 'Document No. 77/4' }, { text: 'The document' }],
      published: { date: '2021-06-25' },
    },
  ]);
});

test('E13 one endless sentence is read in pieces, so that time grows with the text', () => {
  const view = viewOf(`Oro Kast ${'said '.repeat(5000)}`);
  expect(Math.max(...framesOf(view, quotesOf(view)).map(({ items }) => items.length))).toBeLessThanOrEqual(240);
});

test('E13 a block of more frames than a call takes arguments is read', () => {
  const view = viewOf('Yes! '.repeat(130_000));
  expect(framesOf(view, [])).toHaveLength(130_000);
});

const piece = fc.constantFrom(
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '„',
  'said',
  'says',
  'according to',
  'that',
  'Oro Kast',
  'the video',
  'No. 5',
  ',',
  '.',
  ':',
  '\n\n',
  'reportedly',
  'claim',
  'and',
  'but',
  'the army',
  'adding',
  'in a document',
  '(',
  ')',
  'who',
  '\u202e',
  '\0',
  '—',
  'to',
  'call',
  'for',
);

test('E13 any text is read without a throw, alike each time, and every span holds its words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 60 }),
      (pieces) => {
        const text = pieces.join(' ');
        const { statements, works } = read(text);
        const spans = statements.flatMap(({ content, cue, source, via }) => [
          ...content,
          ...via,
          ...[cue, source].filter((span) => span !== null),
        ]);
        for (const span of [...spans, ...works.flatMap((work) => work.spans)]) expect(holds(span, text)).toBe(true);
        for (const { content, cue, score } of statements) {
          expect(content.some((part) => cue !== null && part.start <= cue.start && cue.end <= part.end)).toBe(false);
          expect(score > 0 && score <= 1).toBe(true);
        }
        expect(read(text)).toEqual({ statements, works });
      },
    ),
    { numRuns: 300 },
  );
});
