import type { DeedPayload } from '../domain/deed.ts';
import { DamagedLedger, type SealedDeed } from '../domain/ports.ts';
import { NO_DEEDS, tipAfter, type Tip } from './append.ts';
import { openCheckpoint, type Checkpoint, type NoteKey } from './checkpoint.ts';
import type { DeedFault } from './deed-fault.ts';
import { rootOf, same } from './merkle.ts';
import { openPayload, parsePublicPart, signedBytes, type PayloadKeys, type PublicPart } from './seal.ts';
import { keyIdOf, verifierFrom, type Verifies } from './signing.ts';

export interface LedgerFinding {
  readonly kind: DeedFault['kind'] | 'files' | 'chain' | 'signature' | 'checkpoint' | 'shorter';
  /** `deed 12`, or the name of a checkpoint. */
  readonly where: string;
  readonly what: string;
  /** The deed it is about; where a root differs, the first one found bad or that can be; null for a note that cannot be read. */
  readonly n: number | null;
}

/** Where a verification ended, and all that the next one needs to go on from there. */
export interface Verified {
  readonly tip: Tip;
  /** Public keys (hex) of the members met so far, by key id. */
  readonly members: ReadonlyMap<string, string>;
}

export const FROM_THE_FIRST: Verified = { tip: NO_DEEDS, members: new Map() };

export interface Held {
  readonly payloadKeys: PayloadKeys;
  readonly noteKey: NoteKey;
  /** Checkpoints held, here or elsewhere; `name` is where they lie. */
  readonly notes: readonly { readonly name: string; readonly note: string }[];
}

export interface Verification {
  /** At most `MOST_FINDINGS`; the first is the first in the ledger. */
  readonly findings: readonly LedgerFinding[];
  readonly firstBad: number | null;
  readonly verified: Verified;
}

const MOST_FINDINGS = 1000;

/**
 * Everything that can be held against a ledger without its register (SPEC L6): chain, signatures, seals, commitments, and
 * the root at each held checkpoint. Streams; `deeds` begins after `from`, and checkpoints before it are not looked at.
 */
export function verifyLedger(deeds: Iterable<SealedDeed>, held: Held, from: Verified = FROM_THE_FIRST): Verification {
  const findings: LedgerFinding[] = [];
  const report = (finding: LedgerFinding): void => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
  };
  const checkpoints = readNotes(held, from.tip.frontier.size, report);
  const keys = new MemberKeys(from.members);
  let tip = from.tip;
  let sure = tip.frontier.size;
  const compareRoots = (): void => {
    const here = checkpoints.get(tip.frontier.size) ?? [];
    const differing = here.filter(({ checkpoint }) => !same(checkpoint.root, rootOf(tip.frontier)));
    for (const { name } of differing) {
      const what = `its root is not that of the first ${tip.frontier.size} deeds`;
      const bad = findings.find(({ n }) => n !== null && n >= sure);
      report({ kind: 'checkpoint', where: name, what, n: bad?.n ?? sure });
    }
    if (differing.length < here.length) sure = tip.frontier.size;
  };
  compareRoots();
  try {
    for (const record of deeds) {
      const n = tip.frontier.size;
      for (const { kind, what } of faultsOf(record, tip, { keys, payloadKeys: held.payloadKeys })) {
        report({ kind, where: `deed ${n}`, what, n });
      }
      tip = tipAfter(tip, record.publicPart);
      compareRoots();
    }
  } catch (error) {
    if (!(error instanceof DamagedLedger)) throw error;
    report({ kind: 'files', where: `deed ${error.n}`, what: error.message, n: error.n });
  }
  for (const { name, checkpoint } of [...checkpoints.values()].flat()) {
    const size = tip.frontier.size;
    if (checkpoint.size <= size) continue;
    report({ kind: 'shorter', where: name, what: `it knows ${checkpoint.size} deeds, here are ${size}`, n: size });
  }
  const bad = findings.flatMap(({ n }) => (n === null ? [] : [n]));
  const firstBad = bad.length === 0 ? null : bad.reduce((least, n) => Math.min(least, n));
  return { findings, firstBad, verified: { tip, members: keys.known } };
}

type Named = { readonly name: string; readonly checkpoint: Checkpoint };
type Report = (finding: LedgerFinding) => void;

/** The checkpoints that can be read, by size. */
function readNotes(held: Held, from: number, report: Report): Map<number, Named[]> {
  const bySize = new Map<number, Named[]>();
  for (const { name, note } of held.notes) {
    const opened = openCheckpoint(note, held.noteKey);
    if (!opened.ok) {
      report({ kind: 'checkpoint', where: name, what: opened.problem.what, n: null });
    } else if (opened.value.size >= from) {
      const { size } = opened.value;
      bySize.set(size, [...(bySize.get(size) ?? []), { name, checkpoint: opened.value }]);
    }
  }
  return bySize;
}

type Fault = Pick<LedgerFinding, 'kind' | 'what'>;

function faultsOf(
  record: SealedDeed,
  tip: Tip,
  by: { readonly keys: MemberKeys; readonly payloadKeys: PayloadKeys },
): Fault[] {
  const part = parsePublicPart(record.publicPart);
  if (!part.ok) return [part.problem];
  const faults: Fault[] = [];
  if (part.value.prev !== tip.leaf) faults.push({ kind: 'chain', what: 'it does not follow on the deed before it' });
  const opened = openPayload(record, part.value, by.payloadKeys);
  if (!opened.ok) faults.push(opened.problem);
  const unsigned = by.keys.faultOf(part.value, opened.ok ? opened.value.payload : undefined);
  return unsigned === undefined ? faults : [...faults, unsigned];
}

/** Members' public keys as the ledger brings them in, and what each signature is worth. */
class MemberKeys {
  readonly known: Map<string, string>;
  readonly #verifiers = new Map<string, Verifies>();

  constructor(known: ReadonlyMap<string, string>) {
    this.known = new Map(known);
  }

  faultOf(part: PublicPart, payload: DeedPayload | undefined): Fault | undefined {
    if (payload?.kind === 'member' && keyIdOf(Buffer.from(payload.publicKey, 'hex')) === part.actor) {
      this.known.set(part.actor, payload.publicKey);
    }
    const verifies = this.#verifierOf(part.actor);
    if (verifies === undefined) return { kind: 'actor', what: `no member has the key ${part.actor}` };
    const holds = verifies(signedBytes(part), Buffer.from(part.sig, 'hex'));
    return holds ? undefined : { kind: 'signature', what: 'its signature does not hold' };
  }

  #verifierOf(keyId: string): Verifies | undefined {
    const made = this.#verifiers.get(keyId);
    const publicKey = this.known.get(keyId);
    if (made !== undefined || publicKey === undefined) return made;
    const verifies = verifierFrom(Buffer.from(publicKey, 'hex'));
    if (verifies !== undefined) this.#verifiers.set(keyId, verifies);
    return verifies;
  }
}
