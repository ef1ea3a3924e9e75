import { rootOf } from '../ledger/merkle.ts';
import { keptNotes, unanchored } from './checkpoint.ts';
import type { FsckReport } from './fsck.ts';
import { ledgerPage } from './history.ts';
import type { OpenCase } from './open-case.ts';

/** One page of the ledger with its root, its last checkpoint, and what the last check found. */
export async function ledgerView(
  c: OpenCase,
  after: string | null,
  fsck: { readonly at: string; readonly report: FsckReport } | null,
) {
  const { frontier } = await c.ledger.tip(c.database.db);
  const note = keptNotes(c).at(-1);
  return {
    deeds: { ...(await ledgerPage(c, after)), total: frontier.size },
    size: frontier.size,
    root: Buffer.from(rootOf(frontier)).toString('hex'),
    checkpoint: note === undefined ? null : { size: note.size, note: note.note },
    unanchored: unanchored(c),
    fsck: fsck === null ? null : { at: fsck.at, ok: fsck.report.ok, problems: fsck.report.problems },
  };
}
