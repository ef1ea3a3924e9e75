import type { Judge } from '../deed.ts';

/** A judgement that stands: of each pair the last. */
export interface Judgement {
  readonly a: string;
  readonly b: string;
  readonly judgement: Judge['judgement'];
}

/** Clusters are the components of the standing `same` judgements; each is shown under its smallest (oldest) id (SPEC J2). */
export function clustersOf(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
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
