import type { Command } from 'commander';
import { refused } from '../print.ts';
import { actorOf, askPassphrase, caseFolder, type CaseOptions } from '../with-case.ts';

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the page of a case on 127.0.0.1; a second one prints the address of the first')
    .option('--case <dir>', 'the case')
    .option('--as <name>', 'the name deeds are signed under')
    .option('--port <n>', 'the port (default: a free one)')
    .action(async (options: CaseOptions & { port?: string }) => {
      const actor = actorOf(options);
      if (!actor.ok) return refused(actor.problem);
      const { alreadyServed, serveCase } = await import('../serve-case.ts');
      if (alreadyServed(caseFolder(options))) return;
      const { openCase, MACHINE } = await import('../../desk/open-case.ts');
      const opened = await openCase({ folder: caseFolder(options), passphrase: askPassphrase }, MACHINE);
      if (!opened.ok) return refused(opened.problem);
      await serveCase(opened.value, {
        actor: actor.value,
        ...(options.port === undefined ? {} : { port: options.port }),
      });
    });
}
