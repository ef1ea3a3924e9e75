import type { Command } from 'commander';
import type { Audience } from '../../domain/sensitivity.ts';
import { done, refuse } from '../../kit/outcome.ts';
import { json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';
import { audienceOption } from './release.ts';

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write the register as csv or jsonl, or the case as a dossier (html)')
    .argument('<format>', 'csv, jsonl or dossier')
    .requiredOption('--out <file>', 'a file that does not exist yet')
    .addOption(audienceOption())
    .option('--as <name>', 'who exports')
    .option('--case <dir>', 'the case')
    .option('--json', 'print what was written as one JSON object')
    .action(async (format: string, options: CaseOptions & { out: string; audience: Audience; json?: boolean }) => {
      await withCase(options, async (c, actor) => {
        const { exportTo, RELEASE_FORMATS } = await import('../../desk/release.ts');
        const known = RELEASE_FORMATS.find((each) => each === format);
        if (known === undefined) return refuse({ kind: 'unknown-format', format, known: RELEASE_FORMATS.join(', ') });
        const exported = await exportTo(c, options.out, { format: known, audience: options.audience, actor });
        if (!exported.ok) return exported;
        if (options.json === true) json({ out: options.out, audience: options.audience, ...exported.value });
        else out(`${options.out}: ${exported.value.withheld} persons under a pseudonym`);
        return done(undefined);
      });
    });
}
