// Builds the server with tsc and the page with vite into dist/. `--if-stale` does nothing when dist is newer than the sources.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function newest(path) {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return readdirSync(path, { withFileTypes: true }).reduce(
    (latest, entry) => Math.max(latest, newest(join(path, entry.name))),
    0,
  );
}

function isStale() {
  const built = [join(root, 'dist', 'cli', 'main.js'), join(root, 'dist', 'web', 'index.html')];
  if (!built.every((file) => existsSync(file))) return true;
  const sources = ['src', 'package-lock.json', 'tsconfig.build.json']
    .map((name) => join(root, name))
    .filter((path) => existsSync(path));
  return Math.max(...sources.map(newest)) > Math.min(...built.map((file) => statSync(file).mtimeMs));
}

function run(tool, args) {
  const bin = join(root, 'node_modules', '.bin', tool);
  const { status } = spawnSync(bin, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv.includes('--if-stale') && !isStale()) process.exit(0);
process.stderr.write('Building…\n');
rmSync(join(root, 'dist'), { recursive: true, force: true });
run('tsc', ['-p', 'tsconfig.build.json']);
run('vite', ['build', '-c', 'src/web/vite.config.ts', '--logLevel', 'warn']);
for (const folder of ['cmaps', 'standard_fonts']) {
  const from = join(root, 'node_modules', 'pdfjs-dist', folder);
  if (existsSync(from)) cpSync(from, join(root, 'dist', 'web', 'pdfjs', folder), { recursive: true });
}
