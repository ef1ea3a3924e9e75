import { describe, expect, test } from 'vitest';
import { sourceId, textId } from '../../domain/ids.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { FIELDS } from '../../domain/record.ts';
import { holds } from '../../domain/span.ts';
import { ABOUTS, VIOLATIONS } from '../../domain/vocabulary.ts';
import { canonicalJson } from '../../kit/canonical-json.ts';
import { propose } from './propose.ts';
import { readText } from '../read.ts';

const TEXT = `Motion asks what happened in the Karsel barracks

3 March 2021

Motion No. 2214 was tabled on 2 March 2021. The authors of the motion claim that more than 300 Ardovian conscripts were tortured in 2018, of whom 14 died. The Ardovian authorities admitted only 87 victims.

“Soldiers beat Emil Dorn, 15, in the yard,” said the lawyer Orlan Veth. Justice Minister Ansa Kerl denied it. A cadet was forced to undress with other cadets. The motion was sent to the minister. Telma Arn left Karsel.`;

const at = { source: sourceId(`src_${'a'.repeat(26)}`), text: textId(`txt_${'b'.repeat(26)}`), textWords: TEXT };
const reading = readText({ id: 'text', text: TEXT });
const proposals = propose(reading, at);
const ofKind = (kind: Proposal['kind']): Proposal[] => proposals.filter((proposal) => proposal.kind === kind);
const figure = (words: string): Proposal | undefined =>
  ofKind('figure').find((proposal) => proposal.anchors[0].text.includes(words));
const named = (proposal: Proposal | undefined, field: string): unknown[] =>
  (proposal?.fields ?? []).flatMap((proposed) =>
    proposed.field === field && proposed.value.kind === 'named' ? [proposed.value.named] : [],
  );

describe('ids', () => {
  test('P1 the same words read alike give the same proposals, each with an id of its own', () => {
    expect(propose(readText({ id: 'elsewhere', text: TEXT }), at)).toEqual(proposals);
    expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
  });
  test('P1 score, why and the reader’s version are no part of an id; text and values are', () => {
    const rescored = {
      ...reading,
      figures: reading.figures.map((read) => ({ ...read, why: ['otherwise'] })),
      reader: { version: 'x', grammar: 'english' as const, models: {} },
    };
    expect(propose(rescored, at).map(({ id }) => id)).toEqual(proposals.map(({ id }) => id));
    const other = propose(reading, { ...at, text: textId(`txt_${'c'.repeat(26)}`) });
    expect(other.map(({ id }) => id)).not.toEqual(proposals.map(({ id }) => id));
    const more = { ...reading, figures: reading.figures.map((read) => ({ ...read, comparator: 'about' as const })) };
    expect(propose(more, at).find(({ kind }) => kind === 'figure')?.id).not.toBe(ofKind('figure')[0]?.id);
  });
});

describe('fields', () => {
  test('P4 a proposal names only fields of its record, with words of the text, and says why', () => {
    expect(proposals.length).toBeGreaterThan(8);
    for (const { kind, fields, anchors, why, score } of proposals) {
      expect(why.length > 0 && score > 0 && score <= 1).toBe(true);
      expect(anchors.every((span) => holds(span, TEXT))).toBe(true);
      for (const proposed of fields) {
        expect(Object.keys(FIELDS[kind])).toContain(proposed.field);
        expect(proposed.spans.every((span) => holds(span, TEXT))).toBe(true);
      }
    }
  });
  test('P4 a summary and a reason are words, neither codes nor names of rules', () => {
    const said = 'The ministry said that Orlan Veth was held without trial for two years. The report No. 7 names him.';
    const all = [...proposals, ...propose(readText({ id: 'text', text: said }), { ...at, textWords: said })];
    expect(all.filter(({ summary }) => summary.includes('arbitrary detention'))).not.toEqual([]);
    const lines = all.flatMap(({ summary, why }) => [summary, ...why]);
    expect(lines.filter((line) => /^\w+\/[\w/-]+$/.test(line))).toEqual([]);
    const coded = [...VIOLATIONS, ...ABOUTS].filter((code) => code.includes('-'));
    expect(lines.filter((line) => coded.some((code) => line.includes(code)))).toEqual([]);
  });
  test('P2 the same person has the same key in every proposal of a text', () => {
    const [person] = ofKind('person').flatMap((proposal) =>
      proposal.summary === 'Emil Dorn' ? named(proposal, 'name') : [],
    );
    const victims = ofKind('act').flatMap((proposal) => named(proposal, 'victim'));
    expect(person).toMatchObject({ personKind: 'individual' });
    expect(victims).toContainEqual(expect.objectContaining({ key: (person as { key: string }).key }));
  });
  test('P7 a counted group is one person of kind group with its count', () => {
    const tortured = ofKind('act').find((proposal) => proposal.summary.startsWith('torture'));
    expect(named(tortured, 'victim')).toMatchObject([
      { personKind: 'group', capacity: 'group', count: { kind: 'more-than', n: 300 } },
    ]);
  });
  test('P3 a part names the proposal of its whole', () => {
    const part = figure('14')?.fields.find(({ field }) => field === 'part-of')?.value;
    expect(part).toEqual({ kind: 'proposal', proposal: figure('more than 300')?.id });
  });
});

