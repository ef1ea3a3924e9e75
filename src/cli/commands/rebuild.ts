import type { Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { json, out, progressLine } from '../print.ts';
import { withKey, type CaseOptions } from '../with-case.ts';

export function rebuildCommand(program: Command): void {
  program
    .command('rebuild')
    .description('make the tables anew from ledger and vault alone; the same ledger gives the same digest')
    .requiredOption('--into <dir>', 'an empty or new folder')
    .option('--case <dir>', 'the case')
    .option('--json', 'print deeds and digest as one JSON object')
    .action((options: CaseOptions & { into: string; json?: boolean }) =>
      withKey(options, async (c, newId) => {
        const { runJob } = await import('../../desk/jobs.ts');
        const line = progressLine('Deeds folded:');
        const rebuilt = await runJob(c, { kind: 'rebuild', into: options.into }, { id: newId(), progress: line.step });
        line.end();
        if (!rebuilt.ok) return rebuilt;
        if (options.json === true) json(rebuilt.value);
        else out(`${rebuilt.value.deeds} deeds, digest ${rebuilt.value.digest}`);
        return done(undefined);
      }),
    );
}
