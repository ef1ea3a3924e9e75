import type { Command } from 'commander';
import type { CaseOptions } from '../with-case.ts';

interface StartOptions extends CaseOptions {
  readonly serve: boolean;
  readonly json?: boolean;
  readonly port?: string;
}

export function startCommand(program: Command): void {
  program
    .command('start')
    .description('make the case if there is none, take files into custody, read them, serve the page')
    .argument('<path...>', 'files and folders, taken recursively')
    .option('--case <dir>', 'the case (default: ./case.actum)')
    .option('--as <name>', 'the name deeds are signed under')
    .option('--no-serve', 'do not serve the page')
    .option('--json', 'print the summary as one JSON object')
    .option('--port <n>', 'the port of the page (default: a free one)')
    .action(async (paths: string[], options: StartOptions) => {
      const { start } = await import('../start.ts');
      await start(paths, options);
    });
}
