import type { ProposalKind } from '../domain/proposal.ts';
import type { Span } from '../domain/span.ts';
import { done } from '../kit/outcome.ts';
import { proposalsPage, proposalsTotal } from '../storage/questions/proposals.ts';
import { sourcesById } from '../storage/questions/sources.ts';
import { readingOf } from '../storage/questions/readings.ts';
import { settled } from './case-trouble.ts';
import { figuresDesk } from './figures-desk.ts';
import { holdsOfNames, proposalNote, wordsById } from './notes.ts';
import type { OpenCase } from './open-case.ts';

/** One page of the review queue, as the notes that the reader shows. */
export function proposalNotes(c: OpenCase, question: { readonly kind?: ProposalKind; readonly after: string | null }) {
  return settled(async () => {
    const page = await proposalsPage(c.database.db, { ...question, waiting: true });
    const sources = await sourcesById(c.database.db, [...new Set(page.rows.map((row) => row.proposal.source))]);
    const byId = new Map(sources.map((source) => [source.state.id as string, source]));
    const { relations } = await figuresDesk(c);
    const holds = await holdsOfNames(c, page.rows);
    const titles = await titlesOf(c, [...new Set(page.rows.map((row) => row.proposal.text as string))]);
    const words = wordsById(page.rows);
    const notes = page.rows.flatMap((row) => {
      const source = byId.get(row.proposal.source);
      return source === undefined
        ? []
        : [
            proposalNote(row, {
              source,
              title: titles.get(row.proposal.text) ?? null,
              words,
              deeds: new Map(),
              relations,
              holds,
            }),
          ];
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

/** The headlines of some texts. */
async function titlesOf(c: OpenCase, texts: readonly string[]): Promise<ReadonlyMap<string, Span | null>> {
  const titles = new Map<string, Span | null>();
  for (const text of texts) titles.set(text, (await readingOf(c.database.db, text))?.reading.title ?? null);
  return titles;
}
