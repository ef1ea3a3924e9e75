import { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';

const decision = z.object({
  proposal: z.string(),
  decision: z.enum(['accept', 'reject']),
  reason: z.string().nullish(),
});

/** One line of a file of decisions (CONTRACT): {"proposal","decision","reason"}. */
export function decisionLine(
  line: string,
  where: string,
): Outcome<{ proposal: string; decision: 'accept' | 'reject'; reason: string | null }, Problem> {
  const parsed = decision.safeParse(jsonOf(line));
  if (!parsed.success) return refuse({ kind: 'bad-input', where, why: 'it is not {"proposal","decision","reason"}' });
  return done({ proposal: parsed.data.proposal, decision: parsed.data.decision, reason: parsed.data.reason ?? null });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
