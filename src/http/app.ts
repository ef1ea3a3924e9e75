import { OpenAPIHono } from '@hono/zod-openapi';
import { problemIn } from '../desk/case-trouble.ts';
import { VERSION } from '../kit/version.ts';
import { answerProblem, hostGuard, sessionGuard } from './guard.ts';
import { pageRoutes } from './page.ts';
import { caseRoutes } from './routes/case.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { eventRoutes } from './routes/events.ts';
import { figureRoutes } from './routes/figures.ts';
import { recordRoutes } from './routes/records.ts';
import { sessionRoutes } from './routes/session.ts';
import { sourceRoutes } from './routes/sources.ts';
import type { Served } from './served.ts';

/** The whole server as one function from request to answer: tests need no socket. `page` is the folder of the built page. */
export function createApp(s: Served, page: string): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, context) => {
    const problem = problemIn(error);
    if (problem !== undefined) return answerProblem(context, problem);
    const kind = 'a fault of the program';
    return context.json(
      {
        kind: 'fault',
        happened: `Something went wrong inside Actum (${error.name}): ${kind}. Nothing was half done.`,
        toDo: 'Try again; if it stays so, run `actum fsck` and report it.',
      },
      500,
    );
  });
  app.use('*', hostGuard(s));
  app.use('/api/*', sessionGuard(s));
  app.use('/api/*', async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  for (const routes of [
    sessionRoutes,
    caseRoutes,
    sourceRoutes,
    recordRoutes,
    decisionRoutes,
    figureRoutes,
    eventRoutes,
  ])
    routes(app, s);
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Actum', version: VERSION } });
  app.all('/api/*', (context) =>
    context.json({ kind: 'unknown-route', happened: 'There is no such address.', toDo: 'Load the page again.' }, 404),
  );
  pageRoutes(app, page, s.world.random);
  return app;
}
