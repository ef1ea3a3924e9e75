import { titleOf, shownValue, type NameOf } from '../domain/cell.ts';
import type { Problem } from '../domain/problem.ts';
import type { Span } from '../domain/span.ts';
import { fold } from '../kit/fold.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { deedNumber } from '../storage/questions/deed-numbers.ts';
import { proposalsInWindow } from '../storage/questions/proposals.ts';
import { readingOf } from '../storage/questions/readings.ts';
import { recordsInWindow, type RecordClaims } from '../storage/questions/referring.ts';
import { sourcesOfText, type FoundSource } from '../storage/questions/sources.ts';
import { figuresDesk, type FigureRelations } from './figures-desk.ts';
import { settled } from './case-trouble.ts';
import type { Marked } from './marks.ts';
import { namesAround } from './names.ts';
import { coverOf, holdsOfNames, proposalNote, wordsById } from './notes.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';
import { sourceRow } from './view-sources.ts';
import { pageMapOf, textWords } from './texts.ts';

/** The most of a text that is shown at once, in UTF-16 units. */
const WINDOW = 200_000;

/** A window of a text with a note for each proposal and record that stands in it. */
export function textView(
  c: OpenCase,
  id: string,
  from: number,
): Promise<Outcome<Awaited<ReturnType<typeof viewOf>>, Problem>> {
  return settled(async () => {
    const [source] = await sourcesOfText(c.database.db, id);
    const words = await textWords(c, id);
    if (source === undefined || words === undefined) return refuse({ kind: 'unknown-id', id });
    return done(await viewOf(c, { id, source, words, from: Math.min(Math.max(0, from), words.length) }));
  });
}

interface Shown {
  readonly id: string;
  readonly source: FoundSource;
  readonly words: string;
  readonly from: number;
}

async function viewOf(c: OpenCase, { id, source, words, from }: Shown) {
  const to = Math.min(words.length, from + WINDOW);
  const window = { text: id, from, to };
  const reading = (await readingOf(c.database.db, id))?.reading;
  const title = reading?.title ?? null;
  const notes = await notesIn(c, { source, title }, window);
  const pages = await pageMapOf(c, source, id);
  const inWindow = (span: Span): boolean => span.start >= from && span.start < to;
  return {
    text: id,
    source: sourceRow(source),
    units: words.length,
    from,
    to,
    words: words.slice(from, to),
    language: reading?.language ?? 'und',
    strange: reading?.reader.grammar === 'marks',
    title,
    furniture: (reading?.furniture ?? []).filter(inWindow),
    voices: voicesOf(notes),
    notes,
    pages: pages?.pages ?? null,
  };
}

function voicesOf(notes: readonly Note[]): { key: string; name: string }[] {
  const voices = new Map<string, string>();
  for (const note of notes) {
    const origin = note.chain[0];
    if (note.voice !== null && origin !== undefined && !voices.has(note.voice)) voices.set(note.voice, origin.name);
  }
  return [...voices].map(([key, name]) => ({ key, name }));
}

type Note = Awaited<ReturnType<typeof notesIn>>[number];

async function notesIn(
  c: OpenCase,
  of: { readonly source: FoundSource; readonly title: Span | null },
  window: { readonly text: string; readonly from: number; readonly to: number },
) {
  const { db } = c.database;
  const found = await proposalsInWindow(db, window);
  const byHand = await madeByHand(c, await recordsInWindow(db, c.secrets, window));
  const deeds = new Map(
    c.ledger.deedsAt(found.flatMap((entry) => (entry.deed === null ? [] : [entry.deed]))).map((deed) => [deed.n, deed]),
  );
  const relations = (await figuresDesk(c)).relations;
  const holds = await holdsOfNames(c, found);
  const around = { ...of, words: wordsById(found), deeds, relations, holds };
  const proposed = found.map((entry) => proposalNote(entry, around));
  const nameOf = await namesAround(
    db,
    c.secrets,
    byHand.map(({ record }) => record.state),
  );
  const hand = byHand.map((entry) => recordNote(entry, window.text, { ...of, nameOf }));
  return [...proposed, ...hand].sort(
    (a, b) => (a.anchors[0]?.start ?? 0) - (b.anchors[0]?.start ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** Records that a person made from selected words, not those that came along with a proposal. */
async function madeByHand(c: OpenCase, found: readonly RecordClaims[]): Promise<RecordClaims[]> {
  const kept: RecordClaims[] = [];
  for (const entry of found) {
    const n = await deedNumber(c.database.db, entry.record.state.made.deed);
    const [deed] = n === undefined ? [] : c.ledger.deedsAt([n]);
    if (deed?.payload.kind === 'record') kept.push(entry);
  }
  return kept;
}

function recordNote(
  { record, claims }: RecordClaims,
  text: string,
  around: { readonly source: FoundSource; readonly title: Span | null; readonly nameOf: NameOf },
) {
  const { state } = record;
  const here = claims.flatMap((position) => state.claims[position] ?? []);
  const spans = here.flatMap(({ claim }) => claim.attestedBy.filter((at) => at.text === text).map((at) => at.span));
  const chain = here[0]?.claim.chain ?? [];
  return {
    id: state.id as string,
    kind: state.kind,
    source: around.source.state.id as string,
    text,
    sourceName: sourceName(around.source),
    marks: spans.map(({ start, end }): Marked => ({ start, end, role: 'words' })),
    anchors: spans as readonly Span[],
    summary: titleOf(state, around.nameOf),
    covered: coverOf(spans, around.title),
    fields: here.map(({ claim }) => ({
      field: claim.field,
      value: shownValue(claim.value, around.nameOf),
      words: claim.attestedBy.map((at) => at.span),
      inferred: claim.basis === 'inferred',
    })),
    chain: chain.map((link) => ({
      kind: link.kind,
      name: around.nameOf(link.to),
      to: link.to as string | null,
      hold: null,
      words: null,
      inferred: false,
    })),
    voice: chain[0] === undefined ? null : fold(around.nameOf(chain[0].to)),
    score: null as number | null,
    why: [] as readonly string[],
    proposer: null as string | null,
    state: 'recorded' as const,
    record: state.id as string | null,
    deed: state.made.deed as string | null,
    decidedBy: state.made.by as string | null,
    relations: [] as FigureRelations extends ReadonlyMap<string, infer R> ? R : never,
  };
}
