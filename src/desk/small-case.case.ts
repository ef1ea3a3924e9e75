/** Small cases in a folder of their own, their files read in this process; gone when the test is done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { actorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Proposal } from '../domain/proposal.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { addFiles } from './add.ts';
import { arrived } from './arrivals.ts';
import { accept } from './decide.ts';
import { waiting } from './list.ts';
import { makeCase, MACHINE, openCase, type OpenCase } from './open-case.ts';
import { inThisProcess } from './read-file.ts';

export const READER = actorName('reader 1');

export const REPORT = `Selm, 12 March 2023

More than 140 servicemen were tortured in the garrison of Karsel in May 2017, the lawyer Runa Elvik said. Emil Dornev was tortured by Captain Orm Vasker. According to Motion No. 77 of the Assembly of the Straits, eleven people were killed in Karsel.
`;

export function valueOf<Value>(outcome: Outcome<Value, Problem>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export const problemOf = (outcome: Outcome<unknown, Problem>): Problem['kind'] | undefined =>
  outcome.ok ? undefined : outcome.problem.kind;

/** Adds texts by name, as files that came one after another. */
export async function addTexts(c: OpenCase, texts: Readonly<Record<string, string>>): Promise<void> {
  const arrivals = async function* () {
    for (const [name, words] of Object.entries(texts)) yield done(arrived(name, Buffer.from(words)));
  };
  valueOf(await addFiles(c, arrivals(), { actor: READER, files: inThisProcess, progress: () => {} }));
}

/** A case with these texts, read and nothing decided. */
export async function smallCase(texts: Readonly<Record<string, string>> = { 'report.txt': REPORT }): Promise<OpenCase> {
  const parent = mkdtempSync(join(tmpdir(), 'actum-case-'));
  const c = valueOf(await makeCase(join(parent, 'case'), 'Karsel', { actor: READER, world: MACHINE }));
  onTestFinished(async () => {
    await c.close().catch(() => {});
    rmSync(parent, { recursive: true, force: true });
  });
  await addTexts(c, texts);
  return c;
}

export const openAgain = (folder: string): Promise<Outcome<OpenCase, Problem>> =>
  openCase({ folder, passphrase: async () => null }, MACHINE);

export async function proposalsOf(c: OpenCase): Promise<Proposal[]> {
  const all: Proposal[] = [];
  for await (const { proposal } of waiting(c, undefined)) all.push(proposal);
  return all;
}

/** Accepts these proposals, in this order. */
export async function acceptAll(c: OpenCase, proposals: readonly Proposal[]): Promise<void> {
  for (const { id } of proposals) valueOf(await accept(c, READER, id, []));
}
