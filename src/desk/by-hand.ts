import type { ClaimValue } from '../domain/claim.ts';
import { isUuid, recordId, sourceId, textId, type ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Proposal } from '../domain/proposal.ts';
import { fieldOf, type RecordKind } from '../domain/record.ts';
import type { Attestation, Span } from '../domain/span.ts';
import { fold } from '../kit/fold.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import type { Change } from '../record/accept.ts';
import { recordByHand, type HandField, type HandVoice } from '../record/by-hand.ts';
import type { Handle } from '../storage/database.ts';
import { proposalById } from '../storage/questions/proposals.ts';
import { recordById } from '../storage/questions/records.ts';
import { sourcesOfText } from '../storage/questions/sources.ts';
import { accept, decide, idsOf, namedIn, type Decided } from './decide.ts';
import type { OpenCase } from './open-case.ts';
import { textWords } from './texts.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface HandEntry {
  readonly kind: RecordKind;
  /** An existing record that gets one more claim; null: a new record. */
  readonly record: string | null;
  readonly text: string;
  readonly fields: readonly { readonly field: string; readonly value: ClaimValue; readonly words: readonly Range[] }[];
  readonly saidBy: { readonly person: string } | { readonly name: string; readonly words: Range } | null;
}

/** Records by hand from words selected in one text (SPEC A6). */
export async function recordHand(c: OpenCase, actor: ActorName, entry: HandEntry): Promise<Outcome<Decided, Problem>> {
  // Before the transaction, which has the only connection: a text is looked up outside it.
  const at = await attesting(c, entry.text);
  if (!at.ok) return at;
  return decide(c, actor, async (db) => {
    const on = await target(c, db, entry);
    if (!on.ok) return on;
    const fields: HandField[] = [];
    for (const { field, value, words } of entry.fields) {
      const attested = all(words.map((range) => at.value(range)));
      if (!attested.ok) return attested;
      const fits = await refers(c, db, { kind: on.value.kind, field, value });
      if (!fits.ok) return fits;
      fields.push({ field, value, words: attested.value });
    }
    const saidBy = await voiceOf(c, db, { entry, at: at.value });
    return saidBy.ok ? recordByHand({ on: on.value, fields, saidBy: saidBy.value, newId: idsOf(c) }) : saidBy;
  });
}

interface Given {
  readonly kind: RecordKind;
  readonly field: string;
  readonly value: ClaimValue;
}

/** A value that is a record must be one of the register, and of the kind that the field holds. */
async function refers(c: OpenCase, db: Handle, { kind, field, value }: Given): Promise<Outcome<null, Problem>> {
  if (value.kind !== 'record') return done(null);
  const found = await recordById(db, c.secrets, value.record);
  if (found === undefined) return refuse({ kind: 'unknown-id', id: value.record });
  const holds = fieldOf(kind, field)?.holds;
  return holds === undefined || holds === found.state.kind
    ? done(null)
    : refuse({ kind: 'bad-value', field, why: `it takes a ${holds}, not a ${found.state.kind}` });
}

type Attesting = (range: Range) => Outcome<Attestation, Problem>;

async function attesting(c: OpenCase, text: string): Promise<Outcome<Attesting, Problem>> {
  const words = await textWords(c, text);
  const [source] = await sourcesOfText(c.database.db, text);
  if (words === undefined || source === undefined) return refuse({ kind: 'unknown-id', id: text });
  return done(({ start, end }) => {
    if (!(start >= 0 && end > start && end <= words.length))
      return refuse({ kind: 'words-differ', where: `${start}–${end}` });
    return done({
      source: sourceId(source.state.id),
      text: textId(text),
      span: { start, end, text: words.slice(start, end) },
    });
  });
}

function all<Value>(outcomes: readonly Outcome<Value, Problem>[]): Outcome<Value[], Problem> {
  const values: Value[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return done(values);
}

async function voiceOf(
  c: OpenCase,
  db: Handle,
  by: { readonly entry: HandEntry; readonly at: Attesting },
): Promise<Outcome<HandVoice | null, Problem>> {
  const { saidBy } = by.entry;
  if (saidBy === null) return done(null);
  if ('person' in saidBy) {
    const found = isUuid(saidBy.person) ? await recordById(db, c.secrets, saidBy.person) : undefined;
    return found?.state.kind === 'person'
      ? done({ person: found.state.id, words: null })
      : refuse({ kind: 'unknown-id', id: saidBy.person });
  }
  const words = by.at(saidBy.words);
  return words.ok ? done({ name: saidBy.name, words: words.value }) : words;
}

async function target(
  c: OpenCase,
  db: Handle,
  entry: HandEntry,
): Promise<Outcome<Parameters<typeof recordByHand>[0]['on'], Problem>> {
  if (entry.record === null) return done({ kind: entry.kind });
  const found = isUuid(entry.record) ? await recordById(db, c.secrets, entry.record) : undefined;
  if (found === undefined) return refuse({ kind: 'unknown-id', id: entry.record });
  return done({ record: recordId(entry.record), kind: found.state.kind });
}

export interface Amendment {
  readonly field: string;
  /** `named`: a person that a proposal of the same text names, by the name it shows. */
  readonly value: ClaimValue | { readonly kind: 'named'; readonly proposal: string; readonly name: string } | null;
  readonly words: readonly Range[] | null;
}

/** Accepts with changes whose words are looked up in the text again: what the page sends is not believed. */
export async function amend(
  c: OpenCase,
  actor: ActorName,
  id: string,
  changes: readonly Amendment[],
): Promise<Outcome<Decided, Problem>> {
  const found = await proposalById(c.database.db, id);
  if (found === undefined) return refuse({ kind: 'unknown-id', id });
  const at = await attesting(c, found.proposal.text);
  if (!at.ok) return at;
  const checked: Change[] = [];
  for (const { field, value, words } of changes) {
    const attested = all((words ?? []).map((range) => at.value(range)));
    if (!attested.ok) return attested;
    const spans: Span[] = attested.value.map((attestation) => attestation.span);
    const known = await amended(c, found.proposal, { field, value });
    if (!known.ok) return known;
    checked.push({ field, value: known.value, words: words === null ? null : spans });
  }
  return accept(c, actor, id, checked);
}

async function amended(
  c: OpenCase,
  { kind, text }: Proposal,
  { field, value }: Pick<Amendment, 'field' | 'value'>,
): Promise<Outcome<Change['value'], Problem>> {
  if (value === null) return done(null);
  if (value.kind !== 'named') {
    const fits = await refers(c, c.database.db, { kind, field, value });
    return fits.ok ? done(value) : fits;
  }
  const other = await proposalById(c.database.db, value.proposal);
  const named = other?.proposal.text === text ? namedIn(other.proposal) : [];
  const who = named.find((each) => each.kind === 'person' && fold(each.name) === fold(value.name));
  return who === undefined ? refuse({ kind: 'unknown-id', id: value.proposal }) : done({ kind: 'named', named: who });
}
