import { join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { signCheckpoint, type NoteKey } from '../ledger/checkpoint.ts';
import { rootOf } from '../ledger/merkle.ts';
import { signerFrom } from '../ledger/signing.ts';
import { readNotes, writeNote } from '../storage/checkpoint-files.ts';
import type { OpenCase } from './open-case.ts';
import { settled } from './case-trouble.ts';

export interface KeptNote {
  readonly name: string;
  readonly size: number;
  readonly note: string;
}

const ledgerFolder = (c: Pick<OpenCase, 'folder'>): string => join(c.folder, 'ledger');

const originOf = (c: Pick<OpenCase, 'header'>): string => `actum/${c.header.id}`;
export const noteKeyOf = (c: Pick<OpenCase, 'header' | 'keys'>): NoteKey => ({
  name: originOf(c),
  publicKey: signerFrom(c.keys.checkpoint).publicKey,
});

/** Every checkpoint that lies in the case, the oldest first. */
export const keptNotes = (c: Pick<OpenCase, 'files' | 'folder'>): KeptNote[] =>
  readNotes(c.files, ledgerFolder(c)).map(({ name, note }) => ({ name, note, size: Number.parseInt(name, 10) }));

/** Signs the ledger as it stands (C2SP checkpoint) and keeps the note; the same size twice is one note. */
export function checkpoint(c: OpenCase): Promise<Outcome<KeptNote, Problem>> {
  return settled(async () => {
    const { frontier } = await c.ledger.tip(c.database.db);
    const kept = keptNotes(c).find((note) => note.size === frontier.size);
    if (kept !== undefined) return done(kept);
    const note = signCheckpoint(
      { origin: originOf(c), size: frontier.size, root: rootOf(frontier) },
      signerFrom(c.keys.checkpoint),
    );
    const name = writeNote(c.files, ledgerFolder(c), frontier.size, note);
    return done({ name, size: frontier.size, note });
  });
}

/** Deeds that no one outside could attest yet. No note is anchored before time stamps and cosignatures come. */
export const unanchored = (c: OpenCase): number => c.ledger.size();
