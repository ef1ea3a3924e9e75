import type { SourceId, TextId } from '../../domain/ids.ts';
import type { RecordKind, RecordState } from '../../domain/record.ts';
import { foldedTokens } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { keysFor, knownKeys } from '../names.ts';
import type { DocKind } from '../tables.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';
import { isSealed, type RecordEntry } from './record-rows.ts';

/** Which records the search index knows, and as what it shows them. */
const INDEXED_AS = {
  person: 'name',
  event: 'act',
  act: 'act',
  involvement: null,
  statement: 'statement',
  figure: null,
  proceeding: null,
  intervention: 'act',
  'cited-source': 'name',
} as const satisfies Record<RecordKind, DocKind | null>;

/** Units of a text in one row of the index: a hit is found by reading no more than this again. */
const WINDOW = 16_384;
const RECORD_WORDS = 20_000;

export interface TextWords {
  readonly source: SourceId;
  readonly text: TextId;
  readonly words: string;
}

interface Doc {
  readonly kind: DocKind;
  readonly refKey: number | null;
  readonly sourceKey: number | null;
  readonly textKey: number | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Puts the words of a text into the search index, in place of what the index knew of that text. */
export async function indexTexts(db: Handle, texts: readonly TextWords[]): Promise<void> {
  const keyOf = await keysFor(
    db,
    texts.flatMap((text) => [text.source, text.text]),
  );
  for (const some of pieces([...new Map(texts.map((text) => [text.text, text])).values()], 64)) {
    await dropTextDocs(
      db,
      some.map((text) => keyOf(text.text)),
    );
    for (const { source, text, words } of some) {
      const [sourceKey, textKey] = [keyOf(source), keyOf(text)];
      for (const batch of batches(windows(words))) {
        await putDocs(
          db,
          batch.map(({ start, end }) => ({
            kind: 'text',
            refKey: null,
            sourceKey,
            textKey,
            start,
            end,
            words: words.slice(start, end),
          })),
        );
      }
    }
  }
}

/** Takes texts out of the search index. */
export async function unindexTexts(db: Handle, texts: Iterable<TextId>): Promise<void> {
  const keys = [...(await knownKeys(db, texts)).values()];
  for (const some of pieces(keys, 64)) await dropTextDocs(db, some);
}

export async function putRecordDocs(
  db: Handle,
  entries: readonly RecordEntry[],
  keyOf: (id: string) => number,
): Promise<void> {
  await putDocs(
    db,
    entries.flatMap((entry) => recordDoc(entry, keyOf)),
  );
}

function recordDoc(entry: RecordEntry, keyOf: (id: string) => number): readonly Doc[] {
  const { state } = entry;
  const kind = INDEXED_AS[state.kind];
  if (kind === null || isSealed(state)) return [];
  const first = state.claims.flatMap((claim) => claim.claim.attestedBy)[0];
  const place =
    first === undefined
      ? { sourceKey: null, textKey: null, start: 0, end: 0 }
      : { sourceKey: keyOf(first.source), textKey: keyOf(first.text), start: first.span.start, end: first.span.end };
  return [{ kind, refKey: keyOf(state.id), ...place, words: recordWords(entry.title, state).slice(0, RECORD_WORDS) }];
}

function recordWords(title: string, state: RecordState): string {
  const values = state.claims.filter((claim) => claim.status !== 'withdrawn').map((claim) => claim.claim.value);
  return [title, ...values.map((value) => (value.kind === 'text' ? value.text : ''))].join('\n');
}

export async function dropRecordDocs(db: Handle, recordKeys: readonly number[]): Promise<void> {
  const docs = await db.selectFrom('doc').select('key').where('refKey', 'in', recordKeys).execute();
  await dropDocs(
    db,
    docs.map((doc) => doc.key),
  );
}

async function dropTextDocs(db: Handle, textKeys: readonly number[]): Promise<void> {
  const docs = await db
    .selectFrom('doc')
    .select('key')
    .where('refKey', 'is', null)
    .where('textKey', 'in', padded(textKeys))
    .execute();
  await dropDocs(
    db,
    docs.map((doc) => doc.key),
  );
}

async function dropDocs(db: Handle, keys: readonly number[]): Promise<void> {
  for (const some of pieces(keys, 256)) {
    await db.deleteFrom('search').where('rowid', 'in', padded(some)).execute();
    await db.deleteFrom('doc').where('key', 'in', padded(some)).execute();
  }
}

async function putDocs(db: Handle, docs: readonly Doc[]): Promise<void> {
  if (docs.length === 0) return;
  const last = await db
    .selectFrom('doc')
    .select((eb) => eb.fn.max('key').as('key'))
    .executeTakeFirst();
  const next = Number(last?.key ?? 0) + 1;
  await insertRows(
    db,
    'doc',
    docs.map(({ kind, refKey, sourceKey, textKey, start, end }, at) => ({
      key: next + at,
      kind,
      refKey,
      sourceKey,
      textKey,
      start,
      end,
    })),
  );
  await insertRows(
    db,
    'search',
    docs.map((doc, at) => ({ rowid: next + at, tokens: tokensOf(doc.words) })),
  );
}

function tokensOf(words: string): string {
  const tokens: string[] = [];
  for (const token of foldedTokens(words)) tokens.push(token.folded);
  return tokens.join(' ');
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text at the last paragraph end, line end or space that a window allows, so that no word is cut in two. */
export function* windows(text: string): Generator<Window> {
  let start = 0;
  while (start < text.length) {
    const end = text.length - start <= WINDOW ? text.length : cut(text, start);
    yield { start, end };
    start = end;
  }
}

function cut(text: string, start: number): number {
  const window = text.slice(start, start + WINDOW);
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > WINDOW / 2) return start + at + mark.length;
  }
  return start + WINDOW;
}

function* batches(all: Iterable<Window>): Generator<readonly Window[]> {
  let batch: Window[] = [];
  for (const window of all) {
    batch.push(window);
    if (batch.length === 64) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
