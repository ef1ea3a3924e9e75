import { Option, type Command } from 'commander';
import { AUDIENCES, type Audience } from '../../domain/sensitivity.ts';
import { done } from '../../kit/outcome.ts';
import { json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

export function releaseCommand(program: Command): void {
  program
    .command('release')
    .description('register and dossier for an audience (public, team), guarded people under pseudonyms')
    .argument('<profile>', 'for whom: public or team')
    .requiredOption('--out <dir>', 'an empty or new folder')
    .option('--as <name>', 'who releases')
    .option('--case <dir>', 'the case')
    .option('--json', 'print what was written as one JSON object')
    .action(async (profile: string, options: CaseOptions & { out: string; json?: boolean }) => {
      await withCase(options, async (c, actor) => {
        const audience = AUDIENCES.find((known) => known === profile);
        if (audience === undefined)
          return { ok: false, problem: { kind: 'unknown-format', format: profile, known: AUDIENCES.join(', ') } };
        const { releaseTo } = await import('../../desk/release.ts');
        const released = await releaseTo(c, options.out, { audience, actor, profile });
        if (!released.ok) return released;
        if (options.json === true) json({ out: options.out, audience, ...released.value });
        else
          out(
            `${released.value.files.map((file) => file.name).join(', ')} in ${options.out}; ${released.value.withheld} persons under a pseudonym`,
          );
        return done(undefined);
      });
    });
}

export const audienceOption = (): Option =>
  new Option('--audience <audience>', 'for whom it leaves').choices(AUDIENCES).default('public' satisfies Audience);
