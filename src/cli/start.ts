import { basename } from 'node:path';
import type { ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { refuse, type Outcome } from '../kit/outcome.ts';
import { checkpoint } from '../desk/checkpoint.ts';
import { isCase, makeCase, MACHINE, openCase, type OpenCase } from '../desk/open-case.ts';
import { missingPath } from '../desk/read-pool.ts';
import { summaryOf, type Summary } from '../desk/summary.ts';
import { add } from './add-files.ts';
import { err, json, out, refused } from './print.ts';
import { problemWords } from '../desk/problem-words.ts';
import { actorOf, askPassphrase, caseFolder, type CaseOptions } from './with-case.ts';

export interface StartOptions extends CaseOptions {
  readonly serve: boolean;
  readonly json?: boolean;
  readonly port?: string;
}

/** The main job: files in, summary out, page open (SPEC H1). */
export async function start(paths: readonly string[], options: StartOptions): Promise<void> {
  const actor = actorOf(options);
  if (!actor.ok) return refused(actor.problem);
  const missing = missingPath(paths);
  if (missing !== undefined) return refused({ kind: 'path-missing', path: missing });
  const folder = caseFolder(options);
  const opened = await openOrMake(folder, actor.value);
  if (!opened.ok) return refused(opened.problem);
  const c = opened.value;
  const began = MACHINE.clock.now();
  const added = await add(c, paths, { actor: actor.value });
  if (!added.ok) {
    await c.close();
    return refused(added.problem);
  }
  for (const problem of added.value.problems) err(`actum: ${problemWords(problem).happened}`);
  await checkpoint(c);
  const summary = await summaryOf(c);
  const seconds = Math.round((MACHINE.clock.now() - began) / 10) / 100;
  if (options.json === true) json({ case: folder, ...summary, seconds });
  else printSummary(folder, summary, seconds);
  if (!options.serve) return c.close();
  const { serveCase } = await import('./serve-case.ts');
  return serveCase(c, { actor: actor.value, ...(options.port === undefined ? {} : { port: options.port }) });
}

async function openOrMake(folder: string, actor: ActorName): Promise<Outcome<OpenCase, Problem>> {
  if (isCase(folder)) return openCase({ folder, passphrase: askPassphrase }, MACHINE);
  if (folder.trim() === '') return refuse({ kind: 'no-case', path: folder });
  return makeCase(folder, basename(folder).replace(/\.actum$/, ''), { actor, world: MACHINE });
}

function printSummary(folder: string, summary: Summary, seconds: number): void {
  const { sources, unread, duplicates, statements, voices, figures, contradictions, acts, persons, proposals } =
    summary;
  out(`Case ${folder}`);
  out(`  ${sources} sources in custody, ${unread} unread, ${duplicates} found at a second place`);
  out(`  read: ${statements} statements by ${voices} voices, ${figures} figures, ${acts} acts, ${persons} persons`);
  out(`  ${proposals} proposals wait for a person; ${contradictions} pairs of figures are to be settled`);
  out(`  ${seconds} s`);
}
