import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '../../http/api-types.ts';
import { get, type Query } from './api.ts';

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** How many there are in all, where the server counted. */
  readonly total: number | null;
  readonly pending: boolean;
  readonly error: unknown;
  /** Fetches the next page, if there is one and none is on its way. */
  readonly more: () => void;
  readonly ended: boolean;
}

/** Keyset pages of at most 200 rows, one after the other as they are scrolled to. */
export function usePages<Row>(path: string, query: Query = {}): Rows<Row> {
  const asked = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam }) => get<Page<Row>>(path, { ...query, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = asked;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total ?? null,
    pending: asked.isPending,
    error: asked.error,
    more: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    ended: !hasNextPage,
  };
}
