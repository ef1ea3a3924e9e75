import type { Insertable, Selectable } from 'kysely';
import type { ProposalId, SourceId, TextId } from '../../domain/ids.ts';
import { proposerOf, type Proposal, type ProposalKind } from '../../domain/proposal.ts';
import type { Attestation } from '../../domain/span.ts';
import type { Handle } from '../database.ts';
import { keysFor } from '../names.ts';
import { ascii, pack } from '../packed.ts';
import { overlapping } from './decided.ts';
import type { ProposalDecision, Tables } from '../tables.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';
import { OF_MODELS } from './readings.ts';

type DecidedRow = Selectable<Tables['decided']>;

/** What the deed `n` decided about a proposal. */
export interface DecidedEntry {
  readonly n: number;
  readonly proposal: ProposalId;
  readonly decision: ProposalDecision;
  /** Of the proposal, where the deed says it; null stands for any kind. */
  readonly kind: ProposalKind | null;
  /** Of the reading it came from, where the deed says it. */
  readonly reader: string | null;
  readonly anchors: readonly Attestation[];
}

/** Everything one reading proposes of one text. */
export interface ProposedText {
  readonly source: SourceId;
  readonly text: TextId;
  readonly reader: string;
  readonly proposals: readonly Proposal[];
}

/**
 * Puts these proposals in place of the undecided ones of the same texts. One with a decided id keeps its decision; one
 * of another reader than a decided one, of its kind and overlapping it, is `read-differently` and is not asked again
 * (MECHANICS, Readings and proposals). Those of a language model take the place of a model's alone.
 */
export async function putProposals(db: Handle, texts: readonly ProposedText[]): Promise<void> {
  const isOfModel = ({ reader }: ProposedText): boolean => proposerOf(reader) !== null;
  const readers = [texts.filter((text) => !isOfModel(text)), texts.filter(isOfModel)];
  for (const some of readers.flatMap((group) => [...pieces(group, 32)])) {
    const keyOf = await keysFor(
      db,
      some.flatMap((text) => [text.source, text.text, ...text.proposals.map((proposal) => proposal.id)]),
    );
    const textKeys = padded(some.map((text) => keyOf(text.text)));
    const undecided = db
      .deleteFrom('proposal')
      .where('textKey', 'in', textKeys)
      .where((eb) => eb.or([eb('decision', 'is', null), eb('decision', '=', 'read-differently')]));
    await (some.some(isOfModel) ? undecided.where('reader', 'like', OF_MODELS) : undecided).execute();
    const decided = await db.selectFrom('decided').selectAll().where('textKey', 'in', textKeys).execute();
    const rows = some.flatMap((text) =>
      proposalRows(
        text,
        keyOf,
        decided.filter((row) => row.textKey === keyOf(text.text)),
      ),
    );
    await insertRows(db, 'proposal', rows, 'ignore');
  }
}

function proposalRows(
  text: ProposedText,
  keyOf: (id: string) => number,
  decided: readonly DecidedRow[],
): readonly Insertable<Tables['proposal']>[] {
  const own = new Map(decided.toSorted((a, b) => a.n - b.n).map((row) => [row.proposalKey, row]));
  const other = overlapping(decided.filter((row) => row.reader !== null && row.reader !== text.reader));
  return text.proposals.map((proposal) => {
    const key = keyOf(proposal.id);
    const { start, end } = proposal.anchors[0];
    const mine = own.get(key);
    const differs = mine === undefined ? other(proposal.kind, start, end) : undefined;
    return {
      key,
      sourceKey: keyOf(text.source),
      textKey: keyOf(text.text),
      kind: proposal.kind,
      start,
      end,
      score: proposal.score,
      reader: ascii(text.reader),
      decision: mine?.decision ?? (differs === undefined ? null : 'read-differently'),
      deed: mine?.n ?? differs?.n ?? null,
      body: pack(proposal),
    };
  });
}

/** Notes decisions; the last one about a proposal holds. Noting one twice changes nothing. */
export async function decideProposals(db: Handle, entries: readonly DecidedEntry[]): Promise<void> {
  for (const some of pieces(entries, 64)) {
    const keyOf = await keysFor(
      db,
      some.flatMap((entry) => [entry.proposal, ...entry.anchors.map((anchor) => anchor.text)]),
    );
    await insertRows(
      db,
      'decided',
      some.flatMap((entry) => decidedRows(entry, keyOf)),
      'ignore',
    );
    for (const entry of some) await refresh(db, keyOf(entry.proposal));
  }
}

function decidedRows(entry: DecidedEntry, keyOf: (id: string) => number): readonly DecidedRow[] {
  const { n, decision, kind, reader } = entry;
  const common = {
    n,
    proposalKey: keyOf(entry.proposal),
    decision,
    kind,
    reader: reader === null ? null : ascii(reader),
  };
  if (entry.anchors.length === 0) return [{ ...common, ordinal: 0, textKey: 0, start: 0, end: 0 }];
  return entry.anchors.map((anchor, ordinal) => ({
    ...common,
    ordinal,
    textKey: keyOf(anchor.text),
    start: anchor.span.start,
    end: anchor.span.end,
  }));
}

/** Forgets what deed `n` decided, because it was taken back; what it hid from the queue waits again. */
export async function undecideProposals(db: Handle, n: number): Promise<void> {
  const rows = await db.selectFrom('decided').select('proposalKey').distinct().where('n', '=', n).execute();
  await db.deleteFrom('decided').where('n', '=', n).execute();
  for (const row of rows) await refresh(db, row.proposalKey);
  await db
    .updateTable('proposal')
    .set({ decision: null, deed: null })
    .where('decision', '=', 'read-differently')
    .where('deed', '=', n)
    .execute();
}

async function refresh(db: Handle, proposalKey: number): Promise<void> {
  const [last] = await db
    .selectFrom('decided')
    .select(['n', 'decision'])
    .where('proposalKey', '=', proposalKey)
    .orderBy('n', 'desc')
    .limit(1)
    .execute();
  await db
    .updateTable('proposal')
    .set({ decision: last?.decision ?? null, deed: last?.n ?? null })
    .where('key', '=', proposalKey)
    .execute();
}
