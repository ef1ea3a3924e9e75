import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ActorName } from '../domain/ids.ts';
import { actorName, isActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { CaseTrouble } from '../desk/case-trouble.ts';
import { refused } from './print.ts';
import type { OpenCase, Unlocked } from '../desk/open-case.ts';

export interface CaseOptions {
  readonly case?: string;
  readonly as?: string;
}

export const DEFAULT_CASE = 'case.actum';
export const caseFolder = (options: CaseOptions): string => options.case ?? process.env['ACTUM_CASE'] ?? DEFAULT_CASE;

/** The name deeds are signed under: `--as`, or a neutral one; never the account name of the machine. */
export function actorOf(options: CaseOptions): Outcome<ActorName, Problem> {
  const name = options.as ?? 'documenter';
  return isActorName(name)
    ? done(actorName(name))
    : refuse({ kind: 'bad-input', where: '--as', why: 'a name has 1 to 80 visible characters' });
}

/** Opens the case, does the work, closes it; every expected trouble becomes one sentence and a status. */
export async function withCase(
  options: CaseOptions,
  work: (c: OpenCase, actor: ActorName) => Promise<Outcome<void, Problem> | void>,
): Promise<void> {
  const actor = actorOf(options);
  if (!actor.ok) return refused(actor.problem);
  const { openCase, MACHINE } = await import('../desk/open-case.ts');
  const opened = await openCase({ folder: caseFolder(options), passphrase: askPassphrase }, MACHINE);
  if (!opened.ok) return refused(opened.problem);
  try {
    const outcome = await work(opened.value, actor.value);
    if (outcome !== undefined && !outcome.ok) refused(outcome.problem);
  } finally {
    await opened.value.close();
  }
}

/** As `withCase`, for work that begins with the key alone, where ledger or tables may not hold (SPEC L12). */
export async function withKey(
  options: CaseOptions,
  work: (c: Unlocked, newId: () => string) => Promise<Outcome<void, Problem>>,
): Promise<void> {
  const { unlockCase, MACHINE } = await import('../desk/open-case.ts');
  const { idsOf } = await import('../desk/decide.ts');
  const unlocked = await unlockCase({ folder: caseFolder(options), passphrase: askPassphrase });
  if (!unlocked.ok) return refused(unlocked.problem);
  const outcome = await work(unlocked.value, idsOf({ world: MACHINE }));
  if (!outcome.ok) refused(outcome.problem);
}

/** From the file that ACTUM_PASSPHRASE_FILE names, or typed without echo; null where nobody can be asked. */
export async function askPassphrase(question = 'Passphrase: '): Promise<string | null> {
  const file = process.env['ACTUM_PASSPHRASE_FILE'];
  if (file !== undefined) return passphraseIn(file);
  if (!process.stdin.isTTY) return null;
  const silent = new Writable({ write: (_chunk, _encoding, next) => next() });
  process.stderr.write(question);
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await new Promise<string>((resolve) => reader.question('', resolve));
  reader.close();
  process.stderr.write('\n');
  return typed;
}

/** What a file holds, without the end of its line. */
export function passphraseIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CaseTrouble({ kind: 'bad-input', where: file, why: `no passphrase can be read from it (${code})` });
  }
}
