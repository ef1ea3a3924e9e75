import { basename } from 'node:path';
import type { ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { refuse, type Outcome } from '../kit/outcome.ts';
import type { Added } from '../desk/add.ts';
import { checkpoint } from '../desk/checkpoint.ts';
import { runJob } from '../desk/jobs.ts';
import { isCase, makeCase, MACHINE, openCase, type OpenCase } from '../desk/open-case.ts';
import { missingPath } from '../desk/read-pool.ts';
import { summaryOf, type Summary } from '../desk/summary.ts';
import { idsOf } from '../desk/decide.ts';
import { err, json, out, progressLine, refused } from './print.ts';
import { problemWords } from '../desk/problem-words.ts';
import { serveCase } from './serve-case.ts';
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
  const added = await add(c, paths, actor.value);
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
  if (options.serve)
    return serveCase(c, { actor: actor.value, ...(options.port === undefined ? {} : { port: options.port }) });
  await c.close();
}

async function openOrMake(folder: string, actor: ActorName): Promise<Outcome<OpenCase, Problem>> {
  if (isCase(folder)) return openCase({ folder, passphrase: askPassphrase }, MACHINE);
  if (folder.trim() === '') return refuse({ kind: 'no-case', path: folder });
  return makeCase(folder, basename(folder).replace(/\.actum$/, ''), { actor, world: MACHINE });
}

export async function add(c: OpenCase, paths: readonly string[], actor: ActorName): Promise<Outcome<Added, Problem>> {
  const line = progressLine('Taken and read:');
  const added = await runJob(c, { kind: 'add', paths, actor }, { id: idsOf(c)(), progress: line.step });
  line.end();
  return added;
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
