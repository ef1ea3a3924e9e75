import type { Entity, Mention } from '../../domain/reading.ts';
import { overlaps, type Span } from '../../domain/span.ts';
import { wordsOfAll } from '../language-data.ts';
import type { Names, View } from '../passes.ts';
import { resolverOf } from './pronouns.ts';

/** Where the head of a noun phrase ends, in any language: before a preposition, a clause, a comma. */
const HEAD_ENDS = new RegExp(`\\s(?:${wordsOfAll('cues', 'head-ends').join('|')})\\s|,|\\(`, 'u');
const NAMED = new Set<Mention['kind']>(['person', 'organization', 'group', 'role']);

/** Mentions by place: found by halves, since every statement asks. */
function mentionsIn(span: Span, mentions: readonly Mention[]): Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let at = Math.max(0, low - 2); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.span.start >= span.end) break;
    if (overlaps(mention.span, span)) found.push(mention);
  }
  return found;
}

/**
 * The mention that stands for a whole noun phrase: the last one in its head (`Ardovian foreign minister ORLAN VETH`), never one
 * in a modifier (`a spokesman for the ARMY`) nor a possessor (`ORLAN’s lawyer`); an office before a body is the head
 * (`ПРЕДСТАВИТЕЛЬ министерства`).
 */
export function headMention(span: Span, names: Names): Mention | null {
  const tail = HEAD_ENDS.exec(span.text);
  const headEnd = span.start + (tail === null ? span.text.length : tail.index);
  const within = mentionsIn(span, names.mentions).filter(
    ({ kind, span: words }) => NAMED.has(kind) && words.start < headEnd && words.end >= Math.min(headEnd, span.end),
  );
  const [person] = within.filter(({ kind }) => kind === 'person').slice(-1);
  const last = within.at(-1);
  const office = last?.kind === 'organization' ? mentionsIn(span, names.mentions)[0] : undefined;
  return person ?? (office?.kind === 'role' ? office : last) ?? null;
}

/** The entity behind a source: its own mention, or whom a pronoun or short form means; the way to join statements of one voice. */
export type Voices = (span: Span) => Entity | null;

export function voicesOf(view: View, names: Names): Voices {
  const resolve = resolverOf(view, names);
  const entities = new Map(names.entities.map((entity) => [entity.id, entity]));
  return (span) => {
    const id = headMention(span, names)?.entity ?? resolve(span);
    return id === null ? null : (entities.get(id) ?? null);
  };
}

/** What only says more about a name: `, a teacher from Selm`, `, 34`, `, who was there`. */
const APPOSITION = /,\s+(?=\p{Ll}|\d)[^]*$|\s[–—-]\s[^]*$|,$/u;

/** The canonical name where a pronoun or short form stands for it, else the same words without appositions (SPEC E16). */
export function sourceNameOf(span: Span, voices: Voices): string {
  const entity = voices(span);
  if (entity === null || span.text.toLowerCase().includes(entity.name.toLowerCase()))
    return span.text.replace(APPOSITION, '');
  return entity.name;
}
