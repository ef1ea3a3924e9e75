import { accessSync, constants, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../kit/version.ts';
import { diskFiles } from '../storage/files-disk.ts';
import { keyState } from '../storage/key-file.ts';
import { isCase } from './open-case.ts';

export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
}

const LEAST_NODE = [20, 19] as const;

/** What works on this machine, said plainly; looks, changes nothing. */
export async function examine(folder: string): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const node = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const page = existsSync(fileURLToPath(new URL('../web/index.html', import.meta.url)));
  const findings: Finding[] = [
    { what: 'actum', found: VERSION, ok: true },
    { what: 'node', found: `${process.versions.node}, ICU ${process.versions['icu'] ?? 'none'}`, ok: node },
    { what: 'page', found: page ? 'built' : 'not built: run `npm run build`', ok: page },
    { what: 'database', found: await databaseFound(), ok: (await databaseFound()) === 'libsql loads' },
  ];
  return isCase(folder)
    ? [...findings, ...caseFindings(folder)]
    : [...findings, { what: 'case', found: `none at ${folder}`, ok: true }];
}

async function databaseFound(): Promise<string> {
  try {
    await import('libsql');
    return 'libsql loads';
  } catch (error) {
    return `libsql does not load: ${error instanceof Error ? error.message : 'unknown'}`;
  }
}

function caseFindings(folder: string): Finding[] {
  const key = keyState(diskFiles, folder);
  const words = {
    bare: 'no passphrase: the key lies beside the case',
    passphrase: 'wrapped with a passphrase',
    gone: 'gone: the case cannot be opened',
  } as const;
  return [
    { what: 'key', found: words[key], ok: key !== 'gone' },
    { what: 'case folder', found: isWritable(folder) ? 'can be written' : 'cannot be written', ok: isWritable(folder) },
  ];
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
