import type { Command } from 'commander';
import type { ModelOrder } from '../../desk/model-server.ts';
import { EXIT, err, refused } from '../print.ts';
import { askedLine, modelOrder, withProposer, type ProposerOptions } from '../proposer.ts';

const openModelFor = async (order: ModelOrder) => (await import('../../desk/read-beside.ts')).openBeside(order);

type ReadOptions = ProposerOptions & {
  readonly withText?: boolean;
  readonly jsonl?: boolean;
  readonly workers: string;
};

export function readCommand(program: Command): void {
  withProposer(program.command('read'))
    .description('read files, or texts from standard input, with no case: one reading a line')
    .argument('[file...]', 'files to read')
    .option('--with-text', 'add the text that the offsets count in')
    .option('--jsonl', 'standard input: {"id","text"} a line')
    .option('--workers <n>', 'how many texts are read at once', '1')
    .action(async (files: string[], options: ReadOptions) => {
      const workers = Number(options.workers);
      if (!Number.isInteger(workers) || workers < 1 || workers > 64 || (files.length === 0 && options.jsonl !== true)) {
        err('actum: name files to read, or use --jsonl; --workers takes a whole number from 1 to 64.');
        process.exitCode = EXIT.usage;
        return;
      }
      const order = modelOrder(options);
      if (!order.ok) return refused(order.problem);
      const { readFiles, readLines } = await import('../read-filter.ts');
      const model = order.value === null ? null : await openModelFor(order.value);
      if (model?.ok === false) return refused(model.problem);
      const how = { withText: options.withText === true, model: model?.value ?? null };
      if (options.jsonl === true) await readLines(workers, how);
      else await readFiles(files, how);
      if (how.model === null) return;
      err(askedLine(how.model.asked));
      if (how.model.asked.trouble !== null) refused(how.model.asked.trouble);
    });
}
