import type { Command } from 'commander';
import { EXIT, json, out } from '../print.ts';
import { caseFolder, type CaseOptions } from '../with-case.ts';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('what this program has and what it lacks on this machine')
    .option('--case <dir>', 'the case')
    .option('--json', 'print it as one JSON object')
    .action(async (options: CaseOptions & { json?: boolean }) => {
      const { examine } = await import('../../desk/doctor.ts');
      const findings = await examine(caseFolder(options));
      if (options.json === true) json({ ok: findings.every((finding) => finding.ok), findings });
      else for (const { ok, what, found } of findings) out(`${ok ? 'ok  ' : 'lack'} ${what}: ${found}`);
      if (!findings.every((finding) => finding.ok)) process.exitCode = EXIT.no;
    });
}
