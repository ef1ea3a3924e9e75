import type { ChainLinkView } from '../../http/api-types.ts';
import type { DeskFigureView, FiguresDesk } from '../../http/api-register.ts';
import { spanAt } from '../../domain/span.ts';
import { desk } from './desk.ts';
import { words } from './reader-notes.ts';

let made = 0;

/** A figure in a sentence of its own, in another source than the report. */
function said(number: string, sentence: string, over: Partial<DeskFigureView>): DeskFigureView {
  const start = sentence.indexOf(number);
  const letter = String.fromCharCode('a'.charCodeAt(0) + (made += 1));
  const voice = over.voice ?? 'the source’s own voice';
  const chain: readonly ChainLinkView[] =
    over.voice === undefined
      ? []
      : [{ kind: 'said-by', name: voice, to: null, hold: null, words: null, inferred: false }];
  return {
    id: `prp_f${letter.repeat(25)}`,
    record: null,
    proposal: null,
    state: 'read',
    number,
    comparator: 'exactly',
    bounds: { low: 0, high: null },
    vague: false,
    about: 'injured',
    unit: 'person',
    ofWhom: null,
    standing: 'plain',
    period: null,
    asOf: null,
    partOf: null,
    sameAs: null,
    voice,
    voiceKey: over.voice ?? 'own',
    inferred: false,
    chain,
    words: {
      source: `src_${letter.repeat(26)}`,
      sourceName: 'Web article, 2021-09-04',
      text: `txt_${'r'.repeat(26)}`,
      span: spanAt(sentence, start, start + number.length),
      before: sentence.slice(0, start),
      after: sentence.slice(start + number.length),
    },
    ...over,
  };
}

const osk = 'Colonel Mirat Osk';
const committee = 'Committee of Soldiers’ Mothers';
const around = said('Around forty', 'Around forty conscripts were beaten in the boiler house', {
  comparator: 'about',
  bounds: { low: 32, high: 48 },
  ofWhom: 'conscripts',
  standing: 'alleged',
  period: '2019-21',
  voice: osk,
});
const atLeast = said('at least 63', 'counts at least 63 men, nine of whom did not survive', {
  comparator: 'at-least',
  bounds: { low: 63, high: null },
  ofWhom: 'men',
  voice: committee,
  state: 'recorded',
  record: '0190f0aa-0000-7000-8000-000000002002',
});
const recognised = said('only 31', 'The prosecutor’s office recognised only 31 as injured', {
  comparator: 'only',
  bounds: { low: 31, high: 31 },
  standing: 'recognised',
  voice: 'The prosecutor’s office',
});
const dozens = said('dozens', 'spoke in June of “dozens of cripples and thousands', {
  comparator: 'vague',
  vague: true,
  bounds: { low: 24, high: null },
  ofWhom: 'cripples',
  voice: 'A deputy of the Assembly of the Straits',
});
const nine = said('nine', 'at least 63 men, nine of whom did not survive', {
  bounds: { low: 9, high: 9 },
  about: 'died',
  ofWhom: 'men',
  partOf: 'at least 63',
  voice: committee,
  state: 'recorded',
  record: '0190f0aa-0000-7000-8000-000000002002',
});
const two = said('two', 'the ministry knows of two deaths in the brigade', {
  bounds: { low: 2, high: 2 },
  about: 'died',
  standing: 'confirmed',
  voice: 'the defence ministry',
  state: 'recorded',
  record: '0190f0aa-0000-7000-8000-000000002002',
});
const others: readonly DeskFigureView[] = [
  said('seven', 'seven officers have been charged', {
    bounds: { low: 7, high: 7 },
    about: 'charged',
    ofWhom: 'officers',
    voice: 'the defence ministry',
  }),
  said('two', 'two sergeants were sentenced to six years', {
    bounds: { low: 2, high: 2 },
    about: 'convicted',
    ofWhom: 'sergeants',
    voice: 'the defence ministry',
  }),
  said('no one', 'but no one from the command was questioned', { bounds: { low: 0, high: 0 }, about: 'charged' }),
  said('from 300 to 350', 'from 300 to 350 men passed through the boiler house', {
    comparator: 'range',
    bounds: { low: 300, high: 350 },
    about: 'detained',
    voice: osk,
  }),
  said('fewer than ten', 'fewer than ten were ever released without a paper to sign', {
    comparator: 'less-than',
    bounds: { low: 0, high: 9 },
    about: 'released',
  }),
  said('9', 'the list of the Committee: 9 dead', {
    bounds: { low: 9, high: 9 },
    about: 'died',
    ofWhom: 'men',
    voice: committee,
  }),
];

const inReport = (figure: DeskFigureView): DeskFigureView => {
  const start = words.indexOf(figure.words.before + figure.words.span.text) + figure.words.before.length;
  const found = words.slice(start, start + figure.words.span.text.length) === figure.words.span.text;
  return found
    ? { ...figure, words: { ...figure.words, span: spanAt(words, start, start + figure.words.span.text.length) } }
    : figure;
};

/** The desk of the other pages, and the figures of the report: dots, ranges, open ends, threads of both kinds. */
export const figuresDesk: FiguresDesk = {
  ...desk,
  figures: [around, atLeast, recognised, dozens, nine, two, ...others].map(inReport).concat(desk.figures),
  pairs: [
    ...desk.pairs,
    {
      a: atLeast.id,
      b: recognised.id,
      kind: 'differs',
      because: [
        'the Committee counts men on its list, the prosecutor those recognised as injured',
        'whom “only 31” counts is not said',
      ],
      askNext: 'Recognised out of how many who complained?',
      judgement: null,
    },
    {
      a: nine.id,
      b: two.id,
      kind: 'contradicts',
      because: ['both count the dead of the brigade in 2019'],
      askNext: null,
      judgement: null,
    },
    {
      a: around.id,
      b: atLeast.id,
      kind: 'differs',
      because: ['the colonel speaks of one night'],
      askNext: null,
      judgement: 'not-same',
    },
  ],
};
