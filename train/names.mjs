// What a capitalised stretch names: a person, an organization, a place, or nothing.
import { FeatureList } from '../dist/read/model/feature-list.js';
import { quantised } from '../dist/read/model/quantise.js';
import { trainLogistic } from '../dist/read/model/train-logistic.js';
import { decideKinds, NAME_KINDS, nameFeatures, surroundingsOf } from '../dist/read/names/name-kinds.js';
import { candidatesOf } from '../dist/read/names/names.js';
import { scanNames } from '../dist/read/names/name-scan.js';
import { viewOf } from '../dist/read/text/view.js';
import { dataFolder, gunzipped, jsonLines, SETS } from './kit/data.mjs';
import { namedEntities } from './kit/gum-entities.mjs';
import { writeModel } from './kit/write-model.mjs';

/** What the rules' own guess counts for, in logits. */
const LOYALTY = 1;
const TRAINING = { bits: 17, width: NAME_KINDS.length, epochs: 12, seed: 7, rate: 0.1, pull: 1e-4 };
const folder = dataFolder();

/** @returns {{id: string, text: string, names: {kind: string, start: number, end: number}[], whole: boolean}[]} `whole`: what is not marked names nothing of these kinds */
function gold() {
  const gum = ['en_gum-train-by', 'en_gum-train-sa'].flatMap((part) =>
    namedEntities(gunzipped(folder, 'ud', `${part}.conllu.gz`)),
  );
  const units = jsonLines(folder, 'units', 'open.jsonl').map(({ id, text, entities }) => ({
    id,
    text,
    names: entities
      .filter(({ kind }) => kind === 'person' || kind === 'organization')
      .flatMap(({ kind, spans }) => spans.map(({ start, end }) => ({ kind, start, end }))),
  }));
  const muc = jsonLines(folder, 'muc', 'train.jsonl').map(({ id, textCased, roles }) => ({
    id,
    text: textCased,
    names: mucNames(textCased, roles),
  }));
  const victims = jsonLines(folder, 'hrdsattack', 'train.jsonl').map(({ id, text, annotations }) => ({
    id,
    text,
    names: annotations.victims.flatMap(({ name }) =>
      name ? occurrences(text, name).map((at) => ({ ...at, kind: 'person' })) : [],
    ),
  }));
  return { gum: gum.map((document) => ({ ...document, whole: true })), units, muc, victims };
}

function mucNames(text, roles) {
  const kinds = { Victim: 'person', PerpOrg: 'organization' };
  return Object.entries(kinds).flatMap(([role, kind]) =>
    roles[role].flatMap((entity) =>
      entity.flatMap((mention) => occurrences(text, mention.text).map((at) => ({ ...at, kind }))),
    ),
  );
}

function occurrences(text, words) {
  const [where, what] = [text.toLowerCase(), words.toLowerCase()];
  const found = [];
  for (let at = where.indexOf(what); at >= 0 && what.length > 2; at = where.indexOf(what, at + what.length))
    found.push({ start: at, end: at + what.length });
  return found;
}

/** The candidates of a document with the kind that the gold gives each; null where it says nothing. */
function read({ text, names, whole = false }) {
  const view = viewOf(text);
  const scan = scanNames(view);
  const around = surroundingsOf(view, scan.evidence, candidatesOf(view, scan));
  const list = new FeatureList();
  const candidates = around.candidates.map(({ first, last }, at) => {
    const [start, end] = [view.tokens[first].start, view.tokens[last - 1].end];
    const inside = names.filter((name) =>
      whole ? name.start >= start && name.end <= end : name.start < end && name.end > start,
    );
    const known = inside.find(({ kind }) => NAME_KINDS.includes(kind));
    list.clear();
    nameFeatures(around, at, list);
    return { kind: known?.kind ?? (whole ? 'none' : null), features: list.take(), start, end };
  });
  return { around, candidates, names, whole };
}

const examplesOf = (documents, importance = 1) =>
  documents.flatMap(({ candidates }) =>
    candidates
      .filter(({ kind }) => kind !== null)
      .map(({ kind, features }) => ({
        features,
        importance,
        targets: NAME_KINDS.map((known) => (known === kind ? 1 : 0)),
      })),
  );

const modelOf = (table) => ({
  name: 'names',
  labels: { kinds: [...NAME_KINDS] },
  numbers: { loyalty: [LOYALTY] },
  tables: { kinds: table },
  words: {},
});

