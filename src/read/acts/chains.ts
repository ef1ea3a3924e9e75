import type { Mention } from '../../domain/reading.ts';
import { MENTION_KINDS } from '../../domain/vocabulary.ts';
import type { Names } from '../passes.ts';
import { SpanIndex } from '../text/span-index.ts';
import { chunksOf, type Chunk } from './chunks.ts';
import { Kind, type EventWords } from './event-words.ts';

/** Everything in a text that may be one person, body or thing: joined by entity, acronym or head and words. */
export interface Chain {
  readonly chunks: Chunk[];
  /** First token of the name that ends each chunk; -1 where none does. */
  readonly names: number[];
  /** Kind of what the names pass calls it, as a number; 0 where it has no name for it. */
  readonly kind: number;
  /** Stems of its fullest mention. */
  words: ReadonlySet<number>;
}

/** No more chains of one head than this are kept apart. */
const MOST_APART = 24;

/** The chains of a text, in order of their first mention. Linear in the text. */
export function chainsOf(event: EventWords, names: Names): Chain[] {
  const chains: Chain[] = [];
  const byHead = new Map<number, Chain[]>();
  const byEntity = new Map<string, Chain>();
  const byEnd = new Map<number, Chain>();
  const mentions = new SpanIndex(names.mentions.filter(isSomebody), ({ span }) => span);
  event.view.sentences.forEach((sentence, index) => {
    for (const chunk of chunksOf(event, sentence, index)) {
      const mention = mentionOf(event, mentions, chunk);
      const entity = mention !== null && isNamed(mention) ? mention.entity : null;
      const words = wordsIn(event, chunk);
      const head = event.stems[chunk.last - 1] ?? 0;
      const peers = byHead.get(head) ?? [];
      let chain =
        (entity === null ? undefined : byEntity.get(entity)) ??
        expanded(event, byEnd, chunk) ??
        peers.find((peer) => isWithin(words, peer.words) || isWithin(peer.words, words));
      if (chain === undefined) {
        if (peers.length >= MOST_APART) continue;
        chain = { chunks: [], names: [], kind: mention === null ? 0 : 1 + MENTION_KINDS.indexOf(mention.kind), words };
        chains.push(chain);
      }
      chain.chunks.push(chunk);
      chain.names.push(mention === null || entity === null ? -1 : firstTokenOf(event, mention, chunk));
      byEnd.set(chunk.last, chain);
      if (chunk.end > chunk.last && !byEnd.has(chunk.end)) byEnd.set(chunk.end, chain);
      if (words.size > chain.words.size) chain.words = words;
      if (!peers.includes(chain)) byHead.set(head, [...peers, chain]);
      if (entity !== null && !byEntity.has(entity)) byEntity.set(entity, chain);
    }
  });
  return chains;
}

const isNamed = ({ kind, entity }: Mention): boolean =>
  entity !== null && (kind === 'person' || kind === 'organization');
const isSomebody = ({ kind }: Mention): boolean => kind !== 'date';

/** The mention that ends where the phrase ends. */
function mentionOf({ view }: EventWords, mentions: SpanIndex<Mention>, { last }: Chunk): Mention | null {
  const token = view.tokens[last - 1];
  if (token === undefined) return null;
  const [mention] = mentions.touching(token.start, token.end);
  return mention !== undefined && mention.span.end === token.end ? mention : null;
}

const LONGEST_NAME = 12;

function firstTokenOf({ view }: EventWords, { span }: Mention, { last }: Chunk): number {
  let first = last - 1;
  while (first > last - LONGEST_NAME && (view.tokens[first - 1]?.start ?? -1) >= span.start) first -= 1;
  return first;
}

/** "Long Name (LN)": the chain of what stands before the bracket. */
function expanded({ view, kinds }: EventWords, byEnd: ReadonlyMap<number, Chain>, chunk: Chunk): Chain | undefined {
  if (view.tokens[chunk.first - 1]?.text !== '(' || chunk.last - chunk.first > 1) return undefined;
  if (view.tokens[chunk.last]?.text !== ')' || view.tokens[chunk.first]?.shape !== 'upper') return undefined;
  return kinds[chunk.first - 2] === Kind.name || kinds[chunk.first - 2] === Kind.noun
    ? byEnd.get(chunk.first - 1)
    : undefined;
}

function wordsIn({ stems, kinds }: EventWords, { first, last }: Chunk): ReadonlySet<number> {
  const words = new Set<number>();
  for (let at = first; at < last; at += 1) {
    const kind = kinds[at];
    if (kind !== Kind.number && kind !== Kind.particle && kind !== Kind.mark) words.add(stems[at] ?? 0);
  }
  return words;
}

export function isWithin(few: ReadonlySet<number>, many: ReadonlySet<number>): boolean {
  for (const word of few) if (!many.has(word)) return false;
  return true;
}
