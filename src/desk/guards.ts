import type { DeedPayload, Draft } from '../domain/deed.ts';
import { mentionsOf } from '../domain/mentions.ts';
import { underSecondKey } from '../domain/sensitivity.ts';
import type { Handle } from '../storage/database.ts';
import { recordsById } from '../storage/questions/records.ts';
import type { Secrets } from '../storage/secrets.ts';

/** Kinds of deed that may speak of a person. */
const MAY_NAME: ReadonlySet<DeedPayload['kind']> = new Set(['accept', 'record', 'status', 'adopt', 'judge', 'mark']);

/**
 * Which of these deeds speak of protected or sealed people: those that mark somebody so, and those that mention somebody
 * who is (SPEC N4). They are sealed under the second key.
 */
export async function guardsAmong(
  db: Handle,
  secrets: Secrets,
  drafts: readonly Draft[],
): Promise<(payload: DeedPayload) => boolean> {
  const named = drafts
    .filter(({ payload }) => MAY_NAME.has(payload.kind))
    .flatMap(({ payload }) => mentionsOf(payload));
  const found = named.length === 0 ? [] : await recordsById(db, secrets, named);
  const guarded = new Set<string>(
    found.flatMap(({ state }) => (state.mark !== null && underSecondKey(state.mark.sensitivity) ? [state.id] : [])),
  );
  return (payload) =>
    MAY_NAME.has(payload.kind) && (marksGuarded(payload) || mentionsOf(payload).some((id) => guarded.has(id)));
}

function marksGuarded(payload: DeedPayload): boolean {
  if (payload.kind === 'mark') return underSecondKey(payload.sensitivity);
  return (
    (payload.kind === 'accept' || payload.kind === 'record') &&
    payload.marks.some((mark) => underSecondKey(mark.sensitivity))
  );
}
