import { expect, test } from 'vitest';
import { scoreAttribution } from '../bench/score/attribution.mjs';
import { scoreDocuments } from '../bench/score/hrds.mjs';
import { scoreArticles } from '../bench/score/humanrights.mjs';
import { scoreRoles } from '../bench/score/muc.mjs';
import { scoreNames } from '../bench/score/names.mjs';
import { likeness, paired, sharedSize, sizeOf } from '../bench/score/spans.mjs';
import { scoreAttachment, scoreSentences, scoreTags } from '../bench/score/treebank.mjs';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};
const perfect = { precision: 100, recall: 100, f1: 100 };

test('house: units of the text count once, however many spans cover them', () => {
  const spans = [
    { start: 0, end: 5 },
    { start: 3, end: 8 },
    { start: 9, end: 9 },
  ];
  expect(sizeOf(spans)).toBe(8);
  expect(sharedSize(spans, [{ start: 4, end: 20 }])).toBe(4);
  expect(likeness(spans, [{ start: 0, end: 4 }])).toBe(0.5);
  expect(likeness([], [])).toBe(0);
});

test('house: pairs are one to one, the most alike first, none below the floor', () => {
  const alike = (one: number, other: number) => 1 - Math.abs(one - other) / 10;
  expect(paired([1, 5], [4, 2], alike, 0.5)).toEqual([
    [1, 2],
    [5, 4],
  ]);
  expect(paired([1, 2], [2], alike, 0.5)).toEqual([[2, 2]]);
  expect(paired([1], [9], alike, 0.5)).toEqual([]);
});

const SPEECH = 'The mayor of Selm, Ida Varn, said the bridge\nis closed. "We wait," she added.';
const said = [
  {
    source: [spanOf(SPEECH, 'The mayor of Selm, Ida Varn')],
    cue: [spanOf(SPEECH, 'said')],
    content: [spanOf(SPEECH, 'the bridge\nis closed')],
  },
  { source: [spanOf(SPEECH, 'she')], cue: [spanOf(SPEECH, 'added')], content: [spanOf(SPEECH, 'We wait')] },
];
const speech = [{ id: 'a', text: SPEECH, attributions: said }];

test('house: attributions: the gold as found is perfect; a source is whole by its head, exact only by its ends', () => {
  expect(scoreAttribution(speech, speech)).toEqual({ source: perfect, cue: perfect, content: perfect, whole: perfect });
  const found = [
    { source: spanOf(SPEECH, 'The mayor'), cue: null, content: [spanOf(SPEECH, 'the bridge\nis closed')] },
    { source: null, cue: spanOf(SPEECH, 'added'), content: [spanOf(SPEECH, 'We wait')] },
  ];
  const { source, cue, whole } = scoreAttribution(speech, [{ id: 'a', statements: found }]);
  expect(source).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(cue).toEqual({ precision: 100, recall: 50, f1: 66.67 });
  expect(whole?.f1).toBe(50);
});

test('house: attributions, flat: both sides are cut at line breaks, and a text without a reading counts as empty', () => {
  const lines = [{ source: [], cue: [], content: ['the bridge', 'is closed'].map((words) => spanOf(SPEECH, words)) }];
  const found = [{ id: 'a', statements: [said[0]] }];
  const { content, ...others } = scoreAttribution([{ id: 'a', text: SPEECH, attributions: lines }], found, {
    flat: true,
  });
  expect(content).toEqual(perfect);
  expect(others).not.toHaveProperty('whole');
  expect(scoreAttribution(speech, [])['content']).toEqual({ precision: 0, recall: 0, f1: 0 });
});

test('house: roles: as many entities as possible are laid one to one, without articles and case', () => {
  const gold = [{ id: 'a', roles: { Victim: [['Ida Varn', 'the mayor'], ['THE MAYOR']] }, incidentTypes: ['ATTACK'] }];
  const found = [
    { id: 'a', roles: { Victim: [['Mayor'], ['ida varn'], ['a clerk']] }, incidentTypes: ['ATTACK', 'ARSON'] },
  ];
  const { Victim, micro, incidentType } = scoreRoles(gold, found);
  expect(Victim).toEqual({ precision: 66.67, recall: 100, f1: 80 });
  expect(micro).toEqual(Victim);
  expect(incidentType).toEqual({ precision: 50, recall: 100, f1: 66.67 });
});

