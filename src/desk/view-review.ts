import type { ProposalKind } from '../domain/proposal.ts';
import { done } from '../kit/outcome.ts';
import { proposalsPage, proposalsTotal } from '../storage/questions/proposals.ts';
import { sourcesById } from '../storage/questions/sources.ts';
import { settled } from './case-trouble.ts';
import { figuresDesk } from './figures-desk.ts';
import { holdsOfNames, proposalNote } from './notes.ts';
import type { OpenCase } from './open-case.ts';

/** One page of the review queue, as the notes that the reader shows. */
export function proposalNotes(c: OpenCase, question: { readonly kind?: ProposalKind; readonly after: string | null }) {
  return settled(async () => {
    const page = await proposalsPage(c.database.db, { ...question, waiting: true });
    const sources = await sourcesById(c.database.db, [...new Set(page.rows.map((row) => row.proposal.source))]);
    const byId = new Map(sources.map((source) => [source.state.id as string, source]));
    const { relations } = await figuresDesk(c);
    const holds = await holdsOfNames(c, page.rows);
    const notes = page.rows.flatMap((row) => {
      const source = byId.get(row.proposal.source);
      return source === undefined ? [] : [proposalNote(row, { source, deeds: new Map(), relations, holds })];
    });
    const total =
      question.after === null
        ? await proposalsTotal(c.database.db, {
            ...(question.kind === undefined ? {} : { kind: question.kind }),
            waiting: true,
          })
        : null;
    return done({ rows: notes, next: page.next, total });
  });
}
