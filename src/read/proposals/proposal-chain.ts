import type { ProposedLink } from '../../domain/proposal.ts';
import type { ReadAct } from '../../domain/reading.ts';
import { overlaps, type Span } from '../../domain/span.ts';
import { linkKindOf } from '../said/chains.ts';
import { isPronoun } from './named-here.ts';
import type { Desk } from './proposal-desk.ts';

/**
 * Origin first: who says it, then through whom and in what; empty for the article's own voice (SPEC P3). A link named
 * outside the sentence of the value is carried over, one named by a pronoun is inferred.
 */
export function chainOf(
  { reading, namer, words }: Desk,
  at: Span,
  voice: Span | 'author' | null,
  via: readonly Span[],
): ProposedLink[] {
  const sentence = words.around(at);
  const spans = voice === null || voice === 'author' ? [...via] : [voice, ...via];
  return spans.flatMap((span): ProposedLink[] => {
    const inferred = !overlaps(span, sentence) || isPronoun(span);
    const kind = linkKindOf(span, reading, reading.works, reading.language);
    const work = kind === 'in-work' ? namer.workAt(span) : null;
    const person = work === null || namer.isMadeBy(span) ? namer.voice(span) : null;
    const saidBy: ProposedLink[] =
      person === null ? [] : [{ kind: kind === 'published-by' ? kind : 'said-by', to: person, inferred }];
    return work === null ? saidBy : [...saidBy, { kind: 'in-work', to: { ...namer.work(work), span }, inferred }];
  });
}

/** The voice as a summary names it: "…, says Orlan Veth", "…, says the authors of the motion". */
export function says(chain: readonly ProposedLink[]): string {
  const first = chain[0]?.to.name;
  if (first === undefined) return '';
  if (isPronoun({ text: first })) return `, says ${first.toLowerCase()}`;
  const name = first.replace(/^The /, 'the ');
  return `, says ${/^\p{Ll}/u.test(name) && !/^(?:the|a|an|his|her|their|its) /.test(name) ? `the ${name}` : name}`;
}

/** An act names its voice only; the chain behind it is that of the statement the voice speaks in. */
export function viaOf({ contents }: Desk, { assertedBy, trigger }: ReadAct): readonly Span[] {
  if (assertedBy === 'author') return [];
  const around = contents.touching(trigger.start, trigger.end).map(({ statement }) => statement);
  return around.find(({ source }) => source?.start === assertedBy.start)?.via ?? [];
}
