import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DEED_KINDS, PAYLOAD_SCHEMA, type Deed, type DeedPayload, type Member } from '../domain/deed.ts';
import type { ActorName, DeedId } from '../domain/ids.ts';
import type { SealedDeed } from '../domain/ports.ts';
import { assertNever } from '../kit/assert-never.ts';
import { canonicalJson, type Json } from '../kit/canonical-json.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { openBox, sealBox, type BoxKey } from './box.ts';
import { fault, type DeedFault } from './deed-fault.ts';
import type { CaseKeys } from './keys.ts';
import { keyIdOf, type Signer } from './signing.ts';
import { lift } from './upcast.ts';

/** The version of the envelope: of the public part and of how the payload is sealed. */
const ENVELOPE_VERSION = 1;
/** What the first deed names as the leaf before it. */
export const NO_LEAF = '0'.repeat(64);
const ERASED_SALT = Buffer.alloc(32);
const LABEL = 'actum/deed/v1';

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const unsigned = {
  v: z.literal(ENVELOPE_VERSION),
  kind: z.enum(DEED_KINDS),
  obj: hex(32),
  prev: hex(32),
  actor: z.string().regex(/^key_[a-z2-7]{26}$/),
  at: z.iso.datetime({ precision: 3 }),
  c: hex(32),
};
const publicSchema = z.strictObject({ ...unsigned, sig: hex(64) });

/**
 * What of a deed may be shown to a witness: salted commitments to its object and payload, the leaf hash of the deed before,
 * the id of the signing key, the time (UTC), the Ed25519 signature. All hashes in hex (DESIGN §5).
 */
export type PublicPart = z.infer<typeof publicSchema>;

export interface Sealing {
  readonly id: DeedId;
  readonly payload: DeedPayload;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Leaf hash of the deed before, in hex; `NO_LEAF` for the first. */
  readonly prev: string;
  /** 32 random bytes, used for this deed only. */
  readonly salt: Uint8Array;
  /** It speaks of protected or sealed people. */
  readonly guarded: boolean;
}

/** Commits to a deed, signs its public part and seals its payload. */
export function sealDeed(sealing: Sealing, signer: Signer, keys: PayloadKeys): SealedDeed {
  const { id, payload, at, prev, salt } = sealing;
  // The payload's JSON view: domain types are interfaces, canonical JSON takes plain values.
  const plain: Json = JSON.parse(JSON.stringify({ ...payload, id, schema: PAYLOAD_SCHEMA }));
  const bytes = Buffer.from(canonicalJson(plain));
  const { kind } = payload;
  const fields = { v: ENVELOPE_VERSION, kind, obj: objectOf(payload, salt), prev, actor: signer.id, at };
  const signed = { ...fields, c: commitment(bytes, salt) };
  const sig = Buffer.from(signer.sign(Buffer.from(canonicalJson(signed)))).toString('hex');
  const publicPart = Buffer.from(canonicalJson({ ...signed, sig }));
  return {
    publicPart,
    sealed: sealBox(sealing.guarded ? secondKey(keys, salt) : firstKey(keys, salt), bytes, publicPart),
    salt,
  };
}

/** What seals payloads: deeds that speak of guarded people lie under the second key (DESIGN, Who may see whom). */
export type PayloadKeys = Pick<CaseKeys, 'payload' | 'sensitive'>;

const firstKey = ({ payload }: PayloadKeys, salt: Uint8Array): BoxKey => ({ key: payload, salt, label: LABEL });
const secondKey = ({ sensitive }: PayloadKeys, salt: Uint8Array): BoxKey => ({ key: sensitive, salt, label: LABEL });

const commitment = (payload: Uint8Array, salt: Uint8Array): string =>
  createHash('sha256').update(salt).update(payload).digest('hex');

function objectOf(payload: DeedPayload, salt: Uint8Array): string {
  return createHash('sha256').update('actum/obj/v1').update(salt).update(aboutOf(payload)).digest('hex');
}

