import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VAGUE_FLOOR, type Count, type VagueWord } from '../domain/count.ts';
import { ABOUTS, STANDINGS } from '../domain/vocabulary.ts';
import { classOf, type DeskFigure } from './desk-figure.ts';
import { dimensionsOf } from './dimensions.ts';
import { pairKey, relate, type Judged } from './figures.ts';
import { pairsToSettle } from './settle.ts';

let made = 0;
const figure = (count: Count, more: Partial<DeskFigure> = {}): DeskFigure => ({
  id: `f${String((made += 1)).padStart(4, '0')}`,
  count,
  unit: 'person',
  about: 'tortured',
  aboutKnown: true,
  ofWhom: null,
  standing: 'plain',
  period: null,
  asOf: null,
  place: null,
  partOf: null,
  sameAs: null,
  voiceKey: `voice ${made}`,
  source: 'src_a',
  rootKey: 'src_a',
  inferred: false,
  ...more,
});
const exactly = (n: number): Count => ({ kind: 'exactly', n });
const known = { ofWhom: 'conscripts', place: 'Karsel', period: '2017', standing: 'plain', about: 'detained' } as const;

describe('relate', () => {
  test('F2 more than 300 and 350 are compatible', () => {
    expect(relate(figure({ kind: 'more-than', n: 300 }), figure(exactly(350)), null).kind).toBe('compatible');
  });
  test('F3 disjoint counts contradict where every respect is attested the same', () => {
    expect(relate(figure(exactly(11), known), figure(exactly(14), known), null).kind).toBe('contradicts');
  });
  test.each(['ofWhom', 'place', 'period'] as const)(
    'F3 with %s unknown they only differ, and the desk asks for it',
    (dimension) => {
      const related = relate(figure(exactly(11), known), figure(exactly(14), { ...known, [dimension]: null }), null);
      expect(related.kind).toBe('differs');
      expect(related.askNext).not.toBeNull();
    },
  );
  test('F3 another place, time or class sets them apart', () => {
    const a = figure(exactly(11), known);
    expect(relate(a, figure(exactly(14), { ...known, place: 'Selm' }), null).kind).toBe('apart');
    expect(relate(a, figure(exactly(14), { ...known, period: '2019' }), null).kind).toBe('apart');
    expect(relate(a, figure(exactly(14), { ...known, about: 'convicted' }), null).kind).toBe('apart');
    expect(relate(a, figure(exactly(14), { ...known, place: 'Qərsəl' }), null).kind).toBe('differs');
  });
  test('F4 a vague word only differs', () => {
    expect(relate(figure(exactly(11), known), figure({ kind: 'vague', word: 'dozens' }, known), null).kind).toBe(
      'differs',
    );
    expect(relate(figure({ kind: 'more-than', n: 300 }), figure({ kind: 'vague', word: 'hundreds' }), null).kind).toBe(
      'compatible',
    );
  });
  test('F5 recognised people are a lower bound once the population is judged the same', () => {
    const all = figure({ kind: 'more-than', n: 300 }, { standing: 'alleged', ofWhom: 'servicemen' });
    const some = figure(
      { kind: 'only', n: 87 },
      { standing: 'recognised', about: 'other', aboutKnown: false, ofWhom: 'victims' },
    );
    expect(relate(all, some, null)).toMatchObject({
      kind: 'differs',
      askNext: 'Recognised, alleged or plainly stated: out of how many?',
    });
    expect(relate(all, some, 'same').kind).toBe('compatible');
    expect(relate(figure(exactly(70)), some, 'same').kind).toBe('contradicts');
    expect(relate(all, some, 'not-same').kind).toBe('apart');
  });
  test('F6 a part larger than its whole contradicts it; a smaller one is compatible', () => {
    const whole = figure(exactly(40));
    expect(relate(figure(exactly(50), { partOf: whole.id, about: 'died' }), whole, null).kind).toBe('contradicts');
    expect(relate(figure(exactly(11), { partOf: whole.id, about: 'died' }), whole, null).kind).toBe('compatible');
  });
  test('F7 rising counts of one voice with later as-of dates are a series', () => {
    const early = figure(exactly(11), { ...known, voiceKey: 'council', asOf: '2020-01' });
    const late = figure(exactly(14), { ...known, voiceKey: 'council', asOf: '2021-03' });
    expect(relate(late, early, null).kind).toBe('series');
    expect(relate({ ...late, voiceKey: 'court' }, early, null).kind).toBe('differs');
    expect(relate({ ...late, asOf: '2019' }, early, null).kind).toBe('contradicts');
  });
  test('F8 “only” bounds as exactly', () => {
    expect(relate(figure({ kind: 'only', n: 87 }, known), figure(exactly(95), known), null).kind).toBe('contradicts');
  });
  test('F9 one voice that counts two peoples apart in one source contradicts nothing', () => {
    const one = { ...known, voiceKey: 'council', ofWhom: 'students' };
    expect(relate(figure(exactly(27), one), figure(exactly(3), { ...one, ofWhom: 'teachers' }), null).kind).toBe(
      'apart',
    );
  });
});

