import type { Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

export function checkpointCommand(program: Command): void {
  program
    .command('checkpoint')
    .description('sign the ledger as it stands and print the note')
    .option('--case <dir>', 'the case')
    .action((options: CaseOptions) =>
      withCase(options, async (c) => {
        const { checkpoint } = await import('../../desk/checkpoint.ts');
        const note = await checkpoint(c);
        if (!note.ok) return note;
        out(note.value.note.trimEnd());
        return done(undefined);
      }),
    );
}
