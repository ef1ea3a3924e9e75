// Trains who has which part in an attack (`resources/models/acts.bin`): relevance of text and sentence, chains, extents.
import { eventWordsOf } from '../dist/read/acts/event-words.js';
import { chainFeatures } from '../dist/read/acts/chain-features.js';
import { chainsOf, isWithin } from '../dist/read/acts/chains.js';
import { extentFeatures, extentsOf } from '../dist/read/acts/extents.js';
import { bestRole, Workshop } from '../dist/read/acts/fillers.js';
import { documentFeatures, INCIDENTS, SENTENCE_LABELS, sentenceFeatures } from '../dist/read/acts/relevance.js';
import { quantised } from '../dist/read/model/quantise.js';
import { scoreInto } from '../dist/read/model/table.js';
import { trainLogistic } from '../dist/read/model/train-logistic.js';
import { namesOf } from '../dist/read/names/names.js';
import { syntaxOf } from '../dist/read/syntax/syntax.js';
import { viewOf } from '../dist/read/text/view.js';
import { dataFolder, jsonLines, SETS } from './kit/data.mjs';
import { f1, normal, ROLES, summed, tallied, tuned } from './kit/fillers.mjs';
import { writeModel } from './kit/write-model.mjs';

const FOLDS = 5;
const BITS = 20;
const CAUTION = 0.3;
const shop = new Workshop();
const note = (words) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0)} s ${words}\n`);
const began = Date.now();

function eventOf(text) {
  const view = viewOf(text);
  return eventWordsOf(view, syntaxOf(view));
}

function documentRow(event) {
  documentFeatures(event, shop.counted);
  return { features: shop.counted.take(), values: shop.counted.values.slice(0, shop.counted.count) };
}

/** A document with all its gold, and what each sentence, chain and extent is to be told of. */
function prepared(record) {
  const event = eventOf(record.textCased);
  const { view } = event;
  const gold = ROLES.map((role) => record.roles[role].map((entity) => entity.map(({ text }) => normal(text))));
  const types = record.incidentTypes.map((type) => type.toLowerCase());
  const words = (first, last) =>
    normal(view.text.slice(view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0));
  const chains = chainsOf(event, namesOf(view)).map((chain) => {
    const extents = extentsOf(event, chain).map((extent) => ({ extent, words: words(extent.first, extent.last) }));
    const targets = gold.map((entities) =>
      Number(extents.some((extent) => entities.some((entity) => entity.includes(extent.words)))),
    );
    return { chain, extents, targets };
  });
  return {
    event,
    gold,
    chains,
    row: {
      ...documentRow(event),
      targets: [
        Number(gold.some((list) => list.length > 0)),
        ...INCIDENTS.slice(1).map((type) => Number(types.includes(type))),
      ],
    },
    sentenceTargets: view.sentences.map(({ firstToken, lastToken }) => {
      const padded = ` ${words(firstToken, lastToken)} `;
      const roles = gold.map((entities) =>
        Number(entities.some((entity) => entity.some((name) => padded.includes(` ${name} `)))),
      );
      return [Number(roles.includes(1)), ...roles];
    }),
  };
}

const listOf = ({ features, values = null }) => ({ ids: features, values, count: features.length });
function scoresOf(table, row) {
  const out = new Float64Array(table.width);
  scoreInto(table, listOf(row), out);
  return out.map((score) => score * table.unit);
}

const trainDocuments = (documents) =>
  trainLogistic(
    documents.map(({ row }) => row),
    { bits: 18, width: INCIDENTS.length, epochs: 10, seed: 1, rate: 0.03, caution: CAUTION },
  );

function judgeDocument(document, table) {
  document.relevance = { genre: 0, document: scoresOf(table, document.row) };
  document.sentenceRows = document.event.view.sentences.map((_, index) => {
    sentenceFeatures(document.event, index, document.relevance.document, shop);
    return { features: shop.into.take() };
  });
}

const trainSentences = (documents) =>
  trainLogistic(
    documents.flatMap(({ sentenceRows, sentenceTargets }) =>
      sentenceRows.map((row, index) => ({ ...row, targets: sentenceTargets[index] })),
    ),
    { bits: 18, width: SENTENCE_LABELS.length, epochs: 4, seed: 2, rate: 0.05, caution: CAUTION },
  );

function judgeSentences(document, table) {
  const { sentenceRows, relevance } = document;
  relevance.sentences = new Float64Array(sentenceRows.length * table.width);
  sentenceRows.forEach((row, index) => relevance.sentences.set(scoresOf(table, row), index * table.width));
}

function describeChains({ event, relevance, chains }) {
  for (const one of chains) {
    chainFeatures(event, relevance, one.chain, shop);
    one.row = { features: shop.into.take(), targets: one.targets };
    for (const extent of one.extents) {
      extentFeatures(event, extent.extent, one.chain, shop);
      extent.row = { features: shop.into.take() };
    }
  }
}

/** Without features that were seen once only: they tell of one text. */
function withoutRare(rows) {
  const mask = 2 ** 22 - 1;
  const seen = new Uint8Array(mask + 1);
  for (const { features } of rows) for (const id of features) if (seen[id & mask] < 2) seen[id & mask] += 1;
  return rows.map((row) => ({ ...row, features: row.features.filter((id) => seen[id & mask] > 1) }));
}

function trainFillers(documents) {
  const rows = documents.flatMap(({ chains }) => chains.map(({ row }) => row));
  const chain = trainLogistic(withoutRare(rows), {
    bits: BITS,
    width: ROLES.length,
    epochs: 6,
    seed: 3,
    rate: 0.05,
    pull: 0.001,
    caution: CAUTION,
  });
  const named = documents.flatMap(({ chains, gold }) =>
    chains.flatMap(({ extents, targets }) =>
      targets.includes(1)
        ? extents.map(({ row, words }) => ({
            ...row,
            targets: targets.map((holds, role) =>
              holds ? Number(gold[role].some((entity) => entity.includes(words))) : -1,
            ),
          }))
        : [],
    ),
  );
  const extent = trainLogistic(withoutRare(named), {
    bits: 17,
    width: ROLES.length,
    epochs: 6,
    seed: 4,
    rate: 0.1,
    caution: CAUTION,
  });
  return { chain, extent };
}

function judgeChains({ chains }, { chain: table, extent }) {
  for (const one of chains) {
    one.scores = scoresOf(table, one.row);
    if (!one.scores.some((score) => score > -4)) continue;
    const scored = one.extents.map(({ row, words }) => ({ words, scores: scoresOf(extent, row) }));
    one.words = ROLES.map((_, role) => scored.reduce((a, b) => (b.scores[role] > a.scores[role] ? b : a)).words);
  }
}

/** What the reader would propose: one string a chain, a role at most; of two in one role that say the same, the surer. */
function chosenWith({ chains }, thresholds) {
  const found = chains
    .flatMap(({ scores, words }) => {
      const best = words === undefined ? null : bestRole(scores, thresholds);
      return best === null ? [] : [{ ...best, words: words[best.role] }];
    })
    .sort((a, b) => b.margin - a.margin);
  const chosen = ROLES.map(() => []);
  for (const { role, words } of found) {
    const own = new Set(words.split(' '));
    const says = (other) => isWithin(own, new Set(other.split(' '))) || isWithin(new Set(other.split(' ')), own);
    if (!chosen[role].some(says)) chosen[role].push(words);
  }
  return chosen;
}

/** Judges each fold's documents by what the others teach. */
function crossed(documents, teach, judge) {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const taught = teach(documents.filter((_, n) => n % FOLDS !== fold));
    documents.forEach((document, n) => {
      if (n % FOLDS === fold) judge(document, taught);
    });
  }
}

/** Beginnings count like whole texts, so that a short text is told apart by its words and not by its length. */
const BEGINNING = 300;

function genreRowsOf(folder) {
  const attacks = jsonLines(folder, 'muc', 'train.jsonl').map(({ textCased }) => textCased);
  const others = ['hrdsattack', 'attribution'].flatMap((set) =>
    jsonLines(folder, set, 'train.jsonl').map(({ text }) => text),
  );
  const rows = (texts, holds) =>
    texts.flatMap((text) =>
      [text, text.slice(0, BEGINNING)].map((part) => ({ ...documentRow(eventOf(part)), targets: [holds] })),
    );
  return [...rows(attacks.slice(0, others.length), 1), ...rows(others.slice(0, attacks.length), 0)];
}

const folder = dataFolder();
const documents = jsonLines(folder, 'muc', 'train.jsonl').map(prepared);
const genreRows = genreRowsOf(folder);
note(`${documents.length} texts read`);
crossed(documents, trainDocuments, judgeDocument);
crossed(documents, trainSentences, judgeSentences);
documents.forEach(describeChains);
note('relevance judged');
crossed(documents, trainFillers, judgeChains);
const thresholds = tuned(documents, chosenWith);
const counts = tallied(documents, (document) => chosenWith(document, thresholds));
note(
  `${ROLES.map((role, n) => `${role} ${f1(counts[n])}`).join(', ')}; all ${f1(summed(counts))}; thresholds ${thresholds.join(' ')}`,
);

const genre = trainLogistic(genreRows, { bits: 17, width: 1, epochs: 4, seed: 5, rate: 0.03, caution: CAUTION });
const { chain, extent } = trainFillers(documents);
writeModel(
  {
    name: 'acts',
    labels: { roles: ROLES },
    numbers: { thresholds },
    tables: {
      genre: quantised(genre, 0.01),
      document: quantised(trainDocuments(documents), 0.01),
      sentence: quantised(trainSentences(documents), 0.02),
      chain: quantised(chain, 0.04),
      extent: quantised(extent, 0.04),
    },
    words: {},
  },
  {
    what: 'Who and what has a part in an attack that a text tells of: people, bodies, targets, victims and means.',
    data: [SETS.muc, SETS.hrdsattack, SETS.polnear],
    figures: [...ROLES, 'all roles'].map((role, n) => ({
      set: 'MUC-4 train',
      part: `${FOLDS}-fold`,
      measure: `CEAF-REE F1 of ${role}`,
      value: f1(counts[n] ?? summed(counts)),
    })),
    limits: [
      'Learned from reports on one region and three years; elsewhere the rules read acts alone.',
      'It says who has a part in what is told, never that it happened.',
    ],
  },
);