/** Precision, recall and F1 a kind: a name is found when a candidate of its kind covers its head word. */
function score(documents, decide) {
  const counts = Object.fromEntries(NAME_KINDS.slice(1).map((kind) => [kind, { hit: 0, said: 0, gold: 0 }]));
  for (const document of documents) {
    const kinds = decide(document);
    const golds = document.names.filter(({ kind }) => kind in counts);
    for (const { kind } of golds) counts[kind].gold += 1;
    document.candidates.forEach(({ start, end }, at) => {
      const kind = kinds[at];
      if (kind === 'none') return;
      counts[kind].said += 1;
      if (golds.some((name) => name.kind === kind && name.start >= start && name.end <= end)) counts[kind].hit += 1;
    });
  }
  const all = Object.values(counts).reduce((a, b) => ({
    hit: a.hit + b.hit,
    said: a.said + b.said,
    gold: a.gold + b.gold,
  }));
  return Object.fromEntries(
    Object.entries({ ...counts, all }).map(([kind, { hit, said, gold }]) => [
      kind,
      { p: rate(hit, said), r: rate(hit, gold), f1: rate(2 * hit, said + gold) },
    ]),
  );
}
const rate = (a, b) => (b === 0 ? 0 : Math.round((1000 * a) / b) / 10);

/** Share of the known kinds that are decided right: for sets that mark some names only. */
function agreement(documents, decide) {
  let [right, known] = [0, 0];
  for (const document of documents) {
    const kinds = decide(document);
    document.candidates.forEach(({ kind }, at) => {
      if (kind === null) return;
      known += 1;
      if (kinds[at] === kind) right += 1;
    });
  }
  return rate(right, known);
}

const sets = gold();
const data = Object.fromEntries(Object.entries(sets).map(([name, documents]) => [name, documents.map(read)]));
const dev = namedEntities(gunzipped(folder, 'ud', 'en_gum-dev.conllu.gz')).map((document) =>
  read({ ...document, whole: true }),
);
const byRules = ({ around }) => around.candidates.map(({ guess }) => guess);
const train = (parts) => {
  const model = modelOf(
    quantised(
      trainLogistic(
        [
          ...examplesOf(parts.gum),
          ...examplesOf(parts.units),
          ...examplesOf(parts.muc, 0.3),
          ...examplesOf(parts.victims, 0.5),
        ],
        TRAINING,
      ),
      0.01,
    ),
  );
  return { model, decide: ({ around }) => decideKinds(around, model) };
};
const FOLDS = 5;
const folds = { units: { rules: [], model: [] }, muc: { rules: [], model: [] }, victims: { rules: [], model: [] } };
for (let fold = 0; fold < FOLDS; fold += 1) {
  const out = (documents) => documents.filter((_, at) => at % FOLDS === fold);
  const kept = Object.fromEntries(
    Object.entries(data).map(([name, documents]) => [name, documents.filter((_, at) => at % FOLDS !== fold)]),
  );
  const { decide } = train(kept);
  for (const name of Object.keys(folds)) {
    folds[name].rules.push(agreement(out(data[name]), byRules));
    folds[name].model.push(agreement(out(data[name]), decide));
  }
}
const mean = (list) => Math.round((10 * list.reduce((a, b) => a + b, 0)) / list.length) / 10;
const whole = train(data);
const figures = Object.entries({ rules: byRules, model: whole.decide }).flatMap(([who, decide]) => {
  const scores = score(dev, decide);
  console.log('GUM dev', who, JSON.stringify(scores));
  return Object.entries(scores).map(([kind, { f1 }]) => ({
    set: 'UD English GUM',
    part: 'dev',
    measure: `${kind} F1, ${who}`,
    value: f1,
  }));
});
for (const [name, { rules, model }] of Object.entries(folds)) {
  console.log(name, '5-fold: kind right of the names marked: rules', mean(rules), 'model', mean(model));
  figures.push({ set: name, part: '5-fold', measure: 'kind right of the names marked, rules', value: mean(rules) });
  figures.push({ set: name, part: '5-fold', measure: 'kind right of the names marked, model', value: mean(model) });
}
writeModel(whole.model, {
  what: 'Decides whether a capitalised stretch that the rules found names a person, an organization, a place or nothing.',
  data: [SETS.gum, SETS.units, SETS.muc, SETS.hrdsattack],
  figures,
  limits: [
    'English only.',
    'Extents are those of the rules.',
    'Trained mostly on edited prose; social media are rare in it.',
  ],
});
