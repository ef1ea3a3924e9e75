// Writes a trained model and its card: resources/models/NAME.bin and NAME.json.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeModel } from '../../dist/read/model/model-file.js';

const MODELS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'resources', 'models');

/**
 * @param {import('../../dist/read/model/model-file.js').Model} model
 * @param {{what: string, data: {set: string, origin: string, licence: string}[], figures: {set: string, part: string, measure: string, value: number}[], limits: string[]}} card
 *   `figures`: measured by the training program on parts it did not train on.
 */
export function writeModel(model, card) {
  const bytes = encodeModel(model);
  mkdirSync(MODELS, { recursive: true });
  writeFileSync(join(MODELS, `${model.name}.bin`), bytes);
  const whole = {
    name: model.name,
    what: card.what,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    weights: Object.fromEntries(
      Object.entries(model.tables).map(([name, { cells }]) => [
        name,
        cells.reduce((n, cell) => n + (cell === 0 ? 0 : 1), 0),
      ]),
    ),
    data: card.data,
    figures: card.figures,
    limits: card.limits,
    retrain: `npm run train -- ${model.name} --data DIR`,
  };
  writeFileSync(join(MODELS, `${model.name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(`${model.name}: ${(bytes.length / 1e6).toFixed(2)} MB, sha256 ${whole.sha256.slice(0, 16)}`);
}
