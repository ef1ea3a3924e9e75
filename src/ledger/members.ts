import { z } from 'zod';
import { actorName, isActorName, type ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { canonicalJson } from '../kit/canonical-json.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { openBox, sealBox } from './box.ts';

/** Ed25519 seeds of the members who signed on this machine, by name (MECHANICS, Keys and people). */
export type MemberSeeds = ReadonlyMap<ActorName, Uint8Array>;

const MAGIC = Buffer.from('actum members 1\n');
const SALT_BYTES = 32;
const LABEL = 'actum/member-seeds/v1';

const stored = z.record(z.string().refine(isActorName), z.string().regex(/^[0-9a-f]{64}$/));

/** The file `members.sealed`: magic ‖ salt ‖ box. `salt` is 32 fresh random bytes. */
export function sealMembers(seeds: MemberSeeds, membersKey: Uint8Array, salt: Uint8Array): Uint8Array {
  const entries = [...seeds].map(([name, seed]) => [name, Buffer.from(seed).toString('hex')] as const);
  const head = Buffer.concat([MAGIC, salt]);
  const plain = Buffer.from(canonicalJson(Object.fromEntries(entries)));
  return Buffer.concat([head, sealBox({ key: membersKey, salt, label: LABEL }, plain, head)]);
}

export function openMembers(bytes: Uint8Array, membersKey: Uint8Array): Outcome<MemberSeeds, Problem> {
  const damaged = refuse({ kind: 'case-damaged', what: "the members' keys" } as const);
  if (Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) !== 0) return damaged;
  const head = bytes.subarray(0, MAGIC.length + SALT_BYTES);
  const by = { key: membersKey, salt: head.subarray(MAGIC.length), label: LABEL };
  const plain = openBox(by, bytes.subarray(head.length), head);
  if (plain === undefined) return damaged;
  const parsed = stored.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
  if (!parsed.success) return damaged;
  return done(new Map(Object.entries(parsed.data).map(([name, seed]) => [actorName(name), Buffer.from(seed, 'hex')])));
}
