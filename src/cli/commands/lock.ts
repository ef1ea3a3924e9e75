import type { Command } from 'commander';
import { EXIT, err, out, refused } from '../print.ts';
import { askPassphrase, caseFolder, type CaseOptions } from '../with-case.ts';

export function lockCommands(program: Command): void {
  program
    .command('lock')
    .description('tell the running server to sign a checkpoint and forget the key')
    .option('--case <dir>', 'the case')
    .action((options: CaseOptions) => ask(caseFolder(options), '/api/lock', {}, 'Locked.'));
  program
    .command('unlock')
    .description('give the running server the passphrase')
    .option('--case <dir>', 'the case')
    .action(async (options: CaseOptions) => {
      const passphrase = await askPassphrase();
      if (passphrase === null) return refused({ kind: 'passphrase-needed' });
      await ask(caseFolder(options), '/api/unlock', { passphrase }, 'Unlocked.');
    });
}

/** Speaks to the process that serves the case; nowhere else is an unlocked key. */
async function ask(folder: string, path: string, body: object, said: string): Promise<void> {
  const { servingOf } = await import('../../desk/serving.ts');
  const serving = servingOf(folder);
  if (serving === undefined) return out('No server runs for this case: nothing holds its key.');
  const answer = await fetch(`http://127.0.0.1:${serving.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${serving.token}` },
    body: JSON.stringify(body),
  });
  if (answer.ok) return out(said);
  const problem = (await answer.json()) as { happened?: string; toDo?: string };
  err(`actum: ${problem.happened ?? 'The server refused.'} ${problem.toDo ?? ''}`.trim());
  process.exitCode = EXIT.refused;
}
