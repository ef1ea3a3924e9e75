// Tables of the summary of a whole text: how each is learned, and their scores on texts held out in turn.
import { scoreInto } from '../../dist/read/model/table.js';
import { trainChoice, trainRidge } from './ridge.mjs';
import { TYPES, VIOLATIONS } from './summary-questions.mjs';

const FOLDS = 5;
export const SETTINGS = {
  violations: { bits: 16, width: VIOLATIONS.length, penalty: 10, least: 3 },
  perpetrators: { bits: 16, width: TYPES.length, penalty: 5, least: 3 },
  victims: { bits: 16, width: 1, penalty: 8, least: 2 },
  countries: { bits: 12, width: 1, penalty: 10, choice: true },
  cities: { bits: 14, width: 1, penalty: 5 },
  regions: { bits: 14, width: 1, penalty: 5 },
  years: { bits: 12, width: 1, penalty: 30, choice: true },
  months: { bits: 12, width: 1, penalty: 30, choice: true },
  days: { bits: 12, width: 1, penalty: 1 },
};

export const tablesOf = (texts) =>
  Object.fromEntries(
    Object.entries(SETTINGS).map(([task, settings]) => {
      const rows = texts.map(({ tasks }) => tasks[task]);
      return [task, settings.choice ? trainChoice(rows, settings) : trainRidge(rows.flat(), settings)];
    }),
  );

export const modelOf = (tables, numbers) => ({
  name: 'document',
  labels: { violations: VIOLATIONS, perpetrators: TYPES },
  numbers,
  tables,
  words: {},
});

/** Scores of every question by the given tables. */
function scoresOf(tables, { tasks }) {
  return Object.fromEntries(
    Object.entries(tables).map(([task, table]) => {
      const out = new Float64Array(table.width);
      const scored = tasks[task].map(({ features, values }) => {
        scoreInto(table, { ids: features, values, count: features.length }, out);
        return [...out].map((score) => score * table.unit);
      });
      return [task, scored];
    }),
  );
}

/** Every text with its scores by tables that did not learn from it. */
export function outOfFold(texts) {
  const folds = Array.from({ length: FOLDS }, (_, fold) => tablesOf(texts.filter((_, at) => at % FOLDS !== fold)));
  return texts.map((questions, at) => {
    const tables = folds[at % FOLDS];
    return { questions, gold: questions.gold, tables, scores: scoresOf(tables, questions) };
  });
}
