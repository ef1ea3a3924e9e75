import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { visibleName } from '../kit/visible-name.ts';
import { readingOf } from '../storage/questions/readings.ts';
import {
  sourceById,
  sourcesPage,
  sourcesTotal,
  type FoundSource,
  type SourceQuestion,
  type SourceSort,
} from '../storage/questions/sources.ts';
import { settled } from './case-trouble.ts';
import { historyOf } from './history.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';

export function sourceRows(
  c: OpenCase,
  question: SourceQuestion & { readonly sort: SourceSort; readonly after: string | null },
) {
  return settled(async () => {
    const page = await sourcesPage(c.database.db, question);
    const total = question.after === null ? await sourcesTotal(c.database.db, question) : null;
    return done({ rows: page.rows.map(sourceRow), next: page.next, total });
  });
}

/** A source in its table: a neutral name, never the headline. */
export function sourceRow(found: FoundSource) {
  const { state } = found;
  return {
    id: state.id as string,
    name: sourceName(found),
    mediaType: state.mediaType,
    kind: found.kind ?? state.mediaType,
    published: found.published,
    language: found.language,
    bytes: state.bytes,
    places: state.foundAt.length,
    state: found.read,
    unread: state.unread,
    text: (state.texts.at(-1)?.id ?? null) as string | null,
    statements: found.statements,
    figures: found.figures,
    acts: found.acts,
    waiting: found.waiting,
    takenAt: state.foundAt[0]?.decision.at ?? '',
  };
}

export function sourceDetail(c: OpenCase, id: string): Promise<Outcome<Awaited<ReturnType<typeof detailOf>>, Problem>> {
  return settled(async () => {
    const found = await sourceById(c.database.db, id);
    return found === undefined ? refuse({ kind: 'unknown-id', id }) : done(await detailOf(c, found));
  });
}

async function detailOf(c: OpenCase, found: FoundSource) {
  const { state } = found;
  const text = state.texts.at(-1);
  const reading = text === undefined ? undefined : (await readingOf(c.database.db, text.id))?.reading;
  return {
    ...sourceRow(found),
    title: reading?.title?.text ?? text?.title ?? null,
    sha256: state.sha256,
    foundAt: state.foundAt.map(({ place, decision }) => ({
      place: visibleName(place),
      by: decision.by,
      at: decision.at,
    })),
    texts: state.texts.map(({ id, tool, units, decision }) => ({
      id,
      tool: tool.name,
      version: tool.version,
      units,
      at: decision.at,
    })),
    custody: await historyOf(c, state.id),
  };
}
