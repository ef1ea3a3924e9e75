import type { Deed } from '../deed.ts';
import type { SourceId } from '../ids.ts';
import type { SourceState } from '../source.ts';
import { decision } from './record.ts';

/** One source from the deeds that mention it, in ledger order. Null: these deeds do not take it into custody. */
export function foldSource(id: SourceId, deeds: readonly Deed[]): SourceState | null {
  let state: SourceState | null = null;
  for (const deed of deeds) {
    const { payload } = deed;
    if (payload.kind === 'ingest' && payload.source === id && state === null) {
      const { sha256, bytes, mediaType, blob } = payload;
      state = {
        id,
        sha256,
        bytes,
        mediaType,
        blob,
        foundAt: [placeOf(deed, payload.foundAt)],
        texts: [],
        unread: null,
      };
    }
    if (state !== null) state = withDeed(state, deed);
  }
  return state;
}

const placeOf = (deed: Deed, place: string): SourceState['foundAt'][number] => ({
  place,
  decision: decision(deed, null),
});

function withDeed(state: SourceState, deed: Deed): SourceState {
  const { payload } = deed;
  if (payload.kind === 'found-again' && payload.source === state.id) {
    return { ...state, foundAt: [...state.foundAt, placeOf(deed, payload.foundAt)] };
  }
  if (payload.kind !== 'derive' || payload.source !== state.id) return state;
  if (payload.text === null) return state.texts.length > 0 ? state : { ...state, unread: payload.unread };
  const { tool, units, blob, pages, title } = payload;
  const text = { id: payload.text, tool, units, blob, pages, title, decision: decision(deed, null) };
  return { ...state, texts: [...state.texts, text], unread: null };
}
