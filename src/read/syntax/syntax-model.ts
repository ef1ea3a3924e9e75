import type { Model } from '../model/model-file.ts';
import { quantised } from '../model/quantise.ts';
import type { Table } from '../model/table.ts';
import { lookupOf, type WordNumbers } from '../model/word-numbers.ts';
import type { Lookups } from './frame.ts';
import type { Sure } from './sure.ts';
import type { KeyedTable } from './keyed-table.ts';
import { FINE_TAGS, RELATIONS } from './tagset.ts';

/** What the passes of syntax need of the model. */
interface SyntaxParts {
  readonly lookups: Lookups;
  readonly tags: KeyedTable;
  readonly moves: KeyedTable;
  readonly relations: KeyedTable;
  readonly sureMove: Sure;
  readonly sureRelation: Sure;
}

const TABLES = ['tags', 'moves', 'relations'] as const;
const NUMBERS = ['classes', 'entries', 'sureMoves', 'sureRelations'] as const;

/** The model's file: keys of the rows stand apart from the weights, since they are no quantities. */
export function syntaxModel(
  words: Readonly<Record<(typeof NUMBERS)[number], WordNumbers>>,
  tables: Readonly<Record<(typeof TABLES)[number], KeyedTable>>,
): Model {
  const kept: Record<string, Table> = {};
  for (const name of TABLES) {
    const { weights, keys } = tables[name];
    kept[name] = quantised(weights);
    kept[`${name}-keys`] = { bits: weights.bits, width: 1, unit: 1, cells: Int16Array.from(keys) };
  }
  return {
    name: 'syntax',
    labels: { tags: FINE_TAGS, relations: RELATIONS },
    numbers: {},
    tables: kept,
    words: { ...words },
  };
}

/** The parts of a model that `syntaxModel` made. Throws a TypeError for another. */
export function partsOf({ tables, words, labels }: Model): SyntaxParts {
  const [classes, entries, sureMoves, sureRelations] = NUMBERS.map((name) => words[name]);
  const [tags, moves, relations] = TABLES.map((name) => {
    const [weights, keys] = [tables[name], tables[`${name}-keys`]];
    if (weights === undefined || keys === undefined) throw new TypeError(`the model of syntax has no ${name}`);
    return { weights, keys: Int8Array.from(keys.cells) };
  });
  const isCurrent = same(labels['tags'], FINE_TAGS) && same(labels['relations'], RELATIONS);
  if (!classes || !entries || !sureMoves || !sureRelations || !tags || !moves || !relations || !isCurrent)
    throw new TypeError('the model of syntax is of another version');
  return {
    lookups: { classOf: lookupOf(classes), entryOf: lookupOf(entries) },
    tags,
    moves,
    relations,
    sureMove: lookupOf(sureMoves),
    sureRelation: lookupOf(sureRelations),
  };
}

const same = (names: readonly string[] | undefined, ours: readonly string[]): boolean =>
  names?.join(' ') === ours.join(' ');