test('house: roles of a reading: an entity once, bodies apart from people, unnamed victims and denied acts left out', () => {
  const text = 'Rebels of the Tarn Front killed Ida Varn and two men; they shot Varn.';
  const [front, varn, short] = ['the Tarn Front', 'Ida Varn', 'Varn.'].map((words) => spanOf(text, words));
  const act = {
    violation: 'killing',
    trigger: spanOf(text, 'killed'),
    modality: 'asserted',
    perpetrators: [front, spanOf(text, 'Rebels')],
    victims: [varn, short, spanOf(text, 'two men')],
    targets: [],
    means: [],
  };
  const mentions = [
    { kind: 'organization', span: front, entity: 'e1' },
    { kind: 'person', span: varn, entity: 'e2' },
    { kind: 'person', span: short, entity: 'e2' },
  ];
  const denied = { ...act, modality: 'denied', targets: [spanOf(text, 'two men')] };
  const gold = {
    id: 'a',
    roles: { PerpOrg: [['tarn front']], PerpInd: [['rebels']], Victim: [['Ida Varn']], Target: [] },
    incidentTypes: ['ATTACK'],
  };
  const { micro, incidentType } = scoreRoles([gold], [{ id: 'a', acts: [act, denied], mentions }]);
  expect([micro, incidentType]).toEqual([perfect, perfect]);
});

test('house: documents: nothing found is "unknown", a name within a name is dropped, a country has several names', () => {
  const annotations = {
    violations: ['killing', 'arbitrary detention'],
    victims: [{ name: 'Ida Varn' }, { name: 'Varn' }, { name: null }],
    perpetratorType: 'state actor',
    country: 'the United States of America',
    year: 2021,
    month: null,
  };
  const document = {
    violations: ['killing', 'death-in-custody', 'arrest'],
    victims: [{ name: 'Ida Varn' }],
    perpetratorTypes: ['state-actor'],
    country: 'USA',
    date: { year: 2021, month: 3, day: null },
  };
  const golds = [{ id: 'a', annotations }];
  const { violation, victimExact, ...shares } = scoreDocuments(golds, [{ id: 'a', document }]);
  expect([violation, victimExact]).toEqual([perfect, perfect]);
  expect(shares).toMatchObject({ perpetratorType: 100, country: 0, countryLenient: 100, year: 100, month: 0 });
  expect(scoreDocuments([{ id: 'a', annotations: { ...annotations, violations: ['unknown'] } }], []).violation.f1).toBe(
    100,
  );
});

test('house: names: exact by ends, overlap one to one, kinds apart', () => {
  const text = 'Colonel Ida Varn of the Tarn Brigade';
  const entities = [
    { kind: 'person', spans: [spanOf(text, 'Ida Varn')] },
    { kind: 'organization', spans: [spanOf(text, 'the Tarn Brigade')] },
    { kind: 'rank', spans: [spanOf(text, 'Colonel')] },
  ];
  const mentions = [
    { kind: 'person', span: spanOf(text, 'Colonel Ida') },
    { kind: 'person', span: spanOf(text, 'Varn') },
    { kind: 'group', span: spanOf(text, 'the Tarn Brigade') },
  ];
  const { exact, overlap } = scoreNames([{ id: 'a', text, entities }], [{ id: 'a', mentions }]);
  expect(exact).toMatchObject({ person: { f1: 0 }, organization: perfect });
  expect(overlap).toMatchObject({ person: { precision: 50, recall: 100 }, organization: perfect });
});

const ARTICLE =
  'Ida Varn, a lawyer, said 12 people were held, 3 of them beaten. Varn said more. Troops killed two men.';
