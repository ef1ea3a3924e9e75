import { readFile as readBytes } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../domain/problem.ts';
import type { Reading } from '../domain/reading.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { sniff } from '../preserve/sniff.ts';
import { readText } from '../read/read.ts';
import { readFile } from './read-file.ts';

/** Reads one plain file with no case. */
export async function readPath(
  path: string,
): Promise<Outcome<{ readonly reading: Reading; readonly text: string }, Problem>> {
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    return refuse(
      bytes.code === 'ENOENT'
        ? { kind: 'path-missing', path }
        : { kind: 'path-unreadable', path, why: bytes.code ?? bytes.message },
    );
  }
  const read = await readFile(bytes, { name: path, mediaType: sniff(bytes, path) });
  if (!read.ok) return refuse({ kind: 'bad-input', where: path, why: read.problem.reason });
  return done({ reading: read.value.reading, text: read.value.extracted.text });
}

export interface ReadLine {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
}

export interface ReadText {
  readonly reading: Reading;
  readonly text: string;
}

/** Texts to readings, in order, as many at once as there are workers; with one, in this thread. */
export async function* readTexts(lines: AsyncIterable<ReadLine>, workers: number): AsyncGenerator<ReadText> {
  if (workers === 1) {
    for await (const { id, text, published } of lines) yield { reading: readText({ id, text, published }), text };
    return;
  }
  const threads = Array.from({ length: workers }, () => new ReadingThread());
  try {
    const ahead: Promise<ReadText>[] = [];
    let turn = 0;
    for await (const line of lines) {
      const thread = threads[turn % workers];
      turn += 1;
      if (thread !== undefined) ahead.push(thread.read(line));
      const first = ahead.length >= workers * 2 ? ahead.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const read of ahead) yield await read;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

class ReadingThread {
  readonly #worker = new Worker(new URL('./read-thread.js', import.meta.url));
  readonly #waiting: ((reading: Reading) => void)[] = [];
  readonly #failing: ((error: Error) => void)[] = [];

  constructor() {
    this.#worker.on('message', (reading: Reading) => {
      this.#failing.shift();
      this.#waiting.shift()?.(reading);
    });
    this.#worker.on('error', (error) => {
      for (const fail of this.#failing.splice(0)) fail(error);
    });
  }

  read(line: ReadLine): Promise<ReadText> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((reading) => resolve({ reading, text: line.text }));
      this.#failing.push(reject);
      this.#worker.postMessage(line);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
