import type { SourceId, TextId } from '../domain/ids.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Reading } from '../domain/reading.ts';
import type { Handle } from '../storage/database.ts';
import { pieces } from '../storage/projection/insert-rows.ts';
import { putProposals } from '../storage/projection/proposals.ts';
import { putReadings } from '../storage/projection/readings.ts';
import { putSourceFacts } from '../storage/projection/sources.ts';
import { turn } from './turn.ts';

export interface KeptReading {
  readonly source: SourceId;
  readonly text: TextId;
  readonly reading: Reading;
  readonly proposals: readonly Proposal[];
}

/** Few at once: the thread that writes also hands files to the children that read. */
const AT_ONCE = 4;

/** Readings are a cache: they go into the tables beside the deeds and are no part of the fold. */
export async function keepReadings(db: Handle, readings: readonly KeptReading[]): Promise<void> {
  for (const some of pieces(readings, AT_ONCE)) {
    await keepSome(db, some);
    await turn();
  }
}

async function keepSome(db: Handle, readings: readonly KeptReading[]): Promise<void> {
  await putReadings(
    db,
    readings.map(({ text, reading }) => ({ text, reader: reading.reader.version, reading })),
  );
  await putProposals(
    db,
    readings.map(({ source, text, reading, proposals }) => ({
      source,
      text,
      reader: reading.reader.version,
      proposals,
    })),
  );
  await putSourceFacts(
    db,
    readings.map(({ source, reading }) => ({
      source,
      kind: null,
      published: reading.published?.date ?? null,
      language: reading.language,
    })),
  );
}
