import { sql } from 'kysely';
import { foldedTokens } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { utf8 } from '../packed.ts';
import type { Secrets } from '../secrets.ts';
import type { Bytes } from '../tables.ts';
import { PAGE } from './page.ts';
import { recordsByKey, type FoundRecord } from './records.ts';

const TOKENS_ASKED = 16;

/**
 * Persons with a name that has all these words, whatever the spelling that folds alike; at most 200. `begins` takes the
 * last word as the beginning of one, as while typing; under the second key only whole words can be asked for.
 */
export async function personsNamed(
  db: Handle,
  secrets: Secrets,
  question: { readonly name: string; readonly begins: boolean },
): Promise<FoundRecord[]> {
  const tokens = tokensOf(question.name);
  if (tokens.length === 0) return [];
  const open = tokens.map((token, at) => {
    const bytes = utf8(token);
    return { from: bytes, to: question.begins && at === tokens.length - 1 ? beyond(bytes) : bytes };
  });
  const secret = tokens.map((token) => {
    const hash = secrets.tokenKey(token);
    return { from: hash, to: hash };
  });
  const keys = [...(await withAll(db, 'personName', open)), ...(await withAll(db, 'sensitiveToken', secret))];
  return recordsByKey(db, secrets, keys.slice(0, PAGE));
}

function tokensOf(name: string): string[] {
  const tokens = new Set<string>();
  for (const token of foldedTokens(name.slice(0, 1000))) {
    if (tokens.size < TOKENS_ASKED) tokens.add(token.folded);
  }
  return [...tokens];
}

/** After every UTF-8 string that begins so. */
const beyond = (bytes: Bytes): Bytes => Uint8Array.of(...bytes, 0xff);

interface TokenRange {
  readonly from: Bytes;
  readonly to: Bytes;
}

async function withAll(
  db: Handle,
  table: 'personName' | 'sensitiveToken',
  ranges: readonly TokenRange[],
): Promise<number[]> {
  const each = ranges.map(
    ({ from, to }) => sql`select "personKey" from ${sql.table(table)} where "token" >= ${from} and "token" <= ${to}`,
  );
  const { rows } = await sql<{
    personKey: number;
  }>`${sql.join(each, sql` intersect `)} order by 1 limit ${PAGE}`.execute(db);
  return rows.map((row) => row.personKey);
}
