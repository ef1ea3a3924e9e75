import { createHmac } from 'node:crypto';
import type { Claim, ClaimState, ClaimStatus, ClaimValue, Decision, Link } from '../domain/claim.ts';
import type { Deed, DeedPayload } from '../domain/deed.ts';
import {
  actorName,
  claimId,
  deedId,
  proposalId,
  recordId,
  sourceId,
  textId,
  type ProposalId,
  type RecordId,
  type SourceId,
  type TextId,
} from '../domain/ids.ts';
import type { Proposal, ProposalKind } from '../domain/proposal.ts';
import type { RecordKind, RecordState } from '../domain/record.ts';
import type { SourceState } from '../domain/source.ts';
import type { Attestation } from '../domain/span.ts';
import { base32 } from '../kit/base32.ts';
import type { RecordEntry } from './projection/record-rows.ts';
import type { RecordWorld } from './projection/records.ts';
import type { Secrets } from './secrets.ts';

/** Invented data for the contract of the database: the republic of Ardovia and its town Karsel exist nowhere else. */

const uuid = (kind: number, n: number): string => `0190a000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const hashed = (prefix: string, n: number): string => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, n);
  return `${prefix}_${base32(bytes)}`;
};

export const record = (n: number): RecordId => recordId(uuid(1, n));
export const source = (n: number): SourceId => sourceId(hashed('src', n));
export const text = (n: number): TextId => textId(hashed('txt', n));
export const proposal = (n: number): ProposalId => proposalId(hashed('prp', n));

export const decision = (n: number): Decision => ({
  by: actorName('Mira'),
  at: `2031-02-03T04:05:${String(n % 60).padStart(2, '0')}.000Z`,
  deed: deedId(uuid(3, n)),
  reason: null,
});

export function deed(n: number, payload: DeedPayload): Deed {
  return { n, id: deedId(uuid(3, n)), actor: actorName('Mira'), at: decision(n).at, payload };
}

export const words = (n: number, start: number, said: string): Attestation => ({
  source: source(n),
  text: text(n),
  span: { start, end: start + said.length, text: said },
});

export interface Said {
  readonly status?: ClaimStatus;
  readonly at?: Attestation;
  readonly chain?: readonly Link[];
  readonly unsettled?: string;
  readonly adopted?: boolean;
}

export function claim(of: RecordId, field: string, value: ClaimValue, said: Said = {}): ClaimState {
  const made: Claim = {
    id: claimId(`${of.slice(0, -4)}${Buffer.from(field).toString('hex').slice(0, 4)}`),
    record: of,
    field,
    value,
    chain: said.chain ?? [],
    basis: 'words',
    attestedBy: [said.at ?? words(1, 10, 'in Karsel')],
  };
  return {
    claim: made,
    status: said.status ?? 'recorded',
    recorded: decision(1),
    changed: null,
    adopted: said.adopted === true ? decision(2) : null,
    unsettled: said.unsettled ?? null,
  };
}

export const name = (words: string): ClaimValue => ({ kind: 'text', text: words });
export const code = (code: string): ClaimValue => ({ kind: 'code', code });
export const when = (edtf: string): ClaimValue => ({ kind: 'when', edtf });
export const exactly = (n: number): ClaimValue => ({ kind: 'count', count: { kind: 'exactly', n } });
export const to = (record: RecordId): ClaimValue => ({ kind: 'record', record });

export function state(id: RecordId, kind: RecordKind, made: readonly ClaimState[]): RecordState {
  return {
    id,
    kind,
    made: decision(1),
    claims: made,
    proposals: [],
    mark: kind === 'person' ? { sensitivity: 'restricted', decision: decision(1) } : null,
    hold: kind === 'cited-source' ? { state: 'sought', source: null, decision: null } : null,
    unsettled: null,
  };
}

export const entry = (state: RecordState, title: string, conflicts = 0): RecordEntry => ({ state, title, conflicts });

export const person = (
  n: number,
  called: string,
  sensitivity: 'restricted' | 'protected' = 'restricted',
): RecordEntry => {
  const id = record(n);
  const made = state(id, 'person', [claim(id, 'name', name(called)), claim(id, 'kind', code('individual'))]);
  return entry({ ...made, mark: { sensitivity, decision: decision(1) } }, called);
};

export function sourceState(n: number, places: readonly string[], unread: string | null = null): SourceState {
  const made = { tool: { name: 'plain', version: '1', options: '' }, pages: null, title: null, decision: decision(n) };
  return {
    id: source(n),
    sha256: 'ab'.repeat(32),
    bytes: 1000 + n,
    mediaType: 'text/plain',
    blob: `blob${n}`,
    foundAt: places.map((place) => ({ place, decision: decision(n) })),
    texts: unread === null ? [{ id: text(n), units: 500, blob: `text${n}`, ...made }] : [],
    unread,
  };
}

export function proposed(n: number, of: number, start: number, kind: ProposalKind = 'figure'): Proposal {
  return {
    id: proposal(n),
    kind,
    source: source(of),
    text: text(of),
    anchors: [{ start, end: start + 10, text: 'ten people' }],
    fields: [
      {
        field: 'count',
        value: { kind: 'count', count: { kind: 'exactly', n: 10 } },
        spans: [{ start, end: start + 3, text: 'ten' }],
        inferred: false,
      },
    ],
    perpetrators: [],
    chain: [],
    summary: `ten people (${n})`,
    score: 0.5,
    why: ['numeral before a noun of persons'],
  };
}

/** A seal that tests can open: every byte turned over. */
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
export const secrets: Secrets = {
  seal: turned,
  open: turned,
  tokenKey: (folded) => createHmac('sha256', 'second key').update(folded).digest(),
};

const DAY_MS = 86_400_000;
/** Years and days are enough here. */
export const world: RecordWorld = {
  secrets,
  days: (edtf) => {
    const year = /^\d{4}$/.test(edtf);
    const from = Date.parse(year ? `${edtf}-01-01` : edtf) / DAY_MS;
    if (Number.isNaN(from)) return null;
    return { from, to: year ? Date.parse(`${edtf}-12-31`) / DAY_MS : from };
  },
};
