import { randomBytes } from 'node:crypto';
import type { Claim } from '../domain/claim.ts';
import type { DeedKind, Draft } from '../domain/deed.ts';
import { actorName, claimId, deedId, proposalId, recordId, type ActorName } from '../domain/ids.ts';
import { uuid7 } from '../kit/uuid7.ts';
import { NO_DEEDS, sealDrafts, type Hand, type SealedGroup, type Tip } from './append.ts';
import { caseKeysFrom, sourceIdOf, textIdOf } from './keys.ts';
import type { PayloadOf } from './payload-schema.ts';
import { signerFrom, type Signer } from './signing.ts';

export const KEYS = caseKeysFrom(Buffer.alloc(32, 1));
export const VESNA = actorName('Vesna');
const SHA = 'ab'.repeat(32);
const BLOB = 'cd'.repeat(32);
const source = sourceIdOf(KEYS.ids, SHA);
const text = textIdOf(KEYS.ids, SHA);
const uuid = (n: number): string => uuid7(1_700_000_000_000 + n, Buffer.alloc(10, n));
const [person, act, figure] = [recordId(uuid(1)), recordId(uuid(2)), recordId(uuid(3))];
const proposal = proposalId(`prp_${'a'.repeat(26)}`);
const span = { start: 3, end: 16, text: 'more than 200' };
const words = { source, text, span };
const counted: Claim = {
  id: claimId(uuid(4)),
  record: figure,
  field: 'count',
  value: { kind: 'count', count: { kind: 'more-than', n: 200 } },
  chain: [{ kind: 'said-by', to: person, words }],
  basis: 'words',
  attestedBy: [words, words],
};
const finding: Claim = {
  id: claimId(uuid(5)),
  record: act,
  field: 'violation',
  value: { kind: 'code', code: 'torture' },
  chain: [],
  basis: 'finding',
  attestedBy: [],
  reason: 'as the court of Selm found',
};
const member = signerFrom(Buffer.alloc(32, 1));
const tool = { name: 'plain text', version: '1', options: '' };
const recording = {
  proposal,
  reader: '1',
  made: [{ id: figure, kind: 'figure' as const, named: null }],
  claims: [counted, finding],
  marks: [{ person, sensitivity: 'protected' as const }],
  amended: null,
  anchors: [words],
};

/** One payload of each kind of deed. */
export const SAMPLES: { readonly [Kind in DeedKind]: PayloadOf<Kind> } = {
  open: { kind: 'open', name: 'The barracks of Karsel' },
  member: { kind: 'member', name: VESNA, publicKey: Buffer.from(member.publicKey).toString('hex') },
  ingest: {
    kind: 'ingest',
    source,
    sha256: SHA,
    bytes: 12,
    mediaType: 'text/plain',
    blob: BLOB,
    foundAt: 'a/Qərsəl.txt',
  },
  'found-again': { kind: 'found-again', source, foundAt: 'b/\ud800.txt' },
  derive: { kind: 'derive', source, tool, text, sha256: SHA, units: 9, blob: BLOB, pages: null, title: 'Title' },
  accept: { kind: 'accept', ...recording },
  record: { kind: 'record', ...recording, proposal: null, reader: null, amended: '200' },
  reject: { kind: 'reject', proposal, of: 'figure', reader: 'rules-1', anchors: [words], reason: null },
  status: { kind: 'status', record: figure, claim: counted.id, to: 'withdrawn', reason: 'misread' },
  adopt: { kind: 'adopt', record: figure, claim: counted.id, reason: 'the list agrees' },
  judge: { kind: 'judge', of: 'person', a: person, b: act, judgement: 'same', reason: 'one birth date' },
  mark: { kind: 'mark', person, sensitivity: 'sealed', reason: 'asked for it' },
  hold: { kind: 'hold', cited: act, state: 'held', source, reason: null },
  'take-back': { kind: 'take-back', deed: deedId(uuid(6)), reason: 'a slip' },
  read: { kind: 'read', source, how: 'download' },
  release: {
    kind: 'release',
    profile: 'public',
    audience: 'public',
    files: [{ name: 'acts.csv', sha256: SHA }],
    withheld: 3,
  },
};

let now = 1_700_000_000_000;

export const handOf = (signerOf: (actor: ActorName) => Signer = () => member): Hand => ({
  keys: KEYS,
  guards: (payload) => payload.kind === 'mark',
  signerOf,
  clock: { now: () => (now += 1) },
  random: { bytes: (length) => randomBytes(length) },
});

/** A ledger that begins with its member, then one deed of each other kind, then as many `read` deeds as are wanted. */
export function sampleLedger(reads = 0, tip: Tip = NO_DEEDS): SealedGroup {
  const { member: first, ...rest } = SAMPLES;
  const payloads = [first, ...Object.values(rest), ...Array.from({ length: reads }, () => SAMPLES.read)];
  const drafts: Draft[] = payloads.map((payload) => ({ actor: VESNA, payload }));
  return sealDrafts(drafts, tip, handOf());
}
