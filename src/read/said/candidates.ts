import { bestLabels } from '../model/sequence.ts';

/** What a stretch of words is in an attribution. Its labels are `2 * role + 1` where it begins and one more inside. */
export const Role = { source: 0, cue: 1, content: 2 } as const;
export type Role = (typeof Role)[keyof typeof Role];

export const LABELS = ['outside', 'source-begins', 'source', 'cue-begins', 'cue', 'content-begins', 'content'] as const;
const WIDTH = LABELS.length;

/** "Inside" only follows its own kind. */
export const mayFollow = (previous: number, next: number): boolean =>
  next === 0 || next % 2 === 1 || previous === next || previous === next - 1;

/** Tokens that may be a source, a cue or a content. */
export interface Candidate {
  readonly role: Role;
  readonly first: number;
  readonly last: number;
  /** How much worse the best reading with it is than the best of all, in steps 0-7. */
  readonly worse: number;
  /** How much better its labels are by themselves than none, in steps. */
  readonly gain: number;
  /** How many better ones of its role, and of other roles, it overlaps: at most 4 and 3. */
  readonly rivals: number;
  readonly others: number;
  /** The token whose governor stands outside. */
  readonly head: number;
  score: number;
}

export interface FirstPass {
  /** Label of each token in the best reading. */
  readonly labels: Uint8Array;
  readonly spans: readonly Found[];
}

export interface Found {
  readonly role: Role;
  readonly first: number;
  readonly last: number;
  readonly deficit: number;
  /** How much better its labels are by themselves than none. */
  readonly gain: number;
}

interface Marginals {
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly best: number;
  readonly length: number;
}

const LONGEST = [30, 14, 160] as const;
const MOST = [
  { share: 0.2, least: 6, most: 20 },
  { share: 0.2, least: 6, most: 20 },
  { share: 0.45, least: 12, most: 50 },
] as const;

/** The best reading of a passage and every span that some reading no more than `most` worse holds, by role, best first. */
export function firstPass(emissions: Float64Array, transitions: Float64Array, most: number): FirstPass {
  const marginals = marginalsOf(emissions, transitions);
  const spans: Found[] = [];
  for (const role of [Role.source, Role.cue, Role.content]) {
    const found = spansOf(marginals, role, most).sort(
      (a, b) => a.deficit - b.deficit || a.first - b.first || a.last - b.last,
    );
    const { share, least, most: cap } = MOST[role];
    spans.push(...found.slice(0, Math.ceil(Math.min(cap, Math.max(least, marginals.length * share)))));
  }
  return { labels: bestLabels(emissions, transitions, WIDTH), spans };
}

function marginalsOf(emissions: Float64Array, transitions: Float64Array): Marginals {
  const length = emissions.length / WIDTH;
  const forward = new Float64Array(emissions.length);
  const backward = new Float64Array(emissions.length);
  for (let at = 0; at < length; at += 1)
    for (let k = 0; k < WIDTH; k += 1)
      forward[at * WIDTH + k] = entryOf(forward, transitions, at, k) + (emissions[at * WIDTH + k] ?? 0);
  for (let at = length - 2; at >= 0; at -= 1)
    for (let k = 0; k < WIDTH; k += 1)
      backward[at * WIDTH + k] = exitOf({ emissions, transitions, backward }, at + 1, k, -1);
  let best = -Infinity;
  for (let k = 0; k < WIDTH; k += 1) best = Math.max(best, forward[(length - 1) * WIDTH + k] ?? 0);
  return { emissions, transitions, forward, backward, best, length };
}

/** Score of the best way into label `k` at a token. */
function entryOf(forward: Float64Array, transitions: Float64Array, at: number, k: number): number {
  if (at === 0) return transitions[WIDTH * WIDTH + k] ?? 0;
  let best = -Infinity;
  for (let j = 0; j < WIDTH; j += 1) {
    const score = (forward[(at - 1) * WIDTH + j] ?? 0) + (transitions[j * WIDTH + k] ?? 0);
    if (score > best) best = score;
  }
  return best;
}

