import { sql } from 'kysely';
import type { Judge } from '../../domain/deed.ts';
import type { Handle } from '../database.ts';
import { PAGE, pageOf, placeIn, type Page } from './page.ts';

/** A standing judgement; the pair has no order. */
export interface FoundJudgement {
  readonly n: number;
  readonly a: string;
  readonly b: string;
  readonly judgement: Judge['judgement'];
}

/** One page of the judgements that stand: of each pair the last whose deed was not taken back. */
export async function judgementsPage(
  db: Handle,
  question: { readonly of: Judge['of']; readonly after: string | null },
): Promise<Page<FoundJudgement>> {
  const found = await db
    .selectFrom('judgement')
    .innerJoin('deed', 'deed.n', 'judgement.n')
    .innerJoin('name as a', 'a.key', 'judgement.aKey')
    .innerJoin('name as b', 'b.key', 'judgement.bKey')
    .select(['judgement.n', 'a.id as a', 'b.id as b', 'judgement.judgement'])
    .where('judgement.of', '=', question.of)
    .where('judgement.n', '>', placeIn(question.after) ?? -1)
    .where('deed.takenBackBy', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from "judgement" as "later" join "deed" as "laterDeed" on "laterDeed"."n" = "later"."n"
        where "later"."of" = "judgement"."of" and "later"."aKey" = "judgement"."aKey" and "later"."bKey" = "judgement"."bKey"
        and "later"."n" > "judgement"."n" and "laterDeed"."takenBackBy" is null)`,
    )
    .orderBy('judgement.n')
    .limit(PAGE + 1)
    .execute();
  return pageOf(
    found,
    (row) => row.n,
    (kept) => kept,
  );
}
