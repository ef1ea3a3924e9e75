// `npm start` builds what is not built and starts the example case; `npm start -- PATH...` starts yours.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);

const given = process.argv.slice(2);
const hasPath = given.some(
  (arg, at) => !arg.startsWith('-') && !['--case', '--port', '--as', '--name'].includes(given[at - 1] ?? ''),
);
const args = hasPath
  ? given
  : [
      join(root, 'examples'),
      ...(given.includes('--case') ? [] : ['--case', join(process.cwd(), 'example.actum')]),
      ...given,
    ];
const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'start', ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
