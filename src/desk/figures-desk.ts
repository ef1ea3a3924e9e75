import { countBounds, isVague } from '../domain/count.ts';
import type { NameOf } from '../domain/cell.ts';
import { countWords } from '../domain/count.ts';
import { judgementsPage } from '../storage/questions/judgements.ts';
import { figuresForDesk } from '../storage/questions/figures.ts';
import { homeCounts } from '../storage/questions/home.ts';
import { pairKey, type Judged } from '../reconcile/figures.ts';
import { pairsToSettle, type PairToSettle, type ToSettle } from '../reconcile/settle.ts';
import { figureRead, figureRecorded, type Placed } from './desk-figures.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { showWords } from './texts.ts';

/** Which pairs a figure stands in, for the note beside its words: by record or proposal id. */
export type FigureRelations = ReadonlyMap<
  string,
  readonly { readonly kind: 'differs' | 'contradicts' | 'series'; readonly with: string; readonly because: string }[]
>;

export interface FiguresOnDesk {
  readonly figures: readonly Placed[];
  readonly judgements: ReadonlyMap<string, Judged>;
  readonly settle: ToSettle;
  readonly capped: boolean;
  readonly relations: FigureRelations;
}

interface Kept {
  readonly stamp: string;
  readonly desk: FiguresOnDesk;
}
const kept = new WeakMap<OpenCase, Kept>();

/** Every count of the case, recorded or only read, with what is to be settled between them (DESIGN, When two figures contradict). */
export async function figuresDesk(c: OpenCase): Promise<FiguresOnDesk> {
  const counts = await homeCounts(c.database.db);
  const stamp = `${c.ledger.size()} ${counts.waiting} ${counts.sources}`;
  const known = kept.get(c);
  if (known?.stamp === stamp) return known.desk;
  const desk = await compared(c);
  kept.set(c, { stamp, desk });
  return desk;
}

async function compared(c: OpenCase): Promise<FiguresOnDesk> {
  const { db } = c.database;
  const found = await figuresForDesk(db, c.secrets);
  const nameOf: NameOf = await namesAround(
    db,
    c.secrets,
    found.recorded.map(({ state }) => state),
  );
  const recorded = found.recorded.flatMap(({ state }) => figureRecorded(state, nameOf) ?? []);
  const became = new Map(
    found.recorded.flatMap(({ state }) =>
      state.proposals.map((proposal) => [proposal as string, state.id as string] as const),
    ),
  );
  const read = found.waiting.flatMap(({ proposal }) => figureRead(proposal, became) ?? []);
  const figures = [...recorded, ...read];
  const judgements = await judged(c, became);
  const settle = pairsToSettle(
    figures.map((placed) => placed.figure),
    judgements,
  );
  return {
    figures,
    judgements,
    settle,
    capped: found.capped || settle.capped,
    relations: relationsOf(figures, settle.pairs),
  };
}

/** Judgements by pair; one made about a proposal holds for the record it became. */
async function judged(c: OpenCase, became: ReadonlyMap<string, string>): Promise<Map<string, Judged>> {
  const map = new Map<string, Judged>();
  let after: string | null = null;
  do {
    const page = await judgementsPage(c.database.db, { of: 'figure', after });
    for (const { a, b, judgement } of page.rows) map.set(pairKey(became.get(a) ?? a, became.get(b) ?? b), judgement);
    after = page.next;
  } while (after !== null);
  return map;
}

function relationsOf(figures: readonly Placed[], pairs: readonly PairToSettle[]): FigureRelations {
  const words = new Map(figures.map(({ figure, words: at }) => [figure.id, at.span.text]));
  const relations = new Map<string, { kind: 'differs' | 'contradicts'; with: string; because: string }[]>();
  const add = (id: string, other: string, pair: PairToSettle): void => {
    const list = relations.get(id) ?? [];
    list.push({ kind: pair.kind, with: words.get(other) ?? '', because: pair.because.join('; ') });
    relations.set(id, list);
  };
  for (const pair of pairs) {
    add(pair.a, pair.b, pair);
    add(pair.b, pair.a, pair);
  }
  return relations;
}

/** The figures desk as the page shows it. */
export async function figuresView(c: OpenCase) {
  const desk = await figuresDesk(c);
  const words = new Map(desk.figures.map(({ figure, words: at }) => [figure.id, at.span.text]));
  const figures = await Promise.all(desk.figures.map((placed) => figureView(c, placed, words)));
  const pairs = desk.settle.pairs.map(({ a, b, kind, because, askNext }) => ({
    a,
    b,
    kind,
    because,
    askNext,
    judgement: desk.judgements.get(pairKey(a, b)) ?? null,
  }));
  return { figures, pairs, series: desk.settle.series, capped: desk.capped };
}

async function figureView(c: OpenCase, placed: Placed, words: ReadonlyMap<string, string>) {
  const { figure } = placed;
  const { low, high } = countBounds(figure.count);
  return {
    id: figure.id,
    record: placed.record,
    proposal: placed.proposal,
    state: placed.record === null ? ('read' as const) : ('recorded' as const),
    number: placed.number ?? countWords(figure.count),
    comparator: figure.count.kind as string,
    bounds: { low, high: high === Infinity ? null : high },
    vague: isVague(figure.count),
    about: figure.about as string,
    unit: figure.unit as string,
    ofWhom: figure.ofWhom,
    standing: figure.standing as string,
    period: figure.period,
    asOf: figure.asOf,
    partOf: figure.partOf === null ? null : (words.get(figure.partOf) ?? figure.partOf),
    sameAs: figure.sameAs,
    voice: placed.voice,
    voiceKey: figure.voiceKey,
    inferred: figure.inferred,
    chain: placed.chain,
    words: await showWords(c, placed.words),
  };
}
