import type { OpenAPIHono } from '@hono/zod-openapi';
import { setCookie } from 'hono/cookie';
import { answerProblem } from '../guard.ts';
import { nothing, sessionBody, unlockBody } from '../bodies.ts';
import { door } from '../door.ts';
import { isSame, lock, unlock, type Served } from '../served.ts';

export function sessionRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    { method: 'post', path: '/api/session', summary: 'the token of the link for a cookie', body: sessionBody },
    ({ context, body }) => {
      if (!isSame(body.token, s.token)) {
        return context.json(
          {
            kind: 'no-session',
            happened: 'This link is of an earlier start.',
            toDo: 'Open the link that `actum start` printed last.',
          },
          401,
        );
      }
      setCookie(context, s.cookie, s.session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.json({ done: true });
    },
  );
  door(
    app,
    { method: 'post', path: '/api/lock', summary: 'sign a checkpoint and forget the key', body: nothing },
    async ({ context }) => {
      const locked = await lock(s);
      return locked.ok ? context.json({ locked: s.current === null }) : answerProblem(context, locked.problem);
    },
  );
  door(
    app,
    { method: 'post', path: '/api/unlock', summary: 'open the case with its passphrase', body: unlockBody },
    async ({ context, body }) => {
      const unlocked = await unlock(s, body.passphrase);
      return unlocked.ok ? context.json({ locked: false }) : answerProblem(context, unlocked.problem);
    },
  );
}
