import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseHome, JobView } from '../../http/api-types.ts';
import type { ServerEvent } from '../../http/api-register.ts';
import { t } from '../words.ts';
import { announce } from './toasts.ts';

/** The case may move many times a second while it is being read: what is shown is refreshed at most this often, in milliseconds. */
const REST = 1_500;

/** The jobs that still run after this report (SPEC W9). */
export const jobsAfter = (jobs: readonly JobView[], job: JobView): readonly JobView[] => [
  ...jobs.filter((other) => other.id !== job.id),
  ...(job.state === 'running' ? [job] : []),
];

function onJob(client: QueryClient, job: JobView): void {
  client.setQueryData<CaseHome>(['case'], (home) => home && { ...home, jobs: jobsAfter(home.jobs, job) });
  if (job.state !== 'failed') return;
  announce({
    kind: 'trouble',
    problem: { kind: 'job-failed', happened: job.note ?? t('job.failed'), toDo: t('job.failed-do') },
  });
}

/** Listens to what the server says by itself (GET /api/events): the case moved, a job went on. False while it does not answer. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const events = new EventSource('/api/events');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries();
      }, REST);
    };
    events.addEventListener('change', refresh);
    events.addEventListener('job', (message: MessageEvent<string>) => {
      const event: Extract<ServerEvent, { kind: 'job' }> = JSON.parse(message.data);
      onJob(client, event.job);
      if (event.job.state !== 'running') refresh();
    });
    events.addEventListener('open', () => setConnected(true));
    events.addEventListener('error', () => setConnected(false));
    return () => {
      clearTimeout(waiting);
      events.close();
    };
  }, [client]);
  return connected;
}
