import type { RecordState } from '../../domain/record.ts';
import { foldedTokens } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { utf8 } from '../packed.ts';
import type { Secrets } from '../secrets.ts';
import type { Bytes } from '../tables.ts';
import { insertRows } from './insert-rows.ts';
import { isSealed } from './record-rows.ts';

/** More tokens than a name has; a hostile name must not fill the index. */
const TOKENS_KEPT = 64;

export interface NameRow {
  readonly table: 'personName' | 'sensitiveToken';
  readonly token: Bytes;
  readonly personKey: number;
}

/** The folded tokens of every name a person's claims give, withdrawn ones apart; keyed hashes where the names are secret. */
export function nameRows(state: RecordState, personKey: number, secrets: Secrets): readonly NameRow[] {
  if (state.kind !== 'person') return [];
  const tokens = new Set<string>();
  for (const { claim, status } of state.claims) {
    if (claim.field !== 'name' || claim.value.kind !== 'text' || status === 'withdrawn') continue;
    for (const token of foldedTokens(claim.value.text.slice(0, 2000))) {
      if (tokens.size < TOKENS_KEPT) tokens.add(token.folded);
    }
  }
  const secret = isSealed(state);
  return [...tokens].map((token) =>
    secret
      ? { table: 'sensitiveToken', token: secrets.tokenKey(token), personKey }
      : { table: 'personName', token: utf8(token), personKey },
  );
}

export async function putNames(db: Handle, rows: readonly NameRow[]): Promise<void> {
  for (const table of ['personName', 'sensitiveToken'] as const) {
    const some = rows.filter((row) => row.table === table);
    await insertRows(
      db,
      table,
      some.map(({ token, personKey }) => ({ token, personKey })),
      'ignore',
    );
  }
}

export async function dropNames(db: Handle, personKeys: readonly number[]): Promise<void> {
  await db.deleteFrom('personName').where('personKey', 'in', personKeys).execute();
  await db.deleteFrom('sensitiveToken').where('personKey', 'in', personKeys).execute();
}
