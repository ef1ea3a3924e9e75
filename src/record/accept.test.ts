import { expect, test } from 'vitest';
import type { Recording } from '../domain/deed.ts';
import { proposalId, recordId, sourceId, textId } from '../domain/ids.ts';
import type { NamedHere, Proposal, ProposedField } from '../domain/proposal.ts';
import { acceptProposal, type Acceptance, type Change } from './accept.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const span = (text: string, start = 0) => ({ start, end: start + text.length, text });
const named = (name: string, over: Partial<NamedHere> = {}): NamedHere => ({
  key: name.toLowerCase(),
  kind: 'person',
  name,
  personKind: 'individual',
  capacity: 'victim',
  count: null,
  span: span(name, 10),
  ...over,
});
const field = (name: string, value: ProposedField['value'], words: string): ProposedField => ({
  field: name,
  value,
  spans: [span(words)],
  inferred: false,
});

const base: Proposal = {
  id: proposalId(`prp_${'b'.repeat(26)}`),
  kind: 'act',
  source: sourceId(`src_${'b'.repeat(26)}`),
  text: textId(`txt_${'b'.repeat(26)}`),
  anchors: [span('were beaten')],
  fields: [field('violation', { kind: 'code', code: 'torture' }, 'beaten')],
  perpetrators: [],
  chain: [],
  summary: 'torture',
  score: 1,
  why: [],
};

function accept(proposal: Proposal, over: Partial<Acceptance> = {}): Recording {
  let n = 0;
  const outcome = acceptProposal({
    proposal,
    reader: '1',
    changes: [],
    known: () => undefined,
    nameKey: (who) => `nam_${who.key}`,
    became: () => undefined,
    newId: () => uuid((n += 1)),
    ...over,
  });
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}
const kinds = (recording: Recording): string[] => recording.made.map((made) => made.kind).sort();
const victims = (...names: NamedHere[]): Proposal => ({
  ...base,
  fields: [...base.fields, ...names.map((who) => field('victim', { kind: 'named', named: who }, who.name))],
});

test('P6 several victims are several acts in one event; the persons are made in the same deed', () => {
  const recording = accept(victims(named('Emil Dorn'), named('Ruslan Ket')));
  expect(kinds(recording)).toEqual(['act', 'act', 'event', 'person', 'person']);
  expect(recording.made[0]?.kind).toBe('act');
  expect(recording.claims.filter((claim) => claim.field === 'event')).toHaveLength(2);
});

test('P7 a counted group is one person of kind group and one act, never as many records', () => {
  const group = named('eleven servicemen', {
    personKind: 'group',
    capacity: 'group',
    count: { kind: 'exactly', n: 11 },
  });
  const recording = accept(victims(group));
  expect(kinds(recording)).toEqual(['act', 'person']);
  expect(recording.claims.find((claim) => claim.field === 'count')?.value).toEqual({
    kind: 'count',
    count: { kind: 'exactly', n: 11 },
  });
});

test('P8 a person this text already has is not made again', () => {
  const known = recordId(uuid(500));
  const recording = accept(victims(named('Emil Dorn')), { known: () => known });
  expect(kinds(recording)).toEqual(['act']);
  expect(recording.claims.find((claim) => claim.field === 'victim')?.value).toEqual({ kind: 'record', record: known });
});

test('N2 persons are guarded from the first day: by capacity, and protected as victims of sexual violence', () => {
  const marks = (recording: Recording): string[] => recording.marks.map((mark) => mark.sensitivity).sort();
  expect(marks(accept(victims(named('Emil Dorn'))))).toEqual(['restricted']);
  const sexual = { ...victims(named('Emil Dorn')) };
  expect(
    marks(
      accept({
        ...sexual,
        fields: sexual.fields.map((entry) =>
          entry.field === 'violation' ? field('violation', { kind: 'code', code: 'sexual-violence' }, 'forced') : entry,
        ),
      }),
    ),
  ).toEqual(['protected']);
  expect(
    marks(
      accept({
        ...base,
        chain: [
          { kind: 'said-by', to: named('The Ministry', { personKind: 'body', capacity: 'body' }), inferred: false },
        ],
      }),
    ),
  ).toEqual(['public-role']);
});

test('A1 every claim that an acceptance writes has its words', () => {
  const recording = accept({
    ...victims(named('Emil Dorn'), named('Ruslan Ket')),
    perpetrators: [named('Captain Orm', { capacity: 'accused' })],
  });
  expect(recording.claims.length).toBeGreaterThan(8);
  for (const claim of recording.claims) expect(claim.attestedBy.length).toBeGreaterThan(0);
  expect(recording.made.filter((made) => made.kind === 'involvement')).toHaveLength(2);
});

test('P9 an amendment keeps what was proposed beside what is recorded, and needs words for a new value', () => {
  const change: Change = { field: 'violation', value: { kind: 'code', code: 'ill-treatment' }, words: null };
  const recording = accept(base, { changes: [change] });
  expect(recording.amended).toBe('torture');
  expect(recording.claims[0]?.value).toEqual({ kind: 'code', code: 'ill-treatment' });
  const wordless = acceptProposal({
    proposal: base,
    reader: '1',
    changes: [{ field: 'where', value: { kind: 'text', text: 'Karsel' }, words: null }],
    known: () => undefined,
    nameKey: () => 'nam_x',
    became: () => undefined,
    newId: () => uuid(1),
  });
  expect(wordless).toEqual({ ok: false, problem: { kind: 'words-missing', field: 'where' } });
});

