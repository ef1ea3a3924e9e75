import type { Command } from 'commander';
import { EXIT, err } from '../print.ts';

export function readCommand(program: Command): void {
  program
    .command('read')
    .description('read files, or texts from standard input, with no case: one reading a line')
    .argument('[file...]', 'files to read')
    .option('--with-text', 'add the text that the offsets count in')
    .option('--jsonl', 'standard input: {"id","text"} a line')
    .option('--workers <n>', 'how many texts are read at once', '1')
    .action(async (files: string[], options: { withText?: boolean; jsonl?: boolean; workers: string }) => {
      const workers = Number(options.workers);
      if (!Number.isInteger(workers) || workers < 1 || workers > 64 || (files.length === 0 && options.jsonl !== true)) {
        err('actum: name files to read, or use --jsonl; --workers takes a whole number from 1 to 64.');
        process.exitCode = EXIT.usage;
        return;
      }
      const { readFiles, readLines } = await import('../read-filter.ts');
      if (options.jsonl === true) await readLines(workers, options.withText === true);
      else await readFiles(files, options.withText === true);
    });
}
