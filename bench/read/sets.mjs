import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreAttribution } from '../score/attribution.mjs';
import { scoreDocuments } from '../score/hrds.mjs';
import { scoreArticles } from '../score/humanrights.mjs';
import { scoreRoles } from '../score/muc.mjs';
import { scoreNames } from '../score/names.mjs';

/**
 * A set: its file or folder under the data folder, and what to do with it. `runs` are texts to read, each with the figures
 * that its readings give; a figure is a number in percent under the key that `rows.mjs` knows.
 */
export const SETS = [
  { name: 'attribution', at: 'attribution/dev.jsonl', runs: attributionRuns },
  { name: 'muc', at: 'muc/dev.jsonl', runs: mucRuns },
  { name: 'hrdsattack', at: 'hrdsattack/dev.jsonl', runs: hrdsRuns },
  { name: 'humanrights', at: 'humanrights', runs: humanrightsRuns },
  { name: 'units', at: 'units/open.jsonl', runs: unitsRuns },
];

/** The runs of a set of the data folder. */
export const runsOf = ({ at, runs }, data) => runs(join(data, at), data);

export const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const textsOf = (golds, text = (gold) => gold.text) =>
  golds.map((gold) => ({ id: gold.id, text: text(gold), published: gold.publishDate ?? null }));

function attributionRuns(path, data) {
  const golds = linesOf(path);
  const flatPath = join(data, 'attribution', 'dev-flat.jsonl');
  const score = (readings) => {
    const { source, cue, content, whole } = scoreAttribution(golds, readings);
    const raw = { source: source.f1, cue: cue.f1, content: content.f1, whole: whole.f1 };
    if (!existsSync(flatPath)) return raw;
    const flat = scoreAttribution(linesOf(flatPath), readings, { flat: true });
    return { ...raw, flatSource: flat.source.f1, flatCue: flat.cue.f1, flatContent: flat.content.f1 };
  };
  return [{ texts: textsOf(golds), score }];
}

function mucRuns(path) {
  const golds = linesOf(path);
  const score = (readings) =>
    Object.fromEntries(Object.entries(scoreRoles(golds, readings)).map(([name, { f1 }]) => [name, f1]));
  const upper = (readings) => ({ upperMicro: scoreRoles(golds, readings).micro.f1 });
  return [
    { texts: textsOf(golds, (gold) => gold.textCased), score },
    { texts: textsOf(golds), score: upper },
  ];
}

function hrdsRuns(path) {
  const golds = linesOf(path);
  const score = (readings) => {
    const { violation, victimExact, victimFuzzy, ...shares } = scoreDocuments(golds, readings);
    return { violation: violation.f1, victimExact: victimExact.f1, victimFuzzy: victimFuzzy.f1, ...shares };
  };
  return [{ texts: textsOf(golds), score }];
}

function humanrightsRuns(folder) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => file.slice(0, -'.gold.json'.length));
  const textOf = (name) => readFileSync(join(folder, `${name}.txt`), 'utf8');
  const golds = names.toSorted().map((name) => ({
    ...JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')),
    id: name,
    text: textOf(name),
  }));
  const score = (readings) => {
    const { figures, subsetOf, statementContent, acts, ...shares } = scoreArticles(golds, readings);
    const found = { figures: figures.f1, subsetOf: subsetOf.f1, statementContent: statementContent.f1, acts: acts.f1 };
    return { ...found, ...shares };
  };
  return [{ texts: textsOf(golds), score }];
}

function unitsRuns(path) {
  const golds = linesOf(path);
  const score = (readings) => {
    const { exact, overlap } = scoreNames(golds, readings);
    return {
      persons: overlap.person.recall,
      organizations: overlap.organization.recall,
      personsF1: overlap.person.f1,
      organizationsF1: overlap.organization.f1,
      personsExact: exact.person.recall,
      organizationsExact: exact.organization.recall,
    };
  };
  return [{ texts: textsOf(golds), score }];
}
