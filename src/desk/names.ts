import { titleOf, type NameOf } from '../domain/cell.ts';
import type { Claim } from '../domain/claim.ts';
import { referencesOf } from '../domain/mentions.ts';
import type { RecordState } from '../domain/record.ts';
import type { Handle } from '../storage/database.ts';
import type { Secrets } from '../storage/secrets.ts';
import { recordsById } from '../storage/questions/records.ts';

const UNKNOWN = 'somebody no longer recorded';

/** How the records that these lean on are called; a title that leans on further records names those too. */
export async function namesAround(db: Handle, secrets: Secrets, states: readonly RecordState[]): Promise<NameOf> {
  const direct = await statesOf(db, secrets, states.flatMap(claimsOf));
  const further = await statesOf(
    db,
    secrets,
    [...direct.values()].filter((state) => state.kind !== 'person').flatMap(claimsOf),
  );
  const plain: NameOf = (id) => nameFrom(further.get(id) ?? direct.get(id), () => '…');
  return (id) => nameFrom(direct.get(id) ?? further.get(id), plain);
}

const claimsOf = (state: RecordState): Claim[] => state.claims.map((claim) => claim.claim);

async function statesOf(db: Handle, secrets: Secrets, claims: readonly Claim[]): Promise<Map<string, RecordState>> {
  const ids = [...new Set(claims.flatMap(referencesOf))];
  const found = await recordsById(db, secrets, ids);
  return new Map(found.map((record) => [record.state.id, record.state]));
}

const nameFrom = (state: RecordState | undefined, nameOf: NameOf): string =>
  state === undefined ? UNKNOWN : titleOf(state, nameOf);