/** What a deed is about: the SHA-256 of bytes where it is about bytes, else the id it speaks of. */
function aboutOf(payload: DeedPayload): string {
  switch (payload.kind) {
    case 'open':
    case 'member':
      return payload.name;
    case 'ingest':
      return payload.sha256;
    case 'derive':
      return payload.text === null ? payload.source : payload.sha256;
    case 'found-again':
    case 'read':
      return payload.source;
    case 'accept':
    case 'record':
      return payload.proposal ?? payload.claims[0]?.record ?? '';
    case 'reject':
      return payload.proposal;
    case 'status':
    case 'adopt':
      return payload.claim;
    case 'judge':
      return [payload.a, payload.b].toSorted().join(' ');
    case 'mark':
      return payload.person;
    case 'hold':
      return payload.cited;
    case 'take-back':
      return payload.deed;
    case 'release':
      return payload.files.map((file) => file.sha256).join(' ');
    default:
      return assertNever(payload);
  }
}

/** Reads a public part strictly: every byte of it is the canonical form of what it says. */
export function parsePublicPart(bytes: Uint8Array): Outcome<PublicPart, DeedFault> {
  const json = jsonOf(bytes);
  const version = z.looseObject({ v: z.number() }).safeParse(json);
  if (version.success && version.data.v > ENVELOPE_VERSION) {
    return fault('newer', `its envelope is of version ${version.data.v}`);
  }
  const parsed = publicSchema.safeParse(json);
  if (!parsed.success) return fault('public-part', 'its public part is not what a deed has');
  const canonical = Buffer.from(canonicalJson(parsed.data)).equals(bytes);
  return canonical ? done(parsed.data) : fault('public-part', 'its public part is not in canonical form');
}

/** The bytes that the actor signed: the canonical public part without its signature. */
export function signedBytes({ v, kind, obj, prev, actor, at, c }: PublicPart): Uint8Array {
  return Buffer.from(canonicalJson({ v, kind, obj, prev, actor, at, c }));
}

/** Opens the seal and checks both commitments; says nothing about signature and chain (`verify.ts` does). */
export function openPayload(
  record: SealedDeed,
  part: PublicPart,
  keys: PayloadKeys,
): Outcome<{ readonly id: DeedId; readonly payload: DeedPayload }, DeedFault> {
  if (ERASED_SALT.equals(record.salt)) return fault('erased', 'its payload was erased');
  const { salt, sealed, publicPart } = record;
  const bytes = openBox(firstKey(keys, salt), sealed, publicPart) ?? openBox(secondKey(keys, salt), sealed, publicPart);
  if (bytes === undefined) return fault('seal', 'the seal of its payload does not hold');
  if (commitment(bytes, record.salt) !== part.c) return fault('commitment', 'its payload is not the one committed to');
  const lifted = lift(part.kind, jsonOf(bytes));
  if (!lifted.ok) return lifted;
  return objectOf(lifted.value.payload, record.salt) === part.obj
    ? lifted
    : fault('object', 'it is not about the object committed to');
}

/** From the id of a signing key to the name of its member; undefined for an unknown key. */
export type NameOf = (keyId: string) => ActorName | undefined;

/** A deed as the fold sees it, or what is wrong with it. A `member` deed names its own key. */
export function openDeed(
  record: SealedDeed,
  n: number,
  by: { readonly keys: PayloadKeys; readonly nameOf: NameOf },
): Outcome<Deed, DeedFault> {
  const part = parsePublicPart(record.publicPart);
  if (!part.ok) return part;
  const opened = openPayload(record, part.value, by.keys);
  if (!opened.ok) return opened;
  const { id, payload } = opened.value;
  const actor = payload.kind === 'member' ? newMember(payload, part.value.actor) : by.nameOf(part.value.actor);
  if (actor === undefined) return fault('actor', `no member has the key ${part.value.actor}`);
  return done({ n, id, actor, at: part.value.at, payload });
}

/** A `member` deed is signed by the very key it brings in. */
function newMember(member: Member, keyId: string): ActorName | undefined {
  return keyIdOf(Buffer.from(member.publicKey, 'hex')) === keyId ? member.name : undefined;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
