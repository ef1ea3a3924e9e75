import type { Deed, Judge, JudgementOf } from '../deed.ts';
import type { Stands } from './standing.ts';

export interface Judgement {
  readonly of: JudgementOf;
  readonly a: string;
  readonly b: string;
  readonly judgement: Judge['judgement'];
  readonly reason: string;
  readonly deed: Deed;
}

/** The key of an unordered pair. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The judgements that stand, the last one for each unordered pair. Ids are never rewritten (MECHANICS). */
export function foldJudgements(deeds: readonly Deed[], stands: Stands): Judgement[] {
  const last = new Map<string, Judgement>();
  for (const deed of deeds) {
    const { payload } = deed;
    if (payload.kind !== 'judge' || !stands(deed.id)) continue;
    const { of, a, b, judgement, reason } = payload;
    last.set(`${of} ${pairKey(a, b)}`, { of, a, b, judgement, reason, deed });
  }
  return [...last.values()];
}

/** Clusters are the components of the standing `same` judgements; each is shown under its smallest (oldest) id (SPEC J2). */
export function clustersOf(judgements: readonly Pick<Judgement, 'a' | 'b' | 'judgement'>[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { a, b, judgement } of judgements) {
    if (judgement !== 'same') continue;
    const [x, y] = [rootOf(a), rootOf(b)];
    parent.set(x < y ? y : x, x < y ? x : y);
    if (!parent.has(x < y ? x : y)) parent.set(x < y ? x : y, x < y ? x : y);
  }
  return new Map([...parent.keys()].map((id) => [id, rootOf(id)]));
}
