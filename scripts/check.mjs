// Types, lint, form and dead code: everything that needs no running program.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STEPS = [
  ['tsc', ['-p', '.']],
  ['tsc', ['-p', 'src/web']],
  ['oxlint', ['--deny-warnings', 'src', 'test', 'bench', 'train', 'scripts']],
  ['oxfmt', ['--check', 'src', 'test', 'bench', 'train', 'scripts']],
  ['knip', []],
];
let failed = 0;
for (const [tool, args] of STEPS) {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), args, { cwd: root, stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${tool} ${args.join(' ')}\n`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
