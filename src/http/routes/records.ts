import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { RecordDetail, RecordRow } from '../api-register.ts';
import type { NoteView, Page } from '../api-types.ts';
import { PROPOSAL_KINDS } from '../../domain/proposal.ts';
import { RECORD_KINDS } from '../../domain/record.ts';
import { proposalNotes } from '../../desk/view-review.ts';
import { proposedRows } from '../../desk/view-proposed.ts';
import { recordDetail, recordRows } from '../../desk/view-records.ts';
import { answerProblem, caseOf } from '../guard.ts';
import { door } from '../door.ts';
import type { Served } from '../served.ts';

const rows = z.object({
  kind: z.enum(RECORD_KINDS),
  after: z.string().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['title', 'when', 'code', 'count']).optional(),
  status: z.enum(['standing', 'withdrawn', 'conflict', 'work', 'unsettled']).optional(),
  proposed: z.string().optional(),
});
const review = z.object({
  after: z.string().optional(),
  kind: z.enum(PROPOSAL_KINDS).optional(),
});

export function recordRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    { method: 'get', path: '/api/records', summary: 'a table of the register', query: rows },
    async ({ context, query }) => {
      const { kind, q, status, after } = query;
      if (query.proposed === '1' && after?.startsWith('p') === true)
        return context.json(await proposedRows(caseOf(s), kind, after.slice(1)));
      const found = await recordRows(caseOf(s), {
        kind,
        sort: query.sort ?? 'title',
        after: after ?? null,
        filter: status ?? 'standing',
        ...(q === undefined ? {} : { q }),
      });
      if (!found.ok) return answerProblem(context, found.problem);
      const more = query.proposed === '1' && found.value.next === null ? await proposedRows(caseOf(s), kind, '') : null;
      const page: Page<RecordRow> =
        more === null
          ? found.value
          : { rows: [...found.value.rows, ...more.rows], next: more.next, total: found.value.total };
      return context.json(page);
    },
  );
  door(
    app,
    { method: 'get', path: '/api/records/{id}', summary: 'one record with its words, chains and history' },
    async ({ context, part }) => {
      const found = await recordDetail(caseOf(s), part('id'));
      if (!found.ok) return answerProblem(context, found.problem);
      const detail: RecordDetail = found.value;
      return context.json(detail);
    },
  );
  door(
    app,
    { method: 'get', path: '/api/proposals', summary: 'what waits for a person', query: review },
    async ({ context, query }) => {
      const found = await proposalNotes(caseOf(s), {
        after: query.after ?? null,
        ...(query.kind === undefined ? {} : { kind: query.kind }),
      });
      if (!found.ok) return answerProblem(context, found.problem);
      const page: Page<NoteView> = found.value;
      return context.json(page);
    },
  );
}
