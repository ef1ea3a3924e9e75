import { parentPort } from 'node:worker_threads';
import { readText } from '../read/read.ts';
import type { ReadLine } from './read-filter.ts';

// The entry of a thread that turns texts into readings and does nothing else.
parentPort?.on('message', (line: ReadLine) => parentPort?.postMessage(readText(line)));
