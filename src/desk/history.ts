import { shownValue } from '../domain/cell.ts';
import type { ClaimValue } from '../domain/claim.ts';
import { mainRecordOf, type Deed, type DeedPayload } from '../domain/deed.ts';
import { assertNever } from '../kit/assert-never.ts';
import { deedsPage, type FoundDeed } from '../storage/questions/deeds.ts';
import type { OpenCase } from './open-case.ts';

/** A deed in the field's words, for histories and the ledger page. */
export interface HistoryEntry {
  readonly deed: string;
  readonly n: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly reason: string | null;
  readonly takenBack: boolean;
}

/** The newest deeds that mention a record or source. */
export async function historyOf(c: OpenCase, id: string): Promise<HistoryEntry[]> {
  const page = await deedsPage(c.database.db, { mentions: id, after: null });
  return page.rows.map((row) => historyEntry(c, row));
}

/** One page of the ledger, newest first. */
export async function ledgerPage(
  c: OpenCase,
  after: string | null,
): Promise<{ rows: HistoryEntry[]; next: string | null }> {
  const page = await deedsPage(c.database.db, { after });
  return { rows: page.rows.map((row) => historyEntry(c, row)), next: page.next };
}

function historyEntry(c: OpenCase, row: FoundDeed): HistoryEntry {
  const [deed] = c.ledger.deedsAt([row.n]);
  const payload = deed?.payload;
  return {
    deed: row.id,
    n: row.n,
    kind: row.kind,
    at: row.at,
    by: row.actor,
    what: payload === undefined ? row.kind : deedWords(payload),
    reason: payload !== undefined && 'reason' in payload ? payload.reason : null,
    takenBack: row.takenBackBy !== null,
  };
}

/** What a deed did. References to other records stay unnamed: a history must not show more than its record does. */
export function deedWords(payload: DeedPayload): string {
  switch (payload.kind) {
    case 'open':
      return `opened the case “${payload.name}”`;
    case 'member':
      return `${payload.name} joined with a key`;
    case 'ingest':
      return `took a source into custody: ${payload.mediaType}, ${payload.bytes} bytes`;
    case 'found-again':
      return 'found the same bytes at another place';
    case 'derive':
      return payload.text === null
        ? `could not read it: ${payload.unread}`
        : `read a text of ${payload.units} units with ${payload.tool.name} ${payload.tool.version}`;
    case 'accept':
    case 'record':
      return recordingWords(payload);
    case 'reject':
      return 'rejected a proposal';
    case 'status':
      return `set a claim to ${payload.to}`;
    case 'adopt':
      return 'adopted a value: a finding';
    case 'judge':
      return `judged two ${payload.of}s ${payload.judgement}`;
    case 'mark':
      return `marked a person as ${payload.sensitivity.replace('-', ' ')}`;
    case 'hold':
      return `a cited source is ${payload.state}`;
    case 'take-back':
      return 'took a deed back';
    case 'read':
      return payload.how === 'download' ? 'an original left the program' : 'pages of an original were shown';
    case 'release':
      return `released ${payload.profile} for ${payload.audience}`;
    default:
      return assertNever(payload);
  }
}

const RECORDING_VERB = {
  record: { plain: 'recorded by hand', amended: 'recorded by hand' },
  accept: { plain: 'accepted', amended: 'accepted with changes' },
} as const;

function recordingWords(payload: Extract<Deed['payload'], { kind: 'accept' | 'record' }>): string {
  const verb = RECORDING_VERB[payload.kind][payload.amended === null ? 'plain' : 'amended'];
  const main = mainRecordOf(payload);
  const kind = payload.made.find(({ id }) => id === main)?.kind.replaceAll('-', ' ') ?? 'a value';
  const said = payload.claims.find(({ record, value }) => record === main && value.kind !== 'record')?.value;
  return `${verb} ${kind}${said === undefined ? '' : `: ${shortValue(said)}`}`;
}

const MOST_LETTERS = 60;

/** One short line: a long statement is cut between words. */
function shortValue(value: ClaimValue): string {
  const shown = shownValue(value, () => '…');
  const words = value.kind === 'code' ? shown.replaceAll('-', ' ') : shown;
  if (words.length <= MOST_LETTERS) return words;
  return `${words.slice(0, Math.max(1, words.lastIndexOf(' ', MOST_LETTERS)))}…`;
}
