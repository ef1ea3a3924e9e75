import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobView } from '../../http/api-types.ts';
import type { ServerEvent } from '../../http/api-register.ts';

/** The case may move many times a second while it is being read: what is shown is refreshed at most this often, in milliseconds. */
const REST = 700;

export interface Live {
  readonly jobs: readonly JobView[];
  /** False while the program does not answer. */
  readonly connected: boolean;
}

const replaced = (jobs: readonly JobView[], job: JobView): readonly JobView[] => [
  ...jobs.filter((other) => other.id !== job.id),
  ...(job.state === 'running' ? [job] : []),
];

/** What the server says by itself (GET /api/events): the case moved, a job went on. Starts from the jobs the case already has. */
export function useLive(started: readonly JobView[]): Live {
  const client = useQueryClient();
  const [jobs, setJobs] = useState<readonly JobView[]>(started.filter((job) => job.state === 'running'));
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
    const onJob = (message: MessageEvent<string>) => {
      const event: Extract<ServerEvent, { kind: 'job' }> = JSON.parse(message.data);
      setJobs((before) => replaced(before, event.job));
      if (event.job.state !== 'running') refresh();
    };
    events.addEventListener('change', refresh);
    events.addEventListener('job', onJob);
    events.addEventListener('open', () => setConnected(true));
    events.addEventListener('error', () => setConnected(false));
    return () => {
      clearTimeout(waiting);
      events.close();
    };
  }, [client]);
  return { jobs, connected };
}
