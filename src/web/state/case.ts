import { QueryClient, useQuery } from '@tanstack/react-query';
import type { CaseHome } from '../../http/api-types.ts';
import { ApiTrouble, get } from './api.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** One cache for the page; server-sent events say when something in it is old. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FOREVER,
      refetchOnWindowFocus: false,
      retry: (times, error) => !(error instanceof ApiTrouble) && times < 2,
    },
  },
});

/** The case as its home shows it: counts, ledger, jobs, whether it is locked. */
export const useCase = () => useQuery({ queryKey: ['case'], queryFn: () => get<CaseHome>('/case') });
