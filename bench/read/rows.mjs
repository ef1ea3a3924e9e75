// What is wanted of each figure, and what others published: `[set, key, words, at least, published]`.

const NEWS = 'rules 11 / 23 / 6, CRF 51 / 53 / 29, BERT 82 / 75 / 71 (test, flat)';

const ROWS = [
  ['attribution', 'source', 'source, exact F1', 77, 'two people 78'],
  ['attribution', 'cue', 'cue, exact F1', 71, 'two people 71'],
  ['attribution', 'content', 'content, exact F1', 65, 'two people 69'],
  ['attribution', 'whole', 'whole attributions, F1', 60, 'two people 71'],
  ['attribution', 'flatSource', 'source, flat form', null, NEWS],
  ['attribution', 'flatCue', 'cue, flat form', null, ''],
  ['attribution', 'flatContent', 'content, flat form', null, ''],
  ['muc', 'micro', 'five roles, CEAF-REE micro F1', 51, 'GRIT (BERT) 54.5 (test)'],
  ['muc', 'PerpInd', '  perpetrating individuals', 40, 'GRIT 49.6'],
  ['muc', 'PerpOrg', '  perpetrating organizations', 40, 'GRIT 51.9'],
  ['muc', 'Target', '  physical targets', 40, 'GRIT 49.0'],
  ['muc', 'Victim', '  named victims', 40, 'GRIT 67.8'],
  ['muc', 'Weapon', '  weapons', 40, 'GRIT 59.1'],
  ['muc', 'incidentType', 'incident types, F1', null, ''],
  ['muc', 'upperMicro', 'five roles, text all in capitals', null, ''],
  ['hrdsattack', 'violation', 'violations, F1', 72, 'T5-large 71.4 (test)'],
  ['hrdsattack', 'victimExact', "victims' names, exact F1", 55, 'T5-large 47.4'],
  ['hrdsattack', 'victimFuzzy', "victims' names, one in the other", null, 'T5-large 51.2'],
  ['hrdsattack', 'perpetratorType', 'kind of perpetrator, %', 65, 'T5-large 62'],
  ['hrdsattack', 'countryLenient', 'country, any of its names, %', 76, ''],
  ['hrdsattack', 'country', 'country, same letters, %', null, 'T5-large 66'],
  ['hrdsattack', 'year', 'year, %', 52, 'T5-large 50'],
  ['hrdsattack', 'month', 'month, %', 38, 'T5-large 33'],
  ['humanrights', 'figures', 'figures found, F1', 93, ''],
  ['humanrights', 'valueAndComparator', '  value and comparator, % of found', 97, ''],
  ['humanrights', 'about', '  what it counts, % of found', 85, ''],
  ['humanrights', 'assertedBy', '  on whose word, % of found', 88, ''],
  ['humanrights', 'subsetOf', '  part of which, F1', 50, ''],
  ['humanrights', 'statementContent', 'statement content by characters, F1', 82, ''],
  ['humanrights', 'sourceOfAll', '  source right, % of all', 80, ''],
  ['humanrights', 'source', '  source right, % of found', null, ''],
  ['humanrights', 'acts', 'acts: violation and trigger sentence, F1', 55, ''],
  ['units', 'persons', 'persons, recall by overlap', 85, ''],
  ['units', 'organizations', 'organizations, recall by overlap', 70, ''],
  ['units', 'personsExact', '  persons, exact recall', null, ''],
  ['units', 'organizationsExact', '  organizations, exact recall', null, ''],
  ['units', 'personsF1', '  persons, overlap F1 (others are not gold)', null, ''],
  ['units', 'organizationsF1', '  organizations, overlap F1 (likewise)', null, ''],
  ['ud', 'ewtSentences', 'EWT sentence boundaries, F1', 93, ''],
  ['ud', 'ewtTags', 'EWT parts of speech, gold sentences, % of words cut alike', 95, ''],
  ['ud', 'ewtTagsAll', '  % of all words, however cut', null, ''],
  ['ud', 'ewtTagsEndToEnd', '  % of all words, in its own sentences', null, ''],
  ['ud', 'ewtAttachment', 'EWT labelled attachment, gold sentences, % of words cut alike', null, ''],
  ['ud', 'gumSentences', 'GUM sentence boundaries, F1', 97, ''],
  ['ud', 'gumTags', 'GUM parts of speech, gold sentences, % of words cut alike', 95, ''],
  ['ud', 'gumTagsAll', '  % of all words, however cut', null, ''],
  ['ud', 'gumTagsEndToEnd', '  % of all words, in its own sentences', null, ''],
  ['ud', 'gumAttachment', 'GUM labelled attachment, gold sentences, % of words cut alike', null, ''],
].map(([set, key, words, atLeast, published]) => ({ set, key, words, atLeast, published }));

