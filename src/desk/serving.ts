import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { diskFiles } from '../storage/files-disk.ts';
import { readWhole, replaceFile } from '../storage/files.ts';
import { stillRuns, thisMachine } from '../storage/processes.ts';

const serving = z.strictObject({ pid: z.number().int(), since: z.number(), port: z.number().int(), token: z.string() });
export type Serving = z.infer<typeof serving>;

const pathOf = (folder: string): string => join(folder, 'serving.json');

/** Who serves this case now, so that a second `serve` and `lock` find the first; undefined where nobody does. */
export function servingOf(folder: string): Serving | undefined {
  const bytes = readWhole(diskFiles, pathOf(folder));
  if (bytes === undefined) return undefined;
  const parsed = serving.safeParse(jsonOf(Buffer.from(bytes).toString('utf8')));
  return parsed.success && stillRuns(thisMachine(), parsed.data.pid, parsed.data.since) ? parsed.data : undefined;
}

/** Readable by its owner only: it carries the link's token. */
export function noteServing(folder: string, { port, token, since }: Omit<Serving, 'pid'>): void {
  replaceFile(diskFiles, pathOf(folder), Buffer.from(`${JSON.stringify({ pid: process.pid, since, port, token })}\n`));
}

export function endServing(folder: string): void {
  rmSync(pathOf(folder), { force: true });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
