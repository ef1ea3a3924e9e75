import { titleOf } from '../domain/cell.ts';
import { isHashedId, sourceId, textId } from '../domain/ids.ts';
import type { Attestation } from '../domain/span.ts';
import { done } from '../kit/outcome.ts';
import { wordsFound } from '../storage/questions/search-words.ts';
import { search, type Hit } from '../storage/questions/search.ts';
import { personsNamed } from '../storage/questions/people.ts';
import { recordById, type FoundRecord } from '../storage/questions/records.ts';
import { settled } from './case-trouble.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { showWords, textWords, type ShownWords } from './texts.ts';

export interface FoundWords {
  readonly in: Hit['in'];
  readonly words: ShownWords | null;
  readonly record: string | null;
  readonly title: string;
  readonly score: number;
}

const SPANS_A_TEXT = 3;

/** Words in texts, statements, names and acts, in any spelling that folds alike (SPEC Q-rules); names under the second key by whole words. */
export function searchCase(c: OpenCase, words: string) {
  return settled(async () => {
    const { db } = c.database;
    const answer = await search(db, words);
    const hits: FoundWords[] = [];
    for (const hit of answer.hits)
      hits.push(...(hit.record === null ? await textHits(c, hit, words) : await recordHits(c, hit)));
    const guarded = (await personsNamed(db, c.secrets, { name: words, begins: false })).filter(
      ({ state }) => !hits.some((hit) => hit.record === state.id),
    );
    for (const found of guarded) hits.unshift(await shownRecord(c, found, { in: 'name', score: 1 }));
    return done({ hits, capped: answer.capped });
  });
}

async function textHits(c: OpenCase, hit: Hit, words: string): Promise<FoundWords[]> {
  if (hit.text === null || hit.source === null || !isHashedId(hit.text, 'txt')) return [];
  const text = (await textWords(c, hit.text)) ?? '';
  const spans = wordsFound(text.slice(hit.start, hit.end), words, SPANS_A_TEXT);
  const shown: FoundWords[] = [];
  for (const span of spans) {
    const at: Attestation = {
      source: sourceId(hit.source),
      text: textId(hit.text),
      span: { ...span, start: span.start + hit.start, end: span.end + hit.start },
    };
    const view = await showWords(c, at);
    shown.push({ in: 'text', words: view, record: null, title: view.sourceName, score: hit.score });
  }
  return shown;
}

async function recordHits(c: OpenCase, hit: Hit): Promise<FoundWords[]> {
  const found = hit.record === null ? undefined : await recordById(c.database.db, c.secrets, hit.record);
  return found === undefined ? [] : [await shownRecord(c, found, hit)];
}

async function shownRecord(c: OpenCase, found: FoundRecord, hit: Pick<Hit, 'in' | 'score'>): Promise<FoundWords> {
  const nameOf = await namesAround(c.database.db, c.secrets, [found.state]);
  const at = found.state.claims.find((state) => state.claim.attestedBy.length > 0)?.claim.attestedBy[0];
  return {
    in: hit.in,
    words: at === undefined ? null : await showWords(c, at),
    record: found.state.id,
    title: titleOf(found.state, nameOf),
    score: hit.score,
  };
}
