import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isHashedId, sourceId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Outcome } from '../../kit/outcome.ts';
import { amend, recordHand } from '../../desk/by-hand.ts';
import { accept, adopt, hold, mark, reject, setStatus, takeBackDeed, undo, type Decided } from '../../desk/decide.ts';
import { deedWords } from '../../desk/history.ts';
import { judge } from '../../desk/judge.ts';
import type { DeedDone } from '../api-bodies.ts';
import {
  acceptBody,
  adoptBody,
  claimBody,
  holdBody,
  judgeBody,
  markBody,
  nothing,
  recordBody,
  rejectBody,
  statusBody,
  takeBackBody,
} from '../bodies.ts';
import { answerProblem, caseOf } from '../guard.ts';
import { door } from '../door.ts';
import type { Served } from '../served.ts';

/** Every decision answers with its deed, so that it can be taken back. */
function decided(context: Context, outcome: Outcome<Decided, Problem>): Response {
  if (!outcome.ok) return answerProblem(context, outcome.problem);
  const { deed, record } = outcome.value;
  const body: DeedDone = { deed: deed.id, record, what: deedWords(deed.payload) };
  return context.json(body);
}

export function decisionRoutes(app: OpenAPIHono, s: Served): void {
  proposalRoutes(app, s);
  claimRoutes(app, s);
  door(
    app,
    { method: 'post', path: '/api/judgements', summary: 'same, not same or unsure, with a reason', body: judgeBody },
    async ({ context, body }) => decided(context, await judge(caseOf(s), s.actor, body)),
  );
  door(
    app,
    { method: 'post', path: '/api/persons/{id}/mark', summary: 'how much to guard a person', body: markBody },
    async ({ context, body, part }) =>
      decided(context, await mark(caseOf(s), s.actor, { person: part('id'), ...body })),
  );
  door(
    app,
    {
      method: 'post',
      path: '/api/cited/{id}/hold',
      summary: 'a cited source is sought, held or unobtainable',
      body: holdBody,
    },
    async ({ context, body, part }) => {
      const source = body.source === undefined ? null : body.source;
      if (source !== null && !isHashedId(source, 'src'))
        return answerProblem(context, { kind: 'unknown-id', id: source });
      return decided(
        context,
        await hold(caseOf(s), s.actor, {
          cited: part('id'),
          state: body.state,
          source: source === null ? null : sourceId(source),
          reason: body.reason ?? null,
        }),
      );
    },
  );
  door(
    app,
    { method: 'post', path: '/api/deeds/{id}/take-back', summary: 'take one deed back', body: takeBackBody },
    async ({ context, body, part }) =>
      decided(context, await takeBackDeed(caseOf(s), s.actor, { deed: part('id'), reason: body.reason })),
  );
  door(
    app,
    { method: 'post', path: '/api/undo', summary: 'take back the last decision of this member', body: nothing },
    async ({ context }) => decided(context, await undo(caseOf(s), s.actor)),
  );
}

function proposalRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    {
      method: 'post',
      path: '/api/proposals/{id}/accept',
      summary: 'record a proposal, as it is or amended',
      body: acceptBody,
    },
    async ({ context, body, part }) => {
      const changes = (body.changes ?? []).map(({ field, value, words }) => ({ field, value, words: words ?? null }));
      const outcome =
        changes.length === 0
          ? await accept(caseOf(s), s.actor, part('id'), [])
          : await amend(caseOf(s), s.actor, part('id'), changes);
      return decided(context, outcome);
    },
  );
  door(
    app,
    { method: 'post', path: '/api/proposals/{id}/reject', summary: 'reject a proposal', body: rejectBody },
    async ({ context, body, part }) =>
      decided(context, await reject(caseOf(s), s.actor, part('id'), body.reason ?? null)),
  );
  door(
    app,
    { method: 'post', path: '/api/records', summary: 'record by hand from selected words', body: recordBody },
    async ({ context, body }) =>
      decided(
        context,
        await recordHand(caseOf(s), s.actor, {
          kind: body.kind,
          record: null,
          text: body.text,
          fields: body.fields,
          saidBy: body.saidBy ?? null,
        }),
      ),
  );
}

function claimRoutes(app: OpenAPIHono, s: Served): void {
  door(
    app,
    {
      method: 'post',
      path: '/api/claims',
      summary: 'one more value for a record, from selected words',
      body: claimBody,
    },
    async ({ context, body }) => {
      const { record, text, field, value, words, saidBy } = body;
      return decided(
        context,
        await recordHand(caseOf(s), s.actor, {
          kind: 'act',
          record,
          text,
          fields: [{ field, value, words }],
          saidBy: saidBy ?? null,
        }),
      );
    },
  );
  door(
    app,
    {
      method: 'post',
      path: '/api/claims/{id}/status',
      summary: 'move a claim along the status table',
      body: statusBody,
    },
    async ({ context, body, part }) =>
      decided(context, await setStatus(caseOf(s), s.actor, { claim: part('id'), ...body })),
  );
  door(
    app,
    {
      method: 'post',
      path: '/api/claims/{id}/adopt',
      summary: 'the case holds this value: a finding',
      body: adoptBody,
    },
    async ({ context, body, part }) =>
      decided(context, await adopt(caseOf(s), s.actor, { claim: part('id'), ...body })),
  );
}
