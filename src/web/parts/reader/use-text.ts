import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PageText } from '../../../domain/source.ts';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import { get } from '../../state/api.ts';

/** A request asks for at most this many units (api-types, TextView). */
const WINDOW = 200_000;

export const textKey = (id: string) => ['text', id] as const;
export type TextWindows = InfiniteData<TextView, { from: number; to: number }>;

export interface LoadedText {
  readonly view: TextView | undefined;
  readonly error: unknown;
  /** Asks for the part before or behind what is here; undefined where the text begins or ends. */
  readonly before: (() => void) | undefined;
  readonly behind: (() => void) | undefined;
  readonly loading: boolean;
}

/** A text with its notes, in windows that grow as they are scrolled; the first window holds `at`. */
export function useText(id: string, at: number): LoadedText {
  const first = Math.floor(at / WINDOW) * WINDOW;
  const query = useInfiniteQuery({
    queryKey: textKey(id),
    queryFn: ({ pageParam }) => get<TextView>(`/texts/${id}`, pageParam),
    initialPageParam: { from: first, to: first + WINDOW },
    getNextPageParam: (last) => (last.to < last.units ? { from: last.to, to: last.to + WINDOW } : undefined),
    getPreviousPageParam: ({ from }) => (from > 0 ? { from: Math.max(0, from - WINDOW), to: from } : undefined),
  });
  const view = useMemo(() => (query.data === undefined ? undefined : joined(query.data.pages)), [query.data]);
  return {
    view,
    error: query.error,
    before: query.hasPreviousPage ? () => void query.fetchPreviousPage() : undefined,
    behind: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loading: query.isFetchingNextPage || query.isFetchingPreviousPage,
  };
}

/** Windows that follow on each other, as one. */
export function joined(windows: readonly TextView[]): TextView | undefined {
  const [first, ...rest] = windows;
  const last = windows.at(-1);
  if (first === undefined || last === undefined || rest.length === 0) return first;
  return {
    ...first,
    to: last.to,
    words: windows.map((window) => window.words).join(''),
    title: windows.find((window) => window.title !== null)?.title ?? null,
    furniture: windows.flatMap((window) => window.furniture),
    voices: unique(
      windows.flatMap((window) => window.voices),
      (voice) => voice.key,
    ),
    notes: unique(
      windows.flatMap((window) => window.notes),
      (note) => note.id,
    ),
    pages: pagesOf(windows),
  };
}

function pagesOf(windows: readonly TextView[]): readonly PageText[] | null {
  const pages = windows.flatMap((window) => window.pages ?? []);
  return pages.length === 0 ? null : unique(pages, (page) => page.page);
}

const unique = <T>(items: readonly T[], key: (item: T) => string | number): readonly T[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

/** The cached windows with one note changed. */
export const withNote = (windows: TextWindows, id: string, change: (note: NoteView) => NoteView): TextWindows => ({
  ...windows,
  pages: windows.pages.map((view) =>
    view.notes.some((note) => note.id === id)
      ? { ...view, notes: view.notes.map((note) => (note.id === id ? change(note) : note)) }
      : view,
  ),
});
