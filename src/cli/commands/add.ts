import type { Command } from 'commander';
import type { Acknowledged } from '../../desk/add.ts';
import { done } from '../../kit/outcome.ts';
import { err, json, out, refused } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

const acknowledged = ({ sources, deeds }: Acknowledged): void => json({ acknowledged: sources.length, sources, deeds });

export function addCommand(program: Command): void {
  program
    .command('add')
    .description('take more files into custody and read them')
    .argument('<path...>', 'files and folders')
    .option('--case <dir>', 'the case')
    .option('--as <name>', 'the name deeds are signed under')
    .option('--json', 'print what was done as one JSON object')
    .option('--acks', 'print one JSON object for each group as soon as no crash can take it back')
    .action(async (paths: string[], options: CaseOptions & { json?: boolean; acks?: boolean }) => {
      const { missingPath } = await import('../../desk/read-pool.ts');
      const url = paths.find((path) => /^https?:\/\//i.test(path));
      if (url !== undefined)
        return refused({
          kind: 'not-allowed',
          why: 'pages are not captured from the network yet; save the page and add the file',
        });
      const missing = missingPath(paths);
      if (missing !== undefined) return refused({ kind: 'path-missing', path: missing });
      await withCase(options, async (c, actor) => {
        const { add } = await import('../add-files.ts');
        const { problemWords } = await import('../../desk/problem-words.ts');
        const added = await add(c, paths, { actor, ...(options.acks === true ? { acknowledged } : {}) });
        if (!added.ok) return added;
        const { taken, again, unread, problems } = added.value;
        for (const problem of problems) err(`actum: ${problemWords(problem).happened}`);
        if (options.json === true)
          json({ taken, again, unread, problems: problems.map((problem) => problemWords(problem).happened) });
        else out(`${taken} taken into custody, ${unread} of them unread; ${again} were in the case already`);
        return done(undefined);
      });
    });
}