/** Score of the best way on from label `k` into token `at`, by any label but `barred`. */
function exitOf(
  { emissions, transitions, backward }: Pick<Marginals, 'emissions' | 'transitions' | 'backward'>,
  at: number,
  k: number,
  barred: number,
): number {
  let best = -Infinity;
  for (let next = 0; next < WIDTH; next += 1) {
    if (next === barred) continue;
    const cell = at * WIDTH + next;
    const score = (transitions[k * WIDTH + next] ?? 0) + (emissions[cell] ?? 0) + (backward[cell] ?? 0);
    if (score > best) best = score;
  }
  return best;
}

function spansOf(marginals: Marginals, role: Role, most: number): Found[] {
  const { emissions, transitions, forward, backward, best, length } = marginals;
  const begins = 2 * role + 1;
  const inside = begins + 1;
  const found: Found[] = [];
  const [endShort, endLong] = [new Float64Array(length + 1), new Float64Array(length + 1)];
  for (let at = 1; at < length; at += 1) {
    endShort[at] = exitOf(marginals, at, begins, inside);
    endLong[at] = exitOf(marginals, at, inside, inside);
  }
  for (let first = 0; first < length; first += 1) {
    const cell = first * WIDTH + begins;
    let score = forward[cell] ?? 0;
    let gain = (emissions[cell] ?? 0) - (emissions[first * WIDTH] ?? 0);
    if (best - score - (backward[cell] ?? 0) > most) continue;
    const limit = Math.min(length, first + LONGEST[role]);
    for (let last = first + 1; last <= limit; last += 1) {
      if (last - first > 1) {
        const at = (last - 1) * WIDTH + inside;
        const step = (transitions[(last - first === 2 ? begins : inside) * WIDTH + inside] ?? 0) + (emissions[at] ?? 0);
        score += step;
        gain += step - (emissions[(last - 1) * WIDTH] ?? 0) - (transitions[0] ?? 0);
        if (best - score - (backward[at] ?? 0) > most) break;
      }
      const deficit = best - score - ((last - first === 1 ? endShort[last] : endLong[last]) ?? 0);
      if (deficit <= most) found.push({ role, first, last, deficit, gain });
    }
  }
  return found;
}

const STEPS = [0, 1, 2, 4, 7, 12, 20] as const;

/** 0-7; `unit` is the stored mean distance of the best label to the next, counted as 10. */
function worseOf(deficit: number, unit: number): number {
  const scaled = (deficit * 10) / unit;
  let step = 0;
  while (step < STEPS.length && scaled > (STEPS[step] ?? 0) + 1e-9) step += 1;
  return step;
}

/** The spans as candidates, in the order of the text; `offset` is the passage's first token. */
export function candidatesOf(spans: readonly Found[], offset: number, unit: number, heads: Int32Array): Candidate[] {
  const candidates = spans.map((span): Candidate => {
    let [rivals, others] = [0, 0];
    for (const other of spans) {
      if (other.deficit >= span.deficit || other.first >= span.last || other.last <= span.first) continue;
      if (other.role === span.role) rivals += 1;
      else others += 1;
    }
    const [first, last] = [span.first + offset, span.last + offset];
    return {
      role: span.role,
      first,
      last,
      worse: worseOf(span.deficit, unit),
      gain: Math.max(-8, Math.min(24, Math.round((span.gain * 2) / unit))),
      rivals: Math.min(rivals, 4),
      others: Math.min(others, 3),
      head: headOf(heads, first, last),
      score: 0,
    };
  });
  return candidates.sort((a, b) => a.first - b.first || a.last - b.last || a.role - b.role);
}

export function headOf(heads: Int32Array, first: number, last: number): number {
  for (let at = first; at < last; at += 1) {
    const head = heads[at] ?? -1;
    if (head < first || head >= last) return at;
  }
  return first;
}
