import type { Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { EXIT, err, out } from '../print.ts';
import { askPassphrase, passphraseIn, withCase, type CaseOptions } from '../with-case.ts';

export function passphraseCommand(program: Command): void {
  program
    .command('passphrase')
    .description('set, change or remove the passphrase of the case')
    .option('--case <dir>', 'the case')
    .option('--remove', 'remove it: the key then lies beside the case')
    .option('--new-file <file>', 'read the new passphrase from a file')
    .action((options: CaseOptions & { remove?: boolean; newFile?: string }) =>
      withCase(options, async (c) => {
        const { changePassphrase } = await import('../../desk/passphrase.ts');
        const given =
          options.newFile === undefined ? await typedTwice(options.remove === true) : passphraseIn(options.newFile);
        const next = options.remove === true ? null : given;
        if (next === undefined || next === '') {
          err('actum: no new passphrase was given, or the two did not match; nothing was changed.');
          process.exitCode = EXIT.usage;
          return done(undefined);
        }
        const changed = await changePassphrase(c, next);
        if (!changed.ok) return changed;
        out(
          next === null
            ? 'Removed: the key lies beside the case now.'
            : 'Set. Without it nobody can open the case: keep it.',
        );
        return done(undefined);
      }),
    );
}

async function typedTwice(removing: boolean): Promise<string | undefined> {
  if (removing || !process.stdin.isTTY) return undefined;
  const file = process.env['ACTUM_PASSPHRASE_FILE'];
  delete process.env['ACTUM_PASSPHRASE_FILE'];
  const first = await askPassphrase('New passphrase: ');
  const second = await askPassphrase('Again: ');
  if (file !== undefined) process.env['ACTUM_PASSPHRASE_FILE'] = file;
  return first !== null && first === second ? first : undefined;
}
