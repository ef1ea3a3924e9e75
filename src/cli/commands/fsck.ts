import type { Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { EXIT, json, out, progressLine } from '../print.ts';
import { withKey, type CaseOptions } from '../with-case.ts';

export function fsckCommand(program: Command): void {
  program
    .command('fsck')
    .description('check ledger, seals, signatures, checkpoints, vault and tables; exit 1 if anything is wrong')
    .option('--case <dir>', 'the case')
    .option('--json', 'print the report as one JSON object')
    .action((options: CaseOptions & { json?: boolean }) =>
      withKey(options, async (c, newId) => {
        const { runFsck } = await import('../../desk/jobs.ts');
        const line = progressLine('Checking:');
        const checked = await runFsck(c, { id: newId(), progress: line.step });
        line.end();
        if (!checked.ok) return checked;
        const report = checked.value;
        if (options.json === true) json(report);
        else {
          out(
            report.ok
              ? `All of it holds: ${report.deeds} deeds, ${report.unanchored} not anchored yet`
              : `${report.problems.length} problems in ${report.deeds} deeds`,
          );
          for (const { kind, where, what } of report.problems) out(`  ${kind}, ${where}: ${what}`);
        }
        if (!report.ok) process.exitCode = EXIT.no;
        return done(undefined);
      }),
    );
}
