import { FeatureList } from '../model/feature-list.ts';
import type { Model } from '../model/model-file.ts';
import { modelNamed } from '../model/models.ts';
import { reasonsFor, scoreInto, scoreOne, type Table } from '../model/table.ts';
import type { Names } from '../passes.ts';
import { chainFeatures } from './chain-features.ts';
import { matterOf } from './chain-templates.ts';
import { chainsOf, isWithin, type Chain } from './chains.ts';
import type { EventWords } from './event-words.ts';
import { extentFeatures, extentsOf, type Extent } from './extents.ts';
import { Pool } from './pool.ts';
import { documentFeatures, INCIDENTS, SENTENCE_LABELS, sentenceFeatures, type Relevance } from './relevance.ts';

/** Who or what has which part in an attack: a person or people, a body, what was hit, who was hurt, with what. */
export const FILLER_ROLES = ['person', 'body', 'target', 'victim', 'means'] as const;
export type FillerRole = (typeof FILLER_ROLES)[number];

/** A chain chosen for a role, with the words that name it best. */
export interface Filler {
  readonly role: FillerRole;
  readonly chain: Chain;
  readonly extent: Extent;
  /** Log-odds above the role's threshold. */
  readonly margin: number;
  /** What speaks loudest for it. */
  readonly why: string;
}

/** Lists that are written into again and again: nothing is allocated while a text is read. */
export class Workshop {
  readonly into = new FeatureList(2048);
  readonly counted = new FeatureList(4096);
  readonly pool = new Pool();
}

/** The tables of the model `acts`. */
export interface FillerTables {
  readonly genre: Table;
  readonly document: Table;
  readonly sentence: Table;
  readonly chain: Table;
  readonly extent: Table;
  readonly thresholds: readonly number[];
}

export function fillerTables(model: Model | null = modelNamed('acts')): FillerTables | null {
  const { genre, document, sentence, chain, extent } = model?.tables ?? {};
  const thresholds = model?.numbers['thresholds'];
  if (genre === undefined || document === undefined || sentence === undefined || chain === undefined) return null;
  if (extent === undefined || thresholds === undefined) return null;
  return { genre, document, sentence, chain, extent, thresholds };
}

/** A text of fewer tokens tells less of its genre. */
const ENOUGH = 60;

export function relevanceOf(
  event: EventWords,
  tables: Pick<FillerTables, 'genre' | 'document' | 'sentence'>,
  shop: Workshop,
): Relevance {
  documentFeatures(event, shop.counted);
  const document = scored(tables.document, shop.counted, new Float64Array(INCIDENTS.length));
  const said = Math.min(1, event.view.tokens.length / ENOUGH);
  const genre = scoreOne(tables.genre, shop.counted) * tables.genre.unit * said;
  const width = SENTENCE_LABELS.length;
  const sentences = new Float64Array(event.view.sentences.length * width);
  const scores = new Float64Array(width);
  event.view.sentences.forEach((_, index) => {
    sentenceFeatures(event, index, document, shop);
    sentences.set(scored(tables.sentence, shop.into, scores), index * width);
  });
  return { genre, document, sentences };
}

/** Scores as log-odds. */
function scored(table: Table, features: FeatureList, out: Float64Array): Float64Array {
  scoreInto(table, features, out);
  for (let at = 0; at < table.width; at += 1) out[at] = (out[at] ?? 0) * table.unit;
  return out;
}

/** The fillers of a text, best first; every chain has at most one role. */
export function fillersOf(
  event: EventWords,
  names: Names,
  { relevance, tables, shop }: { relevance: Relevance; tables: FillerTables; shop: Workshop },
): Filler[] {
  const width = FILLER_ROLES.length;
  const scores = new Float64Array(width);
  const found: Filler[] = [];
  for (const chain of chainsOf(event, names)) {
    chainFeatures(event, relevance, chain, shop);
    const chosen = bestRole(scored(tables.chain, shop.into, scores), tables.thresholds);
    if (chosen === null) continue;
    const role = FILLER_ROLES[chosen.role];
    const why = reasonOf(tables.chain, shop.into, chosen.role);
    const extent = bestExtent(event, chain, { table: tables.extent, role: chosen.role, shop });
    if (role !== undefined && extent !== null) found.push({ role, chain, extent, margin: chosen.margin, why });
  }
  return distinct(
    event,
    found.sort((a, b) => b.margin - a.margin),
  );
}

const REASONS = 6;

function reasonOf(table: Table, features: FeatureList, role: number): string {
  const loud = reasonsFor(table, features, role, REASONS).filter(({ weight }) => weight > 0);
  return loud.length === 0
    ? 'many small signs'
    : [...new Set(loud.map(({ template }) => matterOf(template)))].join(', ');
}

/** Of two that say the same in one role, one in more words, the surer stays. */
function distinct({ words }: EventWords, fillers: readonly Filler[]): Filler[] {
  const kept = FILLER_ROLES.map((): ReadonlySet<number>[] => []);
  return fillers.filter(({ role, extent }) => {
    const own = new Set(words.lower.subarray(extent.first, extent.last));
    const others = kept[FILLER_ROLES.indexOf(role)] ?? [];
    if (others.some((other) => isWithin(own, other) || isWithin(other, own))) return false;
    others.push(own);
    return true;
  });
}

/** The role that a chain's log-odds exceed the threshold of by most. */
export function bestRole(
  scores: ArrayLike<number>,
  thresholds: readonly number[],
): { readonly role: number; readonly margin: number } | null {
  let best: { role: number; margin: number } | null = null;
  thresholds.forEach((threshold, role) => {
    const margin = (scores[role] ?? 0) - threshold;
    if (margin >= 0 && (best === null || margin > best.margin)) best = { role, margin };
  });
  return best;
}

function bestExtent(
  event: EventWords,
  chain: Chain,
  { table, role, shop }: { table: Table; role: number; shop: Workshop },
): Extent | null {
  const scores = new Float64Array(table.width);
  let best: Extent | null = null;
  let most = -Infinity;
  for (const extent of extentsOf(event, chain)) {
    extentFeatures(event, extent, chain, shop);
    scoreInto(table, shop.into, scores);
    const score = scores[role] ?? 0;
    if (score > most) [best, most] = [extent, score];
  }
  return best;
}