const chosen = (name: string, value: Change['value'], words: Change['words'] = null): readonly Change[] => [
  { field: name, value, words },
];

test('P9 a person is amended to a record of the register, on the words that were read', () => {
  const other = recordId(uuid(700));
  const changes = chosen('victim', { kind: 'record', record: other });
  const recording = accept(victims(named('Emil Dorn')), { changes });
  expect(kinds(recording)).toEqual(['act']);
  expect(recording.claims.find((claim) => claim.field === 'victim')).toMatchObject({
    value: { kind: 'record', record: other },
    attestedBy: [{ span: { text: 'Emil Dorn' } }],
  });
});

test('P9 a person is amended to another that this text names, made in the same deed unless the text has them', () => {
  const changes = chosen('victim', { kind: 'named', named: named('Ruslan Ket') });
  const recording = accept(victims(named('Emil Dorn')), { changes });
  expect(recording.made.map(({ kind, named: key }) => [kind, key])).toEqual([
    ['act', null],
    ['person', 'nam_ruslan ket'],
  ]);
  const known = recordId(uuid(500));
  expect(kinds(accept(victims(named('Emil Dorn')), { changes, known: () => known }))).toEqual(['act']);
});

test('P9 victims that were amended are counted as they are recorded: two make two acts, one or none make one', () => {
  const two = victims(named('Emil Dorn'), named('Ruslan Ket'));
  const acts = (changes: readonly Change[], proposal = two): number =>
    kinds(accept(proposal, { changes })).filter((kind) => kind === 'act').length;
  const other = (n: number): Change['value'] => ({ kind: 'record', record: recordId(uuid(n)) });
  expect(acts(chosen('victim', null))).toBe(1);
  expect(acts(chosen('victim', other(700)))).toBe(1);
  expect(acts([...chosen('victim', other(700)), ...chosen('victim', other(701))], victims(named('Emil Dorn')))).toBe(2);
  expect(accept(two, { changes: chosen('victim', null) }).made).toHaveLength(1);
});

test('P9 a statement laid to another voice comes from that voice, and goes on through the same work', () => {
  const motion = named('Motion No. 77', { kind: 'cited-source', personKind: null });
  const proposal: Proposal = {
    ...base,
    kind: 'statement',
    fields: [field('said-by', { kind: 'named', named: named('a lawyer') }, 'a lawyer')],
    chain: [
      { kind: 'said-by', to: named('a lawyer'), inferred: false },
      { kind: 'in-work', to: motion, inferred: false },
    ],
  };
  const other = recordId(uuid(700));
  const chainOf = (value: Change['value']): string[] => {
    const recording = accept(proposal, {
      changes: [...chosen('said-by', value), ...chosen('content', WORDS, WORDS_AT)],
    });
    expect(recording.made.some((made) => made.named === 'nam_a lawyer')).toBe(false);
    const chain = recording.claims.find((claim) => claim.field === 'content')?.chain ?? [];
    return chain.map((link) => (link.to === other ? `${link.kind} other` : link.kind));
  };
  expect(chainOf({ kind: 'record', record: other })).toEqual(['said-by other', 'in-work']);
  expect(chainOf(null)).toEqual(['in-work']);
});
const WORDS: Change['value'] = { kind: 'text', text: 'they were beaten' };
const WORDS_AT = [span('they were beaten')];

test('N2 whoever becomes the victim of sexual violence by an amendment is protected too; who no longer is, is not named', () => {
  const changes = [
    ...chosen('violation', { kind: 'code', code: 'sexual-violence' }),
    ...chosen('victim', { kind: 'record', record: recordId(uuid(700)) }),
  ];
  expect(accept(victims(named('Emil Dorn')), { changes }).marks).toEqual([
    { person: uuid(700), sensitivity: 'protected' },
  ]);
});

test('A5 a value must fit its field', () => {
  const wrong = (value: Change['value'], name = 'violation') =>
    acceptProposal({
      proposal: base,
      reader: '1',
      changes: [{ field: name, value, words: [span('beaten')] }],
      known: () => undefined,
      nameKey: () => 'nam_x',
      became: () => undefined,
      newId: () => uuid(1),
    });
  expect(wrong({ kind: 'code', code: 'bad-manners' }).ok).toBe(false);
  expect(wrong({ kind: 'text', text: 'torture' }).ok).toBe(false);
  expect(wrong({ kind: 'when', edtf: '2017-13-40' }, 'when').ok).toBe(false);
  expect(wrong({ kind: 'text', text: 'x' }, 'colour').ok).toBe(false);
  expect(wrong({ kind: 'text', text: 'Emil Dorn' }, 'victim').ok).toBe(false);
  expect(wrong({ kind: 'named', named: named('Emil Dorn') }, 'where').ok).toBe(false);
  expect(wrong({ kind: 'named', named: named('Motion No. 77', { kind: 'cited-source' }) }, 'victim').ok).toBe(false);
});
