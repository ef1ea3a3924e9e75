import { sql, type Selectable } from 'kysely';
import type { Proposal, ProposalKind } from '../../domain/proposal.ts';
import type { Handle } from '../database.ts';
import { keyOf, knownKeys } from '../names.ts';
import { unpack } from '../packed.ts';
import { padded, pieces } from '../projection/insert-rows.ts';
import type { ProposalDecision, Tables } from '../tables.ts';
import { lostPlace, PAGE, pageOf, placeIn, type Page } from './page.ts';

export interface FoundProposal {
  readonly proposal: Proposal;
  readonly reader: string;
  /** Null while it waits. `read-differently`: one that it overlaps was decided under another reader. */
  readonly decision: ProposalDecision | 'read-differently' | null;
  /** Number of the deed that decided it. */
  readonly deed: number | null;
}

export interface ProposalQuestion {
  readonly kind?: ProposalKind;
  readonly source?: string;
  readonly waiting: boolean;
}

type ProposalRow = Selectable<Tables['proposal']>;

/** One page of the review queue: source by source, text by text, in the order of the words. */
export async function proposalsPage(
  db: Handle,
  question: ProposalQuestion & { readonly after: string | null },
): Promise<Page<FoundProposal>> {
  const place = placeIn(question.after);
  const asked = await selection(db, question);
  if (asked === undefined) return { rows: [], next: null };
  let query = asked;
  if (place !== null) {
    const at = await db.selectFrom('proposal').selectAll().where('key', '=', place).executeTakeFirst();
    if (at === undefined) throw lostPlace();
    query = query.where(
      sql<boolean>`("sourceKey", "textKey", "start", "key") > (${at.sourceKey}, ${at.textKey}, ${at.start}, ${place})`,
    );
  }
  const found = await query
    .selectAll()
    .orderBy('sourceKey')
    .orderBy('textKey')
    .orderBy('start')
    .orderBy('key')
    .limit(PAGE + 1)
    .execute();
  return pageOf(
    found,
    (row) => row.key,
    (kept) => kept.map(shown),
  );
}

export async function proposalsTotal(db: Handle, question: ProposalQuestion): Promise<number> {
  const asked = await selection(db, question);
  const row = await asked?.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return Number(row?.total ?? 0);
}

/** Undefined where the source is unknown: nothing can be found. */
async function selection(db: Handle, question: ProposalQuestion) {
  let query = db.selectFrom('proposal');
  if (question.source !== undefined) {
    const key = await keyOf(db, question.source);
    if (key === undefined) return undefined;
    query = query.where('sourceKey', '=', key);
  }
  if (question.kind !== undefined) query = query.where('kind', '=', question.kind);
  return question.waiting ? query.where('decision', 'is', null) : query;
}

export async function proposalById(db: Handle, id: string): Promise<FoundProposal | undefined> {
  return (await proposalsById(db, [id]))[0];
}

/** Those of these proposals that there are, in the order asked. */
export async function proposalsById(db: Handle, ids: readonly string[]): Promise<FoundProposal[]> {
  const keys = await knownKeys(db, ids);
  const asked = [...new Set(ids)].flatMap((id) => keys.get(id) ?? []);
  const found: FoundProposal[] = [];
  for (const some of pieces(asked, 256)) {
    const rows = await db.selectFrom('proposal').selectAll().where('key', 'in', padded(some)).execute();
    const byKey = new Map(rows.map((row) => [row.key, row]));
    found.push(...some.flatMap((key) => byKey.get(key) ?? []).map(shown));
  }
  return found;
}

/** At most this many proposals are shown beside one window of a text. */
const WINDOW_PROPOSALS = 2000;

/** Proposals, decided or not, whose first words begin in `[from, to)` of a text, in the order of the words. */
export async function proposalsInWindow(
  db: Handle,
  window: { readonly text: string; readonly from: number; readonly to: number },
): Promise<FoundProposal[]> {
  const key = await keyOf(db, window.text);
  if (key === undefined) return [];
  const rows = await db
    .selectFrom('proposal')
    .selectAll()
    .where('textKey', '=', key)
    .where('start', '>=', window.from)
    .where('start', '<', window.to)
    .orderBy('start')
    .orderBy('key')
    .limit(WINDOW_PROPOSALS)
    .execute();
  return rows.map(shown);
}

export function shown(row: ProposalRow): FoundProposal {
  return {
    proposal: unpack<Proposal>(row.body),
    reader: row.reader,
    decision: row.decision,
    deed: row.deed,
  };
}
