import { Option, type Command } from 'commander';
import { done, refuse } from '../../kit/outcome.ts';
import { json, out, progressLine, refused } from '../print.ts';
import { askedLine, modelOrder, withProposer, type ProposerOptions } from '../proposer.ts';
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
        for await (const { proposal, proposer } of waiting(c, options.kind)) {
          const { id, kind, source, anchors, summary, score, why } = proposal;
          const line = { id, kind, source, span: anchors[0], summary, score, why };
          if (options.json === true) json(proposer === null ? line : { ...line, proposer });
          else out(`${id}  ${kind}  ${summary}${proposer === null ? '' : `  (${proposer})`}`);
        }
      }),
    );
  withProposer(program.command('propose'))
    .description('read every text that this reader has not read yet')
    .option('--case <dir>', 'the case')
    .option('--json', 'print how many as one JSON object')
    .action(async (options: CaseOptions & ProposerOptions & { json?: boolean }) => {
      const model = modelOrder(options);
      if (!model.ok) return refused(model.problem);
      await withCase(options, async (c, actor) => {
        const { runJob } = await import('../../desk/jobs.ts');
        const { idsOf } = await import('../../desk/decide.ts');
        const line = progressLine('Read:');
        const watch = { id: idsOf(c)(), progress: line.step };
        const read = await runJob(c, { kind: 'read', actor, model: model.value }, watch);
        line.end();
        if (!read.ok) return read;
        const { asked } = read.value;
        if (options.json === true) json(asked === null ? { read: read.value.read } : read.value);
        else out([`${read.value.read} texts read`, ...(asked === null ? [] : [askedLine(asked)])].join('\n'));
        return asked?.trouble ? refuse(asked.trouble) : done(undefined);
      });
    });
}