describe('chains', () => {
  test('P3 a chain begins with who says it and goes through the work; the text’s own voice has none', () => {
    expect(figure('more than 300')?.chain.map(({ kind, to }) => [kind, to.kind, to.name])).toEqual([
      ['said-by', 'person', 'authors'],
      ['in-work', 'cited-source', 'Motion No. 2214'],
    ]);
    expect(figure('only 87')?.chain.map(({ kind }) => kind)).toEqual(['said-by']);
    expect(ofKind('act').find(({ summary }) => summary.startsWith('sexual'))?.chain).toEqual([]);
  });
  test('P4 a summary speaks in the field’s words', () => {
    expect(figure('more than 300')?.summary).toBe('more than 300 Ardovian conscripts tortured, says the authors');
  });
});

describe('capacities', () => {
  const people = new Map(
    proposals
      .flatMap(
        (proposal) =>
          [...named(proposal, 'name'), ...named(proposal, 'victim')] as { name: string; capacity: string }[],
      )
      .map(({ name, capacity }) => [name, capacity]),
  );
  test('E30 minors, victims of sexual violence and officials are told by words; a lawyer is no official', () => {
    expect(people.get('Emil Dorn')).toBe('minor');
    expect(people.get('A cadet')).toBe('victim-of-sexual-violence');
    expect(people.get('Ansa Kerl')).toBe('official');
    expect(people.get('Orlan Veth')).toBe('other');
    expect(people.get('Telma Arn')).toBe('other');
  });
  test('E30 a reader who comments is no person of the register', () => {
    const text = `${TEXT}\n\nComments\n\nNela Orsk: “May it end.”\n\nLeave a Reply`;
    const commented = propose(readText({ id: 'text', text }), { ...at, textWords: text });
    expect(commented.filter(({ kind, summary }) => kind === 'person' && summary === 'Nela Orsk')).toEqual([]);
    const voices = commented
      .flatMap(({ chain }) => chain.map(({ to }) => to))
      .filter(({ name }) => name === 'Nela Orsk');
    expect(voices.map(({ capacity }) => capacity)).toEqual(['commenter']);
  });
});

describe('voices that are not named where they speak', () => {
  const voicesIn = (text: string): unknown[] =>
    propose(readText({ id: 'text', text }), { ...at, textWords: text })
      .filter(({ kind }) => kind === 'statement')
      .map(({ chain }) => chain.map(({ to, inferred }) => [to.name, to.span.text, inferred]));

  test('P3 a pronoun speaks for whom it stands for, under the same key, and that is inferred', () => {
    const text = `Lawyer Orlan Veth visited Karsel. “Nobody was paid,” said Orlan Veth. He says: “The guards were never charged.”`;
    const said = propose(readText({ id: 'text', text }), { ...at, textWords: text }).filter(
      ({ kind }) => kind === 'statement',
    );
    expect(said.map(({ chain }) => [chain[0]?.to.name, chain[0]?.to.span.text, chain[0]?.inferred])).toEqual([
      ['Orlan Veth', 'Orlan Veth', false],
      ['Orlan Veth', 'He', true],
    ]);
    expect(new Set(said.map(({ chain }) => chain[0]?.to.key)).size).toBe(1);
  });
  test('P3 a pronoun that stands for nobody known is a voice of its own, never the source’s own', () => {
    expect(voicesIn('He says: “The guards were never charged.” The yard was empty.')).toEqual([[['He', 'He', true]]]);
  });
});

describe('the assembled reader', () => {
  test('E26 a reading has every key of the contract in its order, and the same text gives the same bytes', () => {
    expect(Object.keys(reading)).toEqual([
      'id',
      'textSha256',
      'language',
      'title',
      'published',
      'furniture',
      'mentions',
      'entities',
      'statements',
      'figures',
      'acts',
      'positions',
      'works',
      'document',
      'reader',
    ]);
    expect(JSON.stringify(readText({ id: 'text', text: TEXT }))).toBe(JSON.stringify(reading));
    expect(canonicalJson(JSON.parse(JSON.stringify(reading)))).not.toContain('undefined');
  });
  test('E26 a language without tables gets only what is language-free', () => {
    const { language, figures, acts } = readText({
      id: 'text',
      text: 'Ministerstvo oznámilo, že 44 vojáků bylo zabito a 12 zatčeno v kasárnách. Kasárny stojí u řeky a nikdo o tom nesmí mluvit ani psát.',
    });
    expect(language).not.toBe('en');
    expect([figures, acts]).toEqual([[], []]);
  });
  test('E26 the document is summed up in the labels of its acts', () => {
    expect(reading.document.violations).toEqual(expect.arrayContaining(['other', 'torture']));
    expect(reading.document.victims.map(({ name, ageGroup }) => [name, ageGroup])).toContainEqual([
      'Emil Dorn',
      'child',
    ]);
  });
});

test('P3 in Russian, too, a pronoun speaks for whom it stands for, and an office within a body is not the body', () => {
  const text =
    'Комиссия три дня слушала рассказы родственников в старой школе на берегу реки.\n\nПолковник Илья Брент заявил, что армия ушла из Карселя. Он добавил, что погибли 12 солдат. Источник в полиции сообщил, что задержаны двое.';
  const found = propose(readText({ id: 'text', text }), { ...at, textWords: text });
  const voices = found
    .filter(({ kind }) => kind === 'statement')
    .map(({ chain }) => chain.map(({ kind, to, inferred }) => [kind, to.name, to.personKind, inferred]));
  expect(voices).toEqual([
    [['said-by', 'Илья Брент', 'individual', false]],
    [['said-by', 'Илья Брент', 'individual', true]],
    [['said-by', 'Источник в полиции', 'individual', false]],
  ]);
});
