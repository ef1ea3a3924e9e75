import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readPath, readTexts, type ReadLine, type ReadText } from '../desk/read-filter.ts';
import type { BesideReader } from '../desk/read-beside.ts';
import { err, json, refused } from './print.ts';

const line = z.object({ id: z.string(), text: z.string(), published: z.string().nullish() });

interface HowRead {
  readonly withText: boolean;
  /** Puts beside each reading what a language model finds; null where none is asked. */
  readonly model: BesideReader | null;
}

/** One reading a file, in order; what cannot be read is named on stderr and its line left out. */
export async function readFiles(files: readonly string[], how: HowRead): Promise<void> {
  for (const file of files) {
    const read = await readPath(file);
    if (!read.ok) {
      refused(read.problem);
      continue;
    }
    await printRead(read.value, how);
  }
}

/** The pure filter of the contract: stdin to stdout, one reading a line, in order, streaming. */
export async function readLines(workers: number, how: HowRead): Promise<void> {
  for await (const read of readTexts(lines(), workers)) await printRead(read, how);
}

async function* lines(): AsyncGenerator<ReadLine> {
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = line.safeParse(jsonOf(text));
    if (parsed.success) {
      yield { id: parsed.data.id, text: parsed.data.text, published: parsed.data.published ?? null };
      continue;
    }
    err(`actum: line ${number} is not {"id","text"}; it was left out, the rest is read.`);
    process.exitCode = 3;
  }
}

async function printRead(read: ReadText, { withText, model }: HowRead): Promise<void> {
  const reading = model === null ? read.reading : await model.beside(read);
  await print(withText ? { ...reading, text: read.text } : reading);
}

/** Waits when the reader of our output is slower than we are. */
async function print(value: object): Promise<void> {
  if (!process.stdout.writableNeedDrain) return json(value);
  await new Promise((resolve) => process.stdout.once('drain', resolve));
  json(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
