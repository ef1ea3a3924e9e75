import { Option, type Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

const KINDS = ['figure', 'statement', 'act', 'person', 'cited-source'] as const;

export function proposalsCommands(program: Command): void {
  program
    .command('proposals')
    .description('what the reader proposes and nobody has decided')
    .addOption(new Option('--kind <kind>', 'only one kind').choices(KINDS))
    .option('--case <dir>', 'the case')
    .option('--json', 'one JSON object a line')
    .action((options: CaseOptions & { kind?: (typeof KINDS)[number]; json?: boolean }) =>
      withCase(options, async (c) => {
        const { waiting } = await import('../../desk/list.ts');
        for await (const { id, kind, source, anchors, summary, score, why } of waiting(c, options.kind)) {
          if (options.json === true) json({ id, kind, source, span: anchors[0], summary, score, why });
          else out(`${id}  ${kind}  ${summary}`);
        }
      }),
    );
  program
    .command('propose')
    .description('read every text that this reader has not read yet')
    .option('--case <dir>', 'the case')
    .option('--json', 'print how many as one JSON object')
    .action((options: CaseOptions & { json?: boolean }) =>
      withCase(options, async (c, actor) => {
        const { runJob } = await import('../../desk/jobs.ts');
        const { idsOf } = await import('../../desk/decide.ts');
        const read = await runJob(c, { kind: 'read', actor }, { id: idsOf(c)(), progress: () => {} });
        if (!read.ok) return read;
        if (options.json === true) json(read.value);
        else out(`${read.value.read} texts read`);
        return done(undefined);
      }),
    );
}