const foldRow = ({ set, model, part, measure, value, atLeast }) =>
  shown({ set, words: `${part}: ${measure}`, atLeast, published: `card of the model "${model}"` }, value);

const shown = ({ set, words, atLeast, published }, value) => ({
  set,
  figure: words,
  wanted: atLeast === null ? '' : `≥ ${atLeast}`,
  measured: value === null ? 'not there yet' : String(value),
  reached: verdictOf(value, atLeast),
  published,
});

function verdictOf(value, atLeast) {
  if (atLeast === null) return '';
  return value !== null && value >= atLeast ? 'ok' : 'below';
}

/** Rows of the sets that were measured, `{ set: { key: value | null } }`, each with what cross-validation found and was asked. */
export const rowsOf = (figures, { folds, learnt }) =>
  Object.entries(figures).flatMap(([set, values]) => [
    ...ROWS.filter((row) => row.set === set && values[row.key] !== undefined).map((row) =>
      shown(learnt.includes(set) ? { ...row, published: 'a model was trained on this text' } : row, values[row.key]),
    ),
    ...folds.filter((fold) => fold.set === set && fold.atLeast !== null).map(foldRow),
  ]);

const SIDE_BY_SIDE = [
  ...ROWS.filter(({ set }) => set === 'attribution' || set === 'units' || set === 'ud').map(({ set, key, words }) => ({
    set,
    key,
    words: `${words.trim()}${key.endsWith('TagsAll') || key.endsWith('EndToEnd') ? `, ${key.slice(0, 3).toUpperCase()}` : ''}`,
  })),
  { set: 'speed', key: 'megabytesASecond', words: 'MB/s, one core' },
  { set: 'speed', key: 'megabytesAProcessorSecond', words: 'MB/s of processor time' },
  { set: 'speed', key: 'startMs', words: 'start to the first reading, ms' },
  { set: 'speed', key: 'peakMiB', words: 'peak memory (RSS), MiB' },
];

/** Rows of what several measured alike: `{ name: figures }`; "-" where one has no answer. */
export const rivalRows = (contenders) =>
  SIDE_BY_SIDE.map(({ set, key, words }) => ({
    set,
    figure: words,
    ...Object.fromEntries(
      Object.entries(contenders).map(([name, figures]) => [name, String(figures[set]?.[key] ?? '-')]),
    ),
  })).filter((row) => Object.keys(contenders).filter((name) => row[name] !== '-').length > 1);

/** A row of speed or memory; the limit is what it must reach or not pass, if there is one. */
export function limitRow(figure, value, { atLeast = -Infinity, atMost = Infinity, unit }) {
  const limits = [atLeast > 0 ? `≥ ${atLeast} ${unit}` : '', atMost < Infinity ? `≤ ${atMost} ${unit}` : ''];
  const wanted = limits.join('');
  const verdict = value >= atLeast && value <= atMost ? 'ok' : 'below';
  return { set: 'speed', figure, wanted, measured: `${value} ${unit}`, reached: wanted && verdict, published: '' };
}