const figure = (id: string, words: string, more: object = {}) => ({
  id,
  number: spanOf(ARTICLE, words),
  value: Number(words),
  low: null,
  high: null,
  comparator: 'exactly',
  about: 'detained',
  subsetOf: null,
  assertedBy: spanOf(ARTICLE, 'Ida Varn'),
  ...more,
});
const article = {
  id: 'a',
  text: ARTICLE,
  figures: [figure('g1', '12'), figure('g2', '3', { subsetOf: 'g1' })],
  statements: [
    {
      content: [spanOf(ARTICLE, '12 people were held, 3 of them beaten')],
      source: spanOf(ARTICLE, 'Ida Varn'),
      sourceName: 'Ida Varn',
    },
    { content: [spanOf(ARTICLE, 'more')], source: spanOf(ARTICLE, 'Varn said'), sourceName: 'Ida Varn' },
  ],
  acts: [{ violation: 'killing', trigger: spanOf(ARTICLE, 'killed'), victims: [], perpetrators: [] }],
};

test('house: articles: the gold as found is perfect', () => {
  const figures = scoreArticles([article], [article]);
  for (const found of ['figures', 'subsetOf', 'statementContent', 'acts']) expect(figures[found]).toEqual(perfect);
  for (const share of ['valueAndComparator', 'about', 'assertedBy', 'source', 'sourceOfAll'])
    expect(figures[share]).toBe(100);
});

test('house: articles: a voice may be named elsewhere, a trigger may stand elsewhere in its sentence, a part needs its whole', () => {
  const found = {
    id: 'a',
    figures: [
      figure('f1', '12', { assertedBy: spanOf(ARTICLE, 'Varn said'), comparator: 'about' }),
      figure('f2', '3', { subsetOf: 'f2', about: 'other', assertedBy: 'author' }),
    ],
    statements: [{ content: [spanOf(ARTICLE, '12 people were held')], source: null }],
    acts: [
      { violation: 'killing', trigger: spanOf(ARTICLE, 'Troops'), victims: [], perpetrators: [] },
      { violation: 'arrest', trigger: spanOf(ARTICLE, 'killed'), victims: [], perpetrators: [] },
    ],
  };
  const figures = scoreArticles([article], [found]);
  expect(figures).toMatchObject({ valueAndComparator: 50, about: 50, assertedBy: 50, source: 0, sourceOfAll: 0 });
  expect(figures['subsetOf'].f1).toBe(0);
  expect(figures['acts']).toEqual({ precision: 50, recall: 100, f1: 66.67 });
});

test('house: treebank: boundaries are ends of sentences; words that are cut otherwise are wrong in all, left out in aligned', () => {
  const word = (start: number, end: number, tag: string) => ({ start, end, tag });
  const sentences = [
    { start: 0, end: 8, words: [word(0, 4, 'NOUN'), word(5, 8, 'VERB')] },
    { start: 9, end: 14, words: [word(9, 11, 'PRON'), word(11, 14, 'AUX')] },
  ];
  const gold = [{ id: 'a', sentences }];
  const words = [word(0, 4, 'NOUN'), word(5, 8, 'NOUN'), word(9, 14, 'PRON')];
  const found = [{ id: 'a', sentences: [{ start: 0, end: 14 }], words }];
  expect(scoreSentences(gold, found)).toEqual({ precision: 100, recall: 50, f1: 66.67 });
  expect(scoreTags(gold, found)).toEqual({ aligned: 50, all: 25, cutAlike: 50 });
});

test('house: treebank: an attachment is right with its head and its relation, subtypes aside', () => {
  const [dogs, bark, loudly] = [
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 10, end: 16 },
  ];
  const words = [
    { ...dogs, head: bark, relation: 'nsubj:outer' },
    { ...bark, head: null, relation: 'root' },
    { ...loudly, head: bark, relation: 'advmod' },
  ];
  const gold = [{ id: 'a', sentences: [{ words }] }];
  const found = [
    { ...dogs, head: bark, relation: 'nsubj' },
    { ...bark, head: null, relation: 'root' },
    { ...loudly, head: dogs, relation: 'advmod' },
  ];
  expect(scoreAttachment(gold, [{ id: 'a', words: found }])).toBe(66.67);
  expect(scoreAttachment(gold, [{ id: 'a', words: found.map((word) => ({ ...word, head: null })) }])).toBeNull();
});
