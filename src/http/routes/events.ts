import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { ServerEvent } from '../api-register.ts';
import { freshJobs } from '../../desk/view-home.ts';
import type { Served } from '../served.ts';

const LOOK_EVERY_MS = 400;
const BEAT_EVERY = 40;

/** What the server says by itself: the case moved, a job went on, whoever made it move (SPEC H7). */
export function eventRoutes(app: OpenAPIHono, s: Served): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/events',
    summary: 'what moves, as it moves: server-sent events',
    responses: { 200: { description: 'a stream', content: { 'text/event-stream': { schema: z.string() } } } },
  });
  app.get('/api/events', (context) =>
    streamSSE(context, async (stream) => {
      let deeds = s.current?.ledger.size() ?? 0;
      const told = new Map<string, string>();
      const tell = (event: ServerEvent): Promise<void> =>
        stream.writeSSE({ event: event.kind, data: JSON.stringify(event) });
      for (let look = 0; !stream.aborted; look += 1) {
        const c = s.current;
        if (c !== null) {
          const now = c.ledger.size();
          if (now !== deeds) await tell({ kind: 'change', deeds: now });
          deeds = now;
          for (const job of await freshJobs(c)) {
            const shown = JSON.stringify(job);
            if (told.get(job.id) === shown || (job.state !== 'running' && !told.has(job.id))) continue;
            told.set(job.id, shown);
            await tell({ kind: 'job', job });
          }
        }
        if (look % BEAT_EVERY === 0) await stream.write(': still here\n\n');
        await stream.sleep(LOOK_EVERY_MS);
      }
    }),
  );
}
