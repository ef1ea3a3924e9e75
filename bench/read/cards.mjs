import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../measure/machine.mjs';

/** The model cards that lie beside the weights: what training printed, cross-validated, is kept there. */
export function modelCards() {
  const folder = join(ROOT, 'resources', 'models');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .map(({ name, sha256, figures = [] }) => ({ name, sha256, figures }));
}
