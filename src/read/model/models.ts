import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { decodeModel, type Model } from './model-file.ts';

/** The same from `src/read/model` and from `dist/read/model`. */
const ROOT = new URL('../../../resources/models/', import.meta.url);

const loaded = new Map<string, Model | null>();

/** A model that comes with the program, read when it is first asked for; null where it is not there (before training). */
export function modelNamed(name: string): Model | null {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const bytes = bytesOf(name);
  const model = bytes === null ? null : decodeModel(bytes);
  loaded.set(name, model);
  return model;
}

function bytesOf(name: string): Uint8Array | null {
  try {
    return readFileSync(new URL(`${name}.bin`, ROOT));
  } catch {
    return null;
  }
}

/** SHA-256 of every model that comes with the program, by name: part of what a reading depends on. */
export function modelDigests(): Readonly<Record<string, string>> {
  digests ??= Object.fromEntries(
    modelNames().map((name) => [
      name,
      createHash('sha256')
        .update(bytesOf(name) ?? '')
        .digest('hex'),
    ]),
  );
  return digests;
}
let digests: Readonly<Record<string, string>> | undefined;

function modelNames(): string[] {
  try {
    return readdirSync(ROOT)
      .filter((file) => file.endsWith('.bin'))
      .map((file) => file.slice(0, -'.bin'.length))
      .sort();
  } catch {
    return [];
  }
}
