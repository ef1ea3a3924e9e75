// `npm run train -- TASK --data DIR`: builds what is stale and runs train/TASK.mjs, which writes resources/models/TASK.{bin,json}.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);
const file = join(root, 'train', `${name}.mjs`);
if (name === undefined || !existsSync(file)) {
  const known = readdirSync(join(root, 'train'))
    .filter((entry) => entry.endsWith('.mjs'))
    .map((entry) => entry.slice(0, -4));
  process.stderr.write(`usage: npm run train -- TASK --data DIR; tasks: ${known.join(', ')}\n`);
  process.exit(2);
}
const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);
const node = [process.execPath, '--max-old-space-size=6000', file, ...rest];
process.exit(spawnSync(node[0], node.slice(1), { cwd: root, stdio: 'inherit' }).status ?? 1);
