import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';

interface Door<Body extends z.ZodType, Query extends z.ZodType> {
  readonly method: 'get' | 'post';
  /** With `{name}` for parts of the path. */
  readonly path: string;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
}

export interface Asked<Body, Query> {
  readonly context: Context;
  readonly body: Body;
  readonly query: Query;
  /** A part of the path by its name. */
  readonly part: (name: string) => string;
}

const problem = z.object({ kind: z.string(), happened: z.string(), toDo: z.string() }).openapi('Problem');

/** Adds one route with its description: parsed in, JSON out, problems in words (SPEC H4). */
export function door<Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined>(
  app: OpenAPIHono,
  { method, path, summary, body, query }: Door<Body, Query>,
  handle: (asked: Asked<z.output<Body>, z.output<Query>>) => Promise<Response> | Response,
): void {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const route = createRoute({
    method,
    path,
    summary,
    request: { params: z.object(Object.fromEntries(parts.map((name) => [name, z.string()]))) },
    responses: {
      200: { description: 'done', content: { 'application/json': { schema: z.any() } } },
      default: { description: 'refused, in words', content: { 'application/json': { schema: problem } } },
    },
  });
  app.openAPIRegistry.registerPath({
    ...route,
    request: {
      ...route.request,
      ...(body === undefined ? {} : { body: { content: { 'application/json': { schema: body } } } }),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
  });
  app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    const asked = query?.safeParse(context.req.query());
    if (asked?.success === false) return refusedInput(context, asked.error);
    const given = body?.safeParse(await context.req.json().catch(() => undefined));
    if (given?.success === false) return refusedInput(context, given.error);
    return handle({
      context,
      body: given?.data as z.output<Body>,
      query: asked?.data as z.output<Query>,
      part: (name) => context.req.param(name) ?? '',
    });
  });
}

/** Says where the input does not fit, and shows nothing of it: it may hold words of sources. */
function refusedInput(context: Context, error: z.ZodError): Response {
  const where = error.issues[0]?.path.join('.') ?? '';
  return context.json(
    {
      kind: 'bad-input',
      happened: `What was sent does not fit${where === '' ? '' : ` at “${where}”`}; nothing was changed.`,
      toDo: 'Load the page again and try once more.',
    },
    422,
  );
}