const word = fc.constantFrom(...(Object.keys(VAGUE_FLOOR) as VagueWord[]));
const n = fc.integer({ min: 0, max: 400 });
const count: fc.Arbitrary<Count> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('exactly', 'only', 'more-than', 'at-least', 'less-than', 'at-most', 'about', 'nearly'),
    n,
  }) as fc.Arbitrary<Count>,
  fc.record({ kind: fc.constant('vague'), word }) as fc.Arbitrary<Count>,
  fc.tuple(n, n).map(([a, b]): Count => ({ kind: 'between', low: Math.min(a, b), high: Math.max(a, b) })),
);
const maybe = (...values: string[]): fc.Arbitrary<string | null> => fc.constantFrom(null, ...values);
const anyFigure: fc.Arbitrary<DeskFigure> = fc.record({
  id: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5', 'f6'),
  count,
  unit: fc.constantFrom('person', 'act'),
  about: fc.constantFrom(...ABOUTS),
  aboutKnown: fc.boolean(),
  ofWhom: maybe('conscripts', 'servicemen'),
  standing: fc.constantFrom(...STANDINGS),
  period: maybe('2017', '2017-05/2017-06', '2019'),
  asOf: maybe('2020', '2021-03'),
  place: maybe('Karsel', 'Kyarsel', 'Selm'),
  partOf: maybe('f1', 'f2'),
  sameAs: maybe('f1'),
  voiceKey: fc.constantFrom('council', 'court'),
  source: fc.constantFrom('src_a', 'src_b'),
  rootKey: fc.constantFrom('src_a', 'src_b'),
  inferred: fc.boolean(),
});
const judged = fc.constantFrom<Judged>('same', 'not-same', 'unsure', null);

