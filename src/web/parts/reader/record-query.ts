import { queryOptions } from '@tanstack/react-query';
import type { RecordDetail } from '../../../http/api-register.ts';
import { get } from '../../state/api.ts';

/** One record of the register, under the key that its page has too. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['/records', id],
    queryFn: () => get<RecordDetail>(`/records/${id}`),
    enabled: id !== '',
  });
