// `npm run bench -- NAME [--json] [--data DIR]`: builds what is stale and runs bench/NAME.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);
const file = join(root, 'bench', `${name}.mjs`);
if (name === undefined || !existsSync(file)) {
  const known = readdirSync(join(root, 'bench'))
    .filter((entry) => entry.endsWith('.mjs'))
    .map((entry) => entry.slice(0, -4));
  process.stderr.write(`usage: npm run bench -- NAME; names: ${known.join(', ')}\n`);
  process.exit(2);
}
const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);
process.exit(spawnSync(process.execPath, [file, ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1);
