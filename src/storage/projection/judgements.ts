import type { Judge } from '../../domain/deed.ts';
import type { Handle } from '../database.ts';
import { keysFor } from '../names.ts';
import { insertRows, pieces } from './insert-rows.ts';

/** A judgement and the number of its deed. The pair has no order. */
export interface JudgementEntry {
  readonly n: number;
  readonly judge: Pick<Judge, 'of' | 'a' | 'b' | 'judgement'>;
}

/** Notes judgements. They are never removed: one whose deed was taken back does not stand, and the one before does. */
export async function putJudgements(db: Handle, entries: readonly JudgementEntry[]): Promise<void> {
  for (const some of pieces(entries, 256)) {
    const keyOf = await keysFor(
      db,
      some.flatMap(({ judge }) => [judge.a, judge.b]),
    );
    const rows = some.map(({ n, judge }) => {
      const [a, b] = [keyOf(judge.a), keyOf(judge.b)];
      return { n, of: judge.of, aKey: Math.min(a, b), bKey: Math.max(a, b), judgement: judge.judgement };
    });
    await insertRows(db, 'judgement', rows, 'ignore');
  }
}
