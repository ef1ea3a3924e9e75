import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Page, SourceDetail, SourceRow, TextView } from '../api-types.ts';
import { addUploaded, original } from '../../desk/originals.ts';
import { sourceDetail, sourceRows } from '../../desk/view-sources.ts';
import { textView } from '../../desk/view-text.ts';
import { answer, answerProblem, caseOf } from '../guard.ts';
import { door } from '../door.ts';
import type { Served } from '../served.ts';

const rows = z.object({
  after: z.string().optional(),
  q: z.string().max(200).optional(),
  state: z.enum(['read', 'unread', 'queued']).optional(),
  sort: z.enum(['place', 'taken']).optional(),
});
/** The most that one upload takes; more goes by the command line. */
const MOST_UPLOADED = 512 * 1024 * 1024;

export function sourceRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    { method: 'get', path: '/api/sources', summary: 'sources in custody', query: rows },
    async ({ context, query }) => {
      const { q, state } = query;
      const found = await sourceRows(caseOf(s), {
        sort: query.sort ?? 'taken',
        after: query.after ?? null,
        ...(q === undefined ? {} : { q }),
        ...(state === undefined ? {} : { state }),
      });
      if (!found.ok) return answerProblem(context, found.problem);
      const page: Page<SourceRow> = found.value;
      return context.json(page);
    },
  );
  door(
    app,
    { method: 'get', path: '/api/sources/{id}', summary: 'one source with its custody' },
    async ({ context, part }) => {
      const found = await sourceDetail(caseOf(s), part('id'));
      if (!found.ok) return answerProblem(context, found.problem);
      const detail: SourceDetail = found.value;
      return context.json(detail);
    },
  );
  door(
    app,
    {
      method: 'get',
      path: '/api/texts/{id}',
      summary: 'a window of a text with its notes',
      query: z.object({ from: z.coerce.number().int().min(0).optional() }),
    },
    async ({ context, part, query }) => {
      const found = await textView(caseOf(s), part('id'), query.from ?? 0);
      if (!found.ok) return answerProblem(context, found.problem);
      const view: TextView = found.value;
      return context.json(view);
    },
  );
  byteRoutes(app, s);
}

/** Bytes in and out of custody. */
function byteRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    {
      method: 'get',
      path: '/api/sources/{id}/original',
      summary: 'the preserved bytes; entered in the ledger',
      query: z.object({ how: z.enum(['download', 'page']).optional() }),
    },
    async ({ context, part, query }) => {
      const found = await original(caseOf(s), s.actor, {
        source: part('id'),
        how: query.how ?? 'download',
        session: s.session,
      });
      if (!found.ok) return answerProblem(context, found.problem);
      const { mediaType, name, bytes } = found.value;
      const safe = query.how === 'page' ? mediaType : 'application/octet-stream';
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': safe,
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    },
  );
  door(
    app,
    { method: 'post', path: '/api/sources', summary: 'take a file into custody (multipart field `file`)' },
    async ({ context }) => {
      const form = await context.req.parseBody();
      const file = form['file'];
      if (!(file instanceof File))
        return answerProblem(context, { kind: 'bad-input', where: 'file', why: 'no file was sent' });
      if (file.size > MOST_UPLOADED)
        return answerProblem(context, {
          kind: 'bad-input',
          where: 'file',
          why: 'it is too large for the page; use `actum add`',
        });
      return answer(
        context,
        await addUploaded(caseOf(s), s.actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
      );
    },
  );
}
