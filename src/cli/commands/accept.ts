import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Problem } from '../../domain/problem.ts';
import { done, refuse, type Outcome } from '../../kit/outcome.ts';
import { EXIT, err, json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

interface AcceptOptions extends CaseOptions {
  readonly from?: string;
  readonly json?: boolean;
}
interface Decision {
  readonly proposal: string;
  readonly decision: 'accept' | 'reject';
  readonly reason: string | null;
}

export function acceptCommand(program: Command): void {
  program
    .command('accept')
    .description('record proposals, by id or from a file of decisions; each decision is a signed deed')
    .argument('[id...]', 'ids of proposals')
    .option('--from <file>', 'one {"proposal","decision","reason"} a line')
    .option('--as <name>', 'who decides')
    .option('--case <dir>', 'the case')
    .option('--json', 'one JSON object a decision')
    .action(async (ids: string[], options: AcceptOptions) => {
      if (ids.length === 0 && options.from === undefined) {
        err('actum: name the proposals to accept, or a file of decisions with --from.');
        process.exitCode = EXIT.usage;
        return;
      }
      await withCase(options, async (c, actor) => {
        const { accept, reject } = await import('../../desk/decide.ts');
        for await (const line of decisionsOf(ids, options.from)) {
          if (!line.ok) return line;
          const { proposal, decision, reason } = line.value;
          const decided =
            decision === 'accept' ? await accept(c, actor, proposal, []) : await reject(c, actor, proposal, reason);
          if (!decided.ok) return decided;
          const { deed, record } = decided.value;
          if (options.json === true) json({ proposal, decision, deed: deed.id, record });
          else out(`${decision === 'accept' ? 'recorded' : 'rejected'} ${proposal}`);
        }
        return done(undefined);
      });
    });
}

async function* decisionsOf(
  ids: readonly string[],
  from: string | undefined,
): AsyncGenerator<Outcome<Decision, Problem>> {
  for (const proposal of ids) yield done({ proposal, decision: 'accept', reason: null });
  if (from === undefined) return;
  const { decisionLine } = await import('../decision-line.ts');
  const input = from === '-' ? process.stdin : createReadStream(from, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      yield decisionLine(line, `${from}, line ${number}`);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) yield refuse({ kind: 'path-missing', path: from });
    else throw error;
  }
}
