import { DUMP_ORDER, type DumpLine, type DumpTable } from './dump.ts';

/** What is wrong with a database, seen against a fresh fold of the same ledger. */
export interface Difference {
  readonly kind: 'missing' | 'extra' | 'differs';
  readonly table: DumpTable;
  readonly id: string;
}

/** Walks the dumps of a database and of a fresh fold side by side, without holding either. */
export async function* differences(
  found: AsyncIterable<DumpLine>,
  fresh: AsyncIterable<DumpLine>,
): AsyncGenerator<Difference> {
  const nextFound = nextOf(found);
  const nextFresh = nextOf(fresh);
  let [a, b] = [await nextFound(), await nextFresh()];
  while (a !== undefined || b !== undefined) {
    if (b === undefined || (a !== undefined && isBefore(a, b))) {
      if (a !== undefined) yield { kind: 'extra', table: a.table, id: a.id };
      a = await nextFound();
    } else if (a === undefined || isBefore(b, a)) {
      yield { kind: 'missing', table: b.table, id: b.id };
      b = await nextFresh();
    } else {
      if (a.body !== b.body) yield { kind: 'differs', table: a.table, id: a.id };
      [a, b] = [await nextFound(), await nextFresh()];
    }
  }
}

function nextOf(lines: AsyncIterable<DumpLine>): () => Promise<DumpLine | undefined> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    const step = await iterator.next();
    return step.done === true ? undefined : step.value;
  };
}

function isBefore(a: DumpLine, b: DumpLine): boolean {
  const tables = DUMP_ORDER[a.table] - DUMP_ORDER[b.table];
  return tables === 0 ? a.id < b.id : tables < 0;
}
