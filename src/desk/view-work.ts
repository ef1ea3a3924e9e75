import { titleOf, type NameOf } from '../domain/cell.ts';
import type { RecordState } from '../domain/record.ts';
import type { Attestation } from '../domain/span.ts';
import { assertNever } from '../kit/assert-never.ts';
import { done } from '../kit/outcome.ts';
import { WORK_KINDS, workPage, type WorkRow } from '../storage/questions/work.ts';
import { settled } from './case-trouble.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';
import { showWords, type ShownWords } from './texts.ts';

/** One page of what waits for somebody, each with what to do. */
export function workItems(c: OpenCase, after: string | null, kind: string | undefined) {
  return settled(async () => {
    const part = WORK_KINDS.find((known) => known === kind);
    const page = await workPage(c.database.db, c.secrets, { after, ...(part === undefined ? {} : { kind: part }) });
    const states = page.rows.flatMap((row) => (row.kind === 'unread' ? [] : [row.record.state]));
    const nameOf = await namesAround(c.database.db, c.secrets, states);
    const rows = await Promise.all(page.rows.map((row) => workItem(c, row, nameOf)));
    return done({ rows, next: page.next, total: null });
  });
}

interface Item {
  readonly id: string;
  readonly kind: WorkRow['kind'];
  readonly title: string;
  readonly toDo: string;
  readonly record: string | null;
  readonly source: string | null;
  readonly words: ShownWords | null;
}

async function workItem(c: OpenCase, row: WorkRow, nameOf: NameOf): Promise<Item> {
  if (row.kind === 'unread') {
    const { state } = row.source;
    const toDo = `${state.unread ?? 'It could not be read.'} It is preserved.`;
    return {
      id: state.id,
      kind: row.kind,
      title: sourceName(row.source),
      toDo,
      record: null,
      source: state.id,
      words: null,
    };
  }
  const { state } = row.record;
  const claim = 'claim' in row ? state.claims[row.claim] : undefined;
  const at: Attestation | undefined = (claim ?? state.claims.find((entry) => entry.status !== 'withdrawn'))?.claim
    .attestedBy[0];
  return {
    id: claim === undefined ? `${row.kind} ${state.id}` : claim.claim.id,
    kind: row.kind,
    title: titleOf(state, nameOf),
    toDo: toDoFor(row.kind, state, claim?.changed?.reason ?? null),
    record: state.id,
    source: null,
    words: at === undefined ? null : await showWords(c, at),
  };
}

function toDoFor(kind: Exclude<WorkRow['kind'], 'unread'>, state: RecordState, reason: string | null): string {
  switch (kind) {
    case 'get-it':
      return 'Cited, not held: get it, take it into custody, then lay its own words beside what others made of it.';
    case 'work-needed':
      return `Work needed: ${reason ?? 'no reason given'}`;
    case 'issue':
      return `Issue: ${reason ?? 'no reason given'}`;
    case 'conflict':
      return 'Two recorded values cannot both be: adopt one with a reason, or withdraw one.';
    case 'unsettled':
      return state.unsettled ?? 'Something it rests on was taken back: look at it again.';
    default:
      return assertNever(kind);
  }
}
