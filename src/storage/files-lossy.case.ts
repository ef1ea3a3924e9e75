import { dirname, join } from 'node:path';
import type { Files, OpenFile, OpenFor } from './files.ts';

interface Node {
  live: Buffer;
  synced: Buffer;
}
type Names = Map<string, Node | 'folder'>;

export class PowerLost extends Error {}

const SECTOR = 512;

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/**
 * A disk in memory that keeps only what was synced. Stop it after so many steps (`stopAfter`), then ask for what is left:
 * names of a folder not synced and bytes of a file not synced may be there, not be there, or be there in part.
 */
export class LossyFiles implements Files {
  #live: Names = new Map();
  #durable: Names = new Map();
  steps = 0;
  /** The step at which the power goes, or (with `code`) every step from there fails with it. */
  stopAfter = Infinity;
  code: string | undefined = undefined;

  static with(folder: string): LossyFiles {
    const files = new LossyFiles();
    files.#live.set(folder, 'folder');
    files.#durable.set(folder, 'folder');
    return files;
  }

  #step(): void {
    this.steps += 1;
    if (this.steps <= this.stopAfter) return;
    throw this.code === undefined ? new PowerLost('the power went') : refusal(this.code);
  }

  /** To make room works on a full disk too; without power nothing works. */
  #roomStep(): void {
    if (this.code === undefined) this.#step();
  }

  #node(path: string): Node {
    const node = this.#live.get(path);
    if (node === undefined || node === 'folder') throw refusal('ENOENT');
    return node;
  }

  open(path: string, how: OpenFor): OpenFile {
    if (how === 'create') {
      this.#step();
      if (this.#live.has(path)) throw refusal('EEXIST');
      if (this.#live.get(dirname(path)) !== 'folder') throw refusal('ENOENT');
      this.#live.set(path, { live: Buffer.alloc(0), synced: Buffer.alloc(0) });
    }
    const node = this.#node(path);
    const sync = (): void => {
      this.#step();
      node.synced = Buffer.from(node.live);
    };
    return {
      size: () => node.live.length,
      read: (at, into) => {
        into.set(node.live.subarray(at, at + into.length));
        return Math.max(0, Math.min(into.length, node.live.length - at));
      },
      write: (at, bytes) => {
        // The step may fail midway: half of the bytes are written then, as a full disk does.
        const half = this.steps + 1 > this.stopAfter ? Math.floor(bytes.length / 2) : bytes.length;
        const grown = Buffer.alloc(Math.max(node.live.length, at + half));
        node.live.copy(grown);
        grown.set(bytes.subarray(0, half), at);
        node.live = grown;
        this.#step();
      },
      truncate: (length) => {
        this.#roomStep();
        node.live = Buffer.from(node.live.subarray(0, length));
      },
      sync,
      synced: async () => sync(),
      close: () => undefined,
    };
  }

  exists(path: string): boolean {
    return this.#live.has(path);
  }

  list(path: string): string[] {
    return [...this.#live.keys()]
      .filter((each) => dirname(each) === path && each !== path)
      .map((each) => each.slice(path.length + 1))
      .toSorted();
  }

  makeFolder(path: string): boolean {
    if (this.#live.has(path)) return false;
    this.#step();
    this.#live.set(path, 'folder');
    return true;
  }

  rename(from: string, to: string): void {
    const node = this.#node(from);
    this.#step();
    this.#live.delete(from);
    this.#live.set(to, node);
  }

  remove(path: string): void {
    this.#node(path);
    this.#roomStep();
    this.#live.delete(path);
  }

  syncFolder(path: string): void {
    this.#step();
    for (const each of this.#durable.keys()) if (dirname(each) === path) this.#durable.delete(each);
    for (const [each, node] of this.#live) if (dirname(each) === path) this.#durable.set(each, node);
  }

  /** Every file's bytes now, for tampering and for looking. */
  contents(): Map<string, Buffer> {
    return new Map([...this.#live].flatMap(([path, node]) => (node === 'folder' ? [] : [[path, node.live] as const])));
  }

  set(path: string, bytes: Uint8Array): void {
    this.#live.set(path, { live: Buffer.from(bytes), synced: Buffer.from(bytes) });
  }

  /** A disk with the same bytes, all of them synced, on which nothing was done yet. */
  copy(): LossyFiles {
    return this.#rebuilt(this.#live, (node) => node.live);
  }

  /** The disk after the power came back. `chance` gives numbers in [0, 1). */
  afterPowerLoss(chance: () => number): LossyFiles {
    const folders = new Map<string, boolean>();
    const kept: Names = new Map();
    const folderKept = (path: string): boolean => {
      const known = folders.get(path) ?? chance() < 0.5;
      folders.set(path, known);
      return known;
    };
    for (const [path, node] of this.#live) if (folderKept(dirname(path))) kept.set(path, node);
    for (const [path, node] of this.#durable) if (!folderKept(dirname(path))) kept.set(path, node);
    return this.#rebuilt(kept, (node) => tornBetween(node, chance));
  }

  #rebuilt(names: Names, bytesOf: (node: Node) => Buffer): LossyFiles {
    const files = new LossyFiles();
    const reachable = (path: string): boolean =>
      dirname(path) === '/' || (names.get(dirname(path)) === 'folder' && reachable(dirname(path)));
    for (const [path, node] of names) {
      if (!reachable(path)) continue;
      if (node === 'folder') {
        files.#live.set(path, 'folder');
        files.#durable.set(path, 'folder');
      } else {
        const bytes = bytesOf(node);
        const fresh = { live: bytes, synced: Buffer.from(bytes) };
        files.#live.set(path, fresh);
        files.#durable.set(path, fresh);
      }
    }
    return files;
  }
}

/** Each sector not synced is the old one, the new one, or nothing; the length is the old or the new one. */
function tornBetween({ live, synced }: Node, chance: () => number): Buffer {
  if (live.equals(synced)) return Buffer.from(live);
  const bytes = Buffer.alloc(chance() < 0.5 ? live.length : synced.length);
  for (let at = 0; at < bytes.length; at += SECTOR) {
    const from = chance() < 0.5 ? live : synced;
    bytes.set(from.subarray(at, Math.min(at + SECTOR, bytes.length)), at);
  }
  return bytes;
}

/** Even chances from a number (Park and Miller's generator), so that a failing run can be had again. */
export function chanceFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

export const CASE = join('/', 'case');
