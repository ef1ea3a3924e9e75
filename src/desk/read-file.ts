import type { Reading } from '../domain/reading.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { extract } from '../preserve/extract.ts';
import type { Extracted, Hint } from '../preserve/extracted.ts';
import type { Unread } from '../preserve/unread.ts';
import { readText } from '../read/read.ts';

/** What one file gives: its text with what came along, and the reading of that text. */
export interface FileRead {
  readonly extracted: Extracted;
  readonly reading: Reading;
}

/** Bytes → text → reading, both pure. Runs in a child process that may be killed; in tests it runs where it is called. */
export async function readFile(bytes: Uint8Array, hint: Hint): Promise<Outcome<FileRead, Unread>> {
  const extracted = await extract(bytes, hint);
  if (!extracted.ok) return extracted;
  const { text, furniture } = extracted.value;
  const furnitureHints = furniture.map(([start, end]) => ({ start, end }));
  return done({
    extracted: extracted.value,
    reading: readText({ id: hint.name, text, published: null, furnitureHints }),
  });
}

/** How the desk reads files: the pool of children, or a stand-in of a test. */
export interface FileReading {
  read(bytes: Uint8Array, hint: Hint): Promise<Outcome<FileRead, Unread>>;
  close(): Promise<void>;
}

export const inThisProcess: FileReading = { read: readFile, close: async () => {} };
