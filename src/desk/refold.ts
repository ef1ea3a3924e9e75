import { titleOf, type NameOf } from '../domain/cell.ts';
import type { Deed } from '../domain/deed.ts';
import { foldRecord, type Surroundings } from '../domain/fold/record.ts';
import { foldSource } from '../domain/fold/source.ts';
import { isHashedId, recordId, sourceId, type RecordId } from '../domain/ids.ts';
import { mentionsOf, referencesOf } from '../domain/mentions.ts';
import { conflictsOf } from '../domain/relation.ts';
import type { Handle } from '../storage/database.ts';
import { deedsMentioning } from '../storage/projection/deeds.ts';
import { firstMentions, takenBackAmong } from '../storage/questions/deed-numbers.ts';
import type { RecordEntry } from '../storage/projection/record-rows.ts';
import { dropRecords, putRecords } from '../storage/projection/records.ts';
import { putSources } from '../storage/projection/sources.ts';
import type { Projecting } from './project.ts';

const AT_ONCE = 64;

/** Folds these records and sources again, each from its own deeds, and puts them in place of what was there. */
export async function refold(db: Handle, ids: readonly string[], by: Projecting): Promise<void> {
  const sources = ids.filter((id) => isHashedId(id, 'src'));
  const records = ids.filter((id) => !isHashedId(id, 'src'));
  for (let at = 0; at < sources.length; at += AT_ONCE) await refoldSources(db, sources.slice(at, at + AT_ONCE), by);
  for (let at = 0; at < records.length; at += AT_ONCE)
    await refoldRecords(db, records.slice(at, at + AT_ONCE).map(recordId), by);
}

async function refoldSources(db: Handle, ids: readonly string[], by: Projecting): Promise<void> {
  const deeds = byMention(by.deedsAt(await deedsMentioning(db, ids)));
  await putSources(
    db,
    ids.flatMap((id) => foldSource(sourceId(id), deeds.get(id) ?? []) ?? []),
  );
}

async function refoldRecords(db: Handle, ids: readonly RecordId[], by: Projecting): Promise<void> {
  const deeds = byMention(by.deedsAt(await deedsMentioning(db, ids)));
  const around = await surroundings(
    db,
    ids.flatMap((id) => deeds.get(id) ?? []),
  );
  const entries: RecordEntry[] = [];
  const gone: RecordId[] = [];
  for (const id of ids) {
    const state = foldRecord(id, deeds.get(id) ?? [], around);
    if (state === null) gone.push(id);
    else entries.push({ state, title: titleOf(state, UNNAMED), conflicts: conflictsOf(state).length });
  }
  await dropRecords(db, gone);
  await putRecords(db, entries, by.world);
}

/** Stored titles hold no names of other records: those may be guarded, and they change without this record's deeds. */
const UNNAMED: NameOf = () => '…';

function byMention(deeds: readonly Deed[]): Map<string, Deed[]> {
  const found = new Map<string, Deed[]>();
  for (const deed of deeds) {
    for (const ref of mentionsOf(deed.payload)) {
      const list = found.get(ref);
      if (list === undefined) found.set(ref, [deed]);
      else list.push(deed);
    }
  }
  return found;
}

/** Which of these deeds stand, and whether the deeds that made the records they lean on do. */
async function surroundings(db: Handle, deeds: readonly Deed[]): Promise<Surroundings> {
  const leanedOn = new Set<string>();
  for (const { payload } of deeds) {
    if (payload.kind !== 'accept' && payload.kind !== 'record') continue;
    for (const claim of payload.claims) for (const ref of referencesOf(claim)) leanedOn.add(ref);
  }
  const makers = await firstMentions(db, leanedOn);
  const out = await takenBackAmong(db, new Set([...deeds.map((deed) => deed.n), ...makers.values()]));
  const outIds = new Set(deeds.filter((deed) => out.has(deed.n)).map((deed) => deed.id));
  return {
    stands: (deed) => !outIds.has(deed),
    madeStands: (record) => {
      const maker = makers.get(record);
      return maker !== undefined && !out.has(maker);
    },
  };
}
