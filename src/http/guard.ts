import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Problem } from '../domain/problem.ts';
import type { OpenCase } from '../desk/open-case.ts';
import type { Outcome } from '../kit/outcome.ts';
import { problemWords } from '../desk/problem-words.ts';
import { STATUS } from './problem-status.ts';
import { isSame, type Served } from './served.ts';

/** Only this machine, under the name it was asked for: a page of elsewhere cannot reach in by DNS (SPEC H5). */
export function hostGuard(s: Served): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const known = [`127.0.0.1:${s.port}`, `localhost:${s.port}`];
    if (!known.includes(host)) return context.text('unknown host', 421);
    if (origin !== undefined && !known.some((name) => origin === `http://${name}`))
      return context.text('unknown origin', 403);
    await next();
  };
}

const OPEN: ReadonlySet<string> = new Set(['/api/session', '/api/openapi.json']);
const WHILE_LOCKED: ReadonlySet<string> = new Set([
  '/api/session',
  '/api/case',
  '/api/unlock',
  '/api/lock',
  '/api/openapi.json',
  '/api/events',
]);

/** The cookie that the link's token was changed for, or the token itself from the command line (SPEC H6). */
export function sessionGuard(s: Served): MiddlewareHandler {
  return async (context, next) => {
    if (OPEN.has(context.req.path)) return next();
    const bearer = context.req.header('authorization')?.replace(/^Bearer /, '');
    const cookie = getCookie(context, s.cookie);
    const allowed =
      (bearer !== undefined && isSame(bearer, s.token)) || (cookie !== undefined && isSame(cookie, s.session));
    if (!allowed)
      return context.json(
        {
          kind: 'no-session',
          happened: 'This browser was not let in.',
          toDo: 'Open the link that `actum start` printed.',
        },
        401,
      );
    if (s.current === null && !WHILE_LOCKED.has(context.req.path))
      return answerProblem(context, { kind: 'case-locked' });
    return next();
  };
}

export function answerProblem(context: Context, problem: Problem): Response {
  return context.json({ kind: problem.kind, ...problemWords(problem) }, STATUS[problem.kind]);
}

/** An outcome as an answer: the value as JSON, or the problem in words. */
export function answer<Value extends object>(context: Context, outcome: Outcome<Value, Problem>): Response {
  return outcome.ok ? context.json(outcome.value) : answerProblem(context, outcome.problem);
}

/** The case of a request that came through the guards. */
export function caseOf(s: Served): OpenCase {
  if (s.current === null) throw new Error('a request reached a locked case');
  return s.current;
}
