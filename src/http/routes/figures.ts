import type { OpenAPIHono } from '@hono/zod-openapi';
import type { FiguresDesk } from '../api-register.ts';
import { figuresView } from '../../desk/figures-desk.ts';
import { enterRelease, FILE_NAME, MEDIA_TYPE, prepareRelease } from '../../desk/release.ts';
import { releaseBody } from '../bodies.ts';
import { answerProblem, caseOf } from '../guard.ts';
import { createHash } from 'node:crypto';
import { door } from '../door.ts';
import type { Served } from '../served.ts';

export function figureRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    { method: 'get', path: '/api/figures', summary: 'every count, by whom, and what is to be settled' },
    async ({ context }) => {
      const desk: FiguresDesk = await figuresView(caseOf(s));
      return context.json(desk);
    },
  );
  door(
    app,
    {
      method: 'post',
      path: '/api/release',
      summary: 'register or dossier as a file; entered in the ledger',
      body: releaseBody,
    },
    async ({ context, body }) => {
      const c = caseOf(s);
      const prepared = await prepareRelease(c, body.audience);
      const parts: string[] = [];
      for await (const part of prepared.stream(body.format)) parts.push(part);
      const bytes = Buffer.from(parts.join(''), 'utf8');
      const name = FILE_NAME[body.format];
      const files = [{ name, sha256: createHash('sha256').update(bytes).digest('hex') }];
      const entered = await enterRelease(c, {
        actor: s.actor,
        audience: body.audience,
        profile: body.format,
        files,
        withheld: prepared.withheld,
      });
      if (!entered.ok) return answerProblem(context, entered.problem);
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': MEDIA_TYPE[body.format],
        'content-disposition': `attachment; filename="${name}"`,
      });
    },
  );
}
