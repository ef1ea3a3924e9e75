import type { Command } from 'commander';
import { done } from '../../kit/outcome.ts';
import { json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

export function searchCommand(program: Command): void {
  program
    .command('search')
    .description('find words in texts, statements, names and acts, in any spelling')
    .argument('<words...>', 'all must be there; "…" keeps a phrase together, a word that ends in * begins others')
    .option('--case <dir>', 'the case')
    .option('--json', 'one JSON object a hit')
    .action((words: string[], options: CaseOptions & { json?: boolean }) =>
      withCase(options, async (c) => {
        const { searchCase } = await import('../../desk/search.ts');
        const found = await searchCase(c, words.join(' '));
        if (!found.ok) return found;
        for (const hit of found.value.hits) {
          if (options.json === true)
            json({
              source: hit.words?.source ?? null,
              text: hit.words?.text ?? null,
              span: hit.words?.span ?? null,
              score: hit.score,
              in: hit.in,
              record: hit.record,
            });
          else
            out(
              `${hit.title}: …${hit.words === null ? '' : `${hit.words.before}[${hit.words.span.text}]${hit.words.after}`.replace(/\s+/g, ' ')}…`,
            );
        }
        return done(undefined);
      }),
    );
}
