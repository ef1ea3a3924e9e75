import { timingSafeEqual } from 'node:crypto';
import type { ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { checkpoint } from '../desk/checkpoint.ts';
import type { FsckReport } from '../desk/fsck.ts';
import { openCase, type OpenCase, type World } from '../desk/open-case.ts';
import { hasPassphrase } from '../desk/passphrase.ts';

/** What the server holds: the open case while it is unlocked, and who may talk to it. */
export interface Served {
  readonly folder: string;
  readonly actor: ActorName;
  readonly world: World;
  readonly token: string;
  readonly session: string;
  readonly cookie: string;
  current: OpenCase | null;
  port: number;
  fsck: { readonly at: string; readonly report: FsckReport } | null;
}

export function served(c: OpenCase, actor: ActorName): Served {
  const chance = (length: number): string => Buffer.from(c.world.random.bytes(length)).toString('base64url');
  return {
    folder: c.folder,
    actor,
    world: c.world,
    token: chance(24),
    session: chance(24),
    cookie: `actum_${c.header.id.slice(0, 8)}`,
    current: c,
    port: 0,
    fsck: null,
  };
}

/** Compared in constant time; strings of another length are simply wrong. */
export function isSame(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Signs a checkpoint, closes, and forgets the key (SPEC H11). Without a passphrase there is nothing to lock. */
export async function lock(s: Served): Promise<Outcome<null, Problem>> {
  const c = s.current;
  if (c === null) return done(null);
  if (!hasPassphrase(c))
    return refuse({
      kind: 'not-allowed',
      why: 'the case has no passphrase, so the key lies beside it; set one with `actum passphrase`',
    });
  const note = await checkpoint(c);
  if (!note.ok) return note;
  s.current = null;
  await c.close();
  c.caseKey.fill(0);
  return done(null);
}

export async function unlock(s: Served, passphrase: string): Promise<Outcome<null, Problem>> {
  if (s.current !== null) return done(null);
  const opened = await openCase({ folder: s.folder, passphrase: async () => passphrase }, s.world);
  if (!opened.ok) return opened;
  s.current = opened.value;
  return done(null);
}

export const linkOf = (s: Pick<Served, 'port' | 'token'>): string => `http://127.0.0.1:${s.port}/#token=${s.token}`;
