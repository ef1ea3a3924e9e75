import { fold } from '../kit/fold.ts';
import { homeCounts } from '../storage/questions/home.ts';
import { proposalsPage, proposalsTotal } from '../storage/questions/proposals.ts';
import { figuresDesk } from './figures-desk.ts';
import type { OpenCase } from './open-case.ts';

/** What the case holds, read and recorded together, as `actum start` prints it. */
export interface Summary {
  readonly sources: number;
  readonly unread: number;
  readonly duplicates: number;
  readonly statements: number;
  readonly voices: number;
  readonly figures: number;
  /** Pairs of figures to settle: contradicts and differs. */
  readonly contradictions: number;
  readonly acts: number;
  readonly persons: number;
  readonly proposals: number;
}

export async function summaryOf(c: OpenCase): Promise<Summary> {
  const { db } = c.database;
  const { sources, unread, duplicates, waiting } = await homeCounts(db);
  const read = (kind: 'statement' | 'figure' | 'act' | 'person'): Promise<number> =>
    proposalsTotal(db, { kind, waiting: false });
  const [statements, figures, acts, persons] = [
    await read('statement'),
    await read('figure'),
    await read('act'),
    await read('person'),
  ];
  const desk = await figuresDesk(c);
  return {
    sources,
    unread,
    duplicates,
    statements,
    voices: await voices(c),
    figures,
    contradictions: desk.settle.pairs.length,
    acts,
    persons,
    proposals: waiting,
  };
}

/** Different voices among the statements read, by folded name; a voice of two texts is counted once, without a judgement that it is one. */
async function voices(c: OpenCase): Promise<number> {
  const names = new Set<string>();
  let after: string | null = null;
  do {
    const page = await proposalsPage(c.database.db, { kind: 'statement', waiting: false, after });
    for (const { proposal } of page.rows) {
      const origin = proposal.chain[0];
      if (origin !== undefined) names.add(fold(origin.to.name));
    }
    after = page.next;
  } while (after !== null);
  return names.size;
}
