import type { Problem } from '../domain/problem.ts';
import type { Grounded, Refused } from '../read/grounded/gate.ts';

/** What a language model was asked and what came of it, in counts: never a word of a text. */
export interface Asked {
  readonly proposer: string;
  readonly texts: number;
  readonly proposed: number;
  /** What the built-in reader, or the model itself, had said already. */
  readonly known: number;
  readonly refused: Refused;
  /** Why it stopped before the last text. */
  readonly trouble: Problem | null;
}

export const nothingAsked = (proposer: string): Asked => ({
  proposer,
  texts: 0,
  proposed: 0,
  known: 0,
  refused: {},
  trouble: null,
});

/** With what came of one more text. */
export function addAsked(sum: Asked, { known, refused }: Grounded, proposed: number): Asked {
  const whys: Record<string, number> = { ...sum.refused };
  for (const [why, times] of Object.entries(refused)) whys[why] = (whys[why] ?? 0) + times;
  return {
    ...sum,
    texts: sum.texts + 1,
    proposed: sum.proposed + proposed,
    known: sum.known + known,
    refused: whys,
  };
}