test('F2 relating is symmetric', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, judged, (a, b, judgement) => {
      fc.pre(!(a.partOf === b.id && b.partOf === a.id));
      expect(relate(a, b, judgement)).toEqual(relate(b, a, judgement));
    }),
    { numRuns: 2000 },
  );
});
test('F2 no count stands against itself', () => {
  fc.assert(
    fc.property(anyFigure, judged, (a, judgement) => {
      expect(relate(a, a, judgement).kind).toBe('same');
    }),
  );
});
test('F3 a contradiction has no unknown respect, no vague word, or a judgement or a part behind it', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, judged, (a, b, judgement) => {
      fc.pre(a.id !== b.id && relate(a, b, judgement).kind === 'contradicts');
      expect([a.count.kind, b.count.kind]).not.toContain('vague');
      const part = a.partOf === b.id || b.partOf === a.id;
      expect(part || judgement === 'same' || dimensionsOf(a, b).every(({ alike }) => alike === 'same')).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

describe('pairsToSettle', () => {
  const council = { voiceKey: 'council', standing: 'alleged' } as const;
  const tortured = figure({ kind: 'more-than', n: 240 }, { ...council, ofWhom: 'Ardovian servicemen' });
  const died = figure(exactly(9), { ...council, about: 'died', partOf: tortured.id });
  const again = figure(exactly(9), { ...council, about: 'killed', sameAs: died.id });
  const hundreds = figure({ kind: 'vague', word: 'hundreds' }, { voiceKey: 'author:src_a' });
  const dozens = figure({ kind: 'vague', word: 'dozens' }, { voiceKey: 'author:src_a', about: 'killed' });
  const recognised = figure(
    { kind: 'only', n: 61 },
    { voiceKey: 'ministry', standing: 'recognised', about: 'other', aboutKnown: false, ofWhom: 'victims' },
  );
  const convicted = figure(exactly(17), { about: 'convicted' });
  const acquitted = figure(exactly(4), { about: 'acquitted', partOf: again.id });
  const nobody = figure(exactly(0), { about: 'other', aboutKnown: false });
  const signed = figure(exactly(18), { about: 'participating' });
  const detained = figure({ kind: 'more-than', n: 400 }, { about: 'detained' });
  const desk = [tortured, died, again, hundreds, dozens, recognised, convicted, acquitted, nobody, signed, detained];

  test('F10 of one article’s counts only those of one class that cannot both be true are to be settled', () => {
    const { pairs, series, capped } = pairsToSettle(desk, new Map());
    expect(pairs.map(({ a, b, kind }) => `${pairKey(a, b)} ${kind}`)).toEqual([
      `${pairKey(tortured.id, recognised.id)} differs`,
      `${pairKey(died.id, dozens.id)} differs`,
    ]);
    expect([series, capped]).toEqual([[], false]);
  });
  test('F10 a judgement takes a pair off the desk', () => {
    const judgements = new Map<string, Judged>([
      [pairKey(tortured.id, recognised.id), 'same'],
      [pairKey(died.id, dozens.id), 'not-same'],
    ]);
    expect(pairsToSettle([tortured, died, dozens, recognised], judgements).pairs).toEqual([]);
  });
  test('F11 reprints and counts said again stand for one', () => {
    const reprint = { ...recognised, id: 'f9999', source: 'src_b' };
    expect(pairsToSettle([tortured, recognised, reprint], new Map()).pairs).toHaveLength(1);
    expect(pairsToSettle([tortured, recognised, { ...reprint, rootKey: 'src_b' }], new Map()).pairs).toHaveLength(1);
    const another = { ...reprint, rootKey: 'src_b', ofWhom: 'Ardovian servicemen' };
    expect(pairsToSettle([tortured, recognised, another], new Map()).pairs).toHaveLength(2);
  });
  test('F11 a judgement about a count holds wherever the same is said again', () => {
    const reprint = { ...recognised, id: 'f0000', source: 'src_b', rootKey: 'src_b' };
    const judgements = new Map<string, Judged>([[pairKey(tortured.id, recognised.id), 'not-same']]);
    expect(pairsToSettle([tortured, recognised, reprint], judgements).pairs).toEqual([]);
  });
  test('F13 counts of two sources that only differ are listed where something ties them', () => {
    const here = figure(exactly(7), { about: 'died', source: 'src_a', rootKey: 'src_a' });
    const there = figure(exactly(12), { about: 'died', source: 'src_b', rootKey: 'src_b' });
    expect(relate(here, there, null).kind).toBe('differs');
    expect(pairsToSettle([here, there], new Map()).pairs).toEqual([]);
    const tied = [
      { ...here, ofWhom: 'servicemen' },
      { ...there, ofWhom: 'Servicemen' },
    ];
    expect(pairsToSettle(tied, new Map()).pairs).toHaveLength(1);
  });
  test('F13 a share of a count stands beside its whole, not beside other totals', () => {
    const whole = figure(exactly(112), { ofWhom: 'servicemen' });
    const share = figure(exactly(97), { ofWhom: 'servicemen', partOf: whole.id });
    const other = figure(exactly(300), { ofWhom: 'servicemen', source: 'src_b', rootKey: 'src_b' });
    expect(pairsToSettle([whole, share, other], new Map()).pairs.map(({ a, b }) => pairKey(a, b))).toEqual([
      pairKey(whole.id, other.id),
    ]);
  });
  test('F10 what contradicts stands before what only differs', () => {
    const whom = { ofWhom: 'servicemen', place: 'Karsel', period: '2019' } as const;
    const [few, many] = [
      figure(exactly(7), { ...whom, about: 'died' }),
      figure(exactly(11), { ...whom, about: 'died' }),
    ];
    const kinds = pairsToSettle([...desk, few, many], new Map()).pairs.map(({ kind }) => kind);
    expect(kinds[0]).toBe('contradicts');
    expect(kinds).toContain('differs');
  });
  test('F12 a big case is capped and says so', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      figure(exactly(at + 1), { ...known, rootKey: `src_${at}`, source: `src_${at}` }),
    );
    const { pairs, capped } = pairsToSettle(many, new Map());
    expect(capped).toBe(true);
    expect(pairs).toHaveLength(500);
  });
  test('F7 a series is given as one, earliest first', () => {
    const counts = [3, 1, 2].map((at) => figure(exactly(at * 10), { ...known, voiceKey: 'council', asOf: `202${at}` }));
    expect(pairsToSettle(counts, new Map()).series.map(({ figures }) => figures)).toEqual([
      [counts[1]!.id, counts[2]!.id, counts[0]!.id],
    ]);
    expect(pairsToSettle(counts, new Map()).pairs).toEqual([]);
  });
});

test('F9 a count that does not say what it counts is compared with nothing', () => {
  expect(classOf(figure(exactly(3), { about: 'other', aboutKnown: false }))).toBeNull();
});
