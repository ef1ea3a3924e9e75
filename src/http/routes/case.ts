import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { CaseHome } from '../api-types.ts';
import type { LedgerView, SearchAnswer, WorkItem } from '../api-register.ts';
import type { Page } from '../api-types.ts';
import { checkpoint } from '../../desk/checkpoint.ts';
import { caseHome, lockedHome } from '../../desk/view-home.ts';
import { ledgerView } from '../../desk/view-ledger.ts';
import { searchCase } from '../../desk/search.ts';
import { workItems } from '../../desk/view-work.ts';
import { runFsck } from '../../desk/jobs.ts';
import { idsOf } from '../../desk/decide.ts';
import { answer, answerProblem, caseOf } from '../guard.ts';
import { nothing } from '../bodies.ts';
import { door } from '../door.ts';
import type { Served } from '../served.ts';

const page = z.object({ after: z.string().optional() });

export function caseRoutes(app: OpenAPIHono, s: Served): void {
  door(app, { method: 'get', path: '/api/case', summary: 'what is here and what waits' }, async ({ context }) => {
    const home: CaseHome = s.current === null ? lockedHome(s.actor) : await caseHome(s.current, s.actor);
    return context.json(home);
  });
  door(
    app,
    {
      method: 'get',
      path: '/api/work',
      summary: 'what waits for somebody',
      query: page.extend({ kind: z.string().optional() }),
    },
    async ({ context, query }) => {
      const items = await workItems(caseOf(s), query.after ?? null, query.kind);
      if (!items.ok) return answerProblem(context, items.problem);
      const answered: Page<WorkItem> = items.value;
      return context.json(answered);
    },
  );
  door(
    app,
    {
      method: 'get',
      path: '/api/search',
      summary: 'find words in any spelling',
      query: z.object({ q: z.string().max(1000) }),
    },
    async ({ context, query }) => {
      const found = await searchCase(caseOf(s), query.q);
      if (!found.ok) return answerProblem(context, found.problem);
      const answered: SearchAnswer = found.value;
      return context.json(answered);
    },
  );
  door(
    app,
    { method: 'get', path: '/api/ledger', summary: 'the ledger, newest deed first', query: page },
    async ({ context, query }) => {
      const view: LedgerView = await ledgerView(caseOf(s), query.after ?? null, s.fsck);
      return context.json(view);
    },
  );
  door(
    app,
    { method: 'post', path: '/api/checkpoint', summary: 'sign the ledger as it stands', body: nothing },
    async ({ context }) => answer(context, await checkpoint(caseOf(s))),
  );
  door(app, { method: 'post', path: '/api/fsck', summary: 'check everything', body: nothing }, async ({ context }) => {
    const c = caseOf(s);
    const checked = await runFsck(c, { id: idsOf(c)(), progress: () => {} });
    if (!checked.ok) return answerProblem(context, checked.problem);
    s.fsck = { at: new Date(s.world.clock.now()).toISOString(), report: checked.value };
    return context.json(checked.value);
  });
}
