import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { SourceState } from '../../domain/source.ts';
import { fold } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { keyOf, knownKeys } from '../names.ts';
import { unpack, utf8 } from '../packed.ts';
import { padded, pieces } from '../projection/insert-rows.ts';
import type { Tables } from '../tables.ts';
import { lostPlace, PAGE, pageOf, placeIn, type Page } from './page.ts';

export const READ_STATES = ['read', 'unread', 'queued'] as const;
/** `unread`: no text could be had, and why is known; `queued`: it waits to be extracted or read. */
export type ReadState = (typeof READ_STATES)[number];

export interface FoundSource {
  readonly state: SourceState;
  readonly read: ReadState;
  /** From its reading; null before. */
  readonly kind: string | null;
  readonly published: string | null;
  readonly language: string | null;
  /** Proposals of its texts, decided or not, by kind; and how many of all kinds wait. */
  readonly statements: number;
  readonly figures: number;
  readonly acts: number;
  readonly waiting: number;
}

export const SOURCE_SORTS = ['place', 'taken'] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

export interface SourceQuestion {
  /** Part of a place where it was found, in any spelling that folds alike. */
  readonly q?: string;
  readonly state?: ReadState;
}

/** One page of sources: by the place where they were found, or the last taken first. */
export async function sourcesPage(
  db: Handle,
  question: SourceQuestion & { readonly sort: SourceSort; readonly after: string | null },
): Promise<Page<FoundSource>> {
  const place = placeIn(question.after);
  const [column, direction, beyond] =
    question.sort === 'place' ? (['byPlace', 'asc', '>'] as const) : (['takenAt', 'desc', '<'] as const);
  let query = db.selectFrom('source').selectAll().where(condition(question));
  if (place !== null) {
    const at = await db.selectFrom('source').select(column).where('key', '=', place).executeTakeFirst();
    if (at === undefined) throw lostPlace();
    query = query.where(sql<boolean>`(${sql.ref(column)}, "key") ${sql.raw(beyond)} (${at[column]}, ${place})`);
  }
  const found = await query
    .orderBy(column, direction)
    .orderBy('key', direction)
    .limit(PAGE + 1)
    .execute();
  const rows = await dressed(db, found.slice(0, PAGE));
  return pageOf(
    found,
    (row) => row.key,
    () => rows,
  );
}

export async function sourcesTotal(db: Handle, question: SourceQuestion): Promise<number> {
  const row = await db
    .selectFrom('source')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(condition(question))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

type SourceBuilder = ExpressionBuilder<Tables, 'source'>;

function condition({ q, state }: SourceQuestion) {
  const part = q === undefined || q.trim() === '' ? null : utf8(fold(q.trim()));
  return (eb: SourceBuilder) =>
    eb.and([
      ...(part === null ? [] : [sql<boolean>`instr("places", ${part}) > 0`]),
      ...(state === undefined ? [] : [IN_STATE[state](eb)]),
    ]);
}

const IN_STATE = {
  unread: (eb: SourceBuilder) => eb('unread', '=', 1),
  read: (eb: SourceBuilder) => eb.and([eb('unread', '=', 0), eb('read', '=', 1)]),
  queued: (eb: SourceBuilder) => eb.and([eb('unread', '=', 0), eb('read', '=', 0)]),
} as const satisfies Record<ReadState, unknown>;

export async function sourceById(db: Handle, id: string): Promise<FoundSource | undefined> {
  return (await sourcesById(db, [id]))[0];
}

/** Those of these sources that there are, in the order asked. */
export async function sourcesById(db: Handle, ids: readonly string[]): Promise<FoundSource[]> {
  const keys = await knownKeys(db, ids);
  const asked = [...new Set(ids)].flatMap((id) => keys.get(id) ?? []);
  const found: FoundSource[] = [];
  for (const some of pieces(asked, 256)) {
    const rows = await db.selectFrom('source').selectAll().where('key', 'in', padded(some)).execute();
    const byKey = new Map(rows.map((row) => [row.key, row]));
    found.push(
      ...(await dressed(
        db,
        some.flatMap((key) => byKey.get(key) ?? []),
      )),
    );
  }
  return found;
}

/** The sources that gave a text: one, or several with the same words. Empty for an unknown id. */
export async function sourcesOfText(db: Handle, text: string): Promise<FoundSource[]> {
  const key = await keyOf(db, text);
  if (key === undefined) return [];
  const rows = await db
    .selectFrom('text')
    .innerJoin('name', 'name.key', 'text.sourceKey')
    .select('name.id')
    .where('text.key', '=', key)
    .orderBy('text.sourceKey')
    .limit(PAGE)
    .execute();
  return sourcesById(
    db,
    rows.map((row) => row.id),
  );
}

type Counts = Pick<FoundSource, 'statements' | 'figures' | 'acts' | 'waiting'>;
const COUNTED: Readonly<Record<string, 'statements' | 'figures' | 'acts'>> = {
  statement: 'statements',
  figure: 'figures',
  act: 'acts',
};

async function dressed(db: Handle, rows: readonly Selectable<Tables['source']>[]): Promise<FoundSource[]> {
  if (rows.length === 0) return [];
  const keys = padded(rows.map((row) => row.key));
  const bodies = await db.selectFrom('state').selectAll().where('key', 'in', keys).execute();
  const bodyOf = new Map(bodies.map((row) => [row.key, row.body]));
  const counts = await countsOf(db, keys);
  return rows.map((row) => {
    const body = bodyOf.get(row.key);
    if (body === undefined) throw new Error(`source ${row.key} has no state`);
    const { kind, published, language } = row;
    const none: Counts = { statements: 0, figures: 0, acts: 0, waiting: 0 };
    return {
      state: unpack<SourceState>(body),
      read: readState(row),
      kind,
      published,
      language,
      ...(counts.get(row.key) ?? none),
    };
  });
}

function readState(row: Pick<Tables['source'], 'unread' | 'read'>): ReadState {
  if (row.unread === 1) return 'unread';
  return row.read === 1 ? 'read' : 'queued';
}

async function countsOf(db: Handle, keys: readonly number[]): Promise<Map<number, Counts>> {
  const rows = await db
    .selectFrom('proposal')
    .select((eb) => ['sourceKey', 'kind', 'decision', eb.fn.countAll<number>().as('count')])
    .where('sourceKey', 'in', keys)
    .groupBy(['sourceKey', 'kind', 'decision'])
    .execute();
  const counts = new Map<number, Counts>();
  for (const { sourceKey, kind, decision, count } of rows) {
    const before = counts.get(sourceKey) ?? { statements: 0, figures: 0, acts: 0, waiting: 0 };
    const column = COUNTED[kind];
    const after = { ...before, waiting: before.waiting + (decision === null ? count : 0) };
    counts.set(sourceKey, column === undefined ? after : { ...after, [column]: before[column] + count });
  }
  return counts;
}
