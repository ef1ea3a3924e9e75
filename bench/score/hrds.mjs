// What a document tells as a whole: violations, victims' names, kind of perpetrator, country, date. Gold: `{ id, annotations }`.
import { allMeasures, byId, countKeys, count, newTally, percent } from './spans.mjs';

/** Violations of a reading in the words of this corpus; what is not here is "other". */
const LABELS = new Map([
  ['arrest', 'arbitrary detention'],
  ['detention', 'arbitrary detention'],
  ['arbitrary-detention', 'arbitrary detention'],
  ['abduction', 'kidnapping'],
  ['enforced-disappearance', 'enforced disappearance'],
  ['killing', 'killing'],
  ['death-in-custody', 'killing'],
  ['torture', 'torture'],
  ['ill-treatment', 'torture'],
]);
const KNOWN = new Set([...LABELS.values(), 'kidnapping', 'other', 'unknown']);
const NOTHING = { violations: [], victims: [], perpetratorTypes: [], country: null, date: null };

/**
 * Violations: micro F1, "unknown" where nothing was found. Victims: named ones, a name inside another of its document left
 * out. The rest is `all`: right with a value, over all documents, as the published system always answers.
 */
export function scoreDocuments(golds, readings) {
  const found = byId(readings);
  const tallies = { violation: newTally(), victimExact: newTally(), victimFuzzy: newTally() };
  const right = { perpetratorType: 0, country: 0, countryLenient: 0, year: 0, month: 0 };
  for (const { id, annotations } of golds) {
    const [gold, read] = [ofGold(annotations), ofReading(found.get(id) ?? { document: NOTHING })];
    countKeys(tallies.violation, gold.violations, read.violations.length === 0 ? ['unknown'] : read.violations);
    countNames(tallies, namesOf(gold), namesOf(read));
    for (const field of ['perpetratorType', 'country', 'year', 'month'])
      if (gold[field] !== null && gold[field] === read[field]) right[field] += 1;
    if (gold.country && read.country && placeOf(gold.country) === placeOf(read.country)) right.countryLenient += 1;
  }
  const shares = Object.entries(right).map(([field, times]) => [field, percent(times, golds.length)]);
  return { ...allMeasures(tallies), ...Object.fromEntries(shares) };
}

const ofGold = (annotations) => ({
  ...annotations,
  perpetratorType: perpetratorOf(annotations.perpetratorType),
});

function ofReading({ document, annotations }) {
  if (document === undefined) return ofGold(annotations);
  return {
    violations: document.violations.map((name) => (KNOWN.has(name) ? name : (LABELS.get(name) ?? 'other'))),
    victims: document.victims,
    perpetratorType: perpetratorOf(document.perpetratorTypes[0]),
    country: document.country,
    year: document.date?.year ?? null,
    month: document.date?.month ?? null,
  };
}

/** "state-actor", "State actor" → "state actor"; spellings of the labels in one form. */
const perpetratorOf = (type) =>
  type?.toLowerCase().replaceAll('-', ' ').replace('insufficient information', 'insufficient info') ?? null;

function namesOf({ victims }) {
  const names = [...new Set((victims ?? []).flatMap(({ name }) => (name ? [name.trim()] : [])))];
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}

function countNames({ victimExact, victimFuzzy }, gold, read) {
  countKeys(victimExact, gold, read);
  const near = read.filter((name) => gold.some((other) => other.includes(name) || name.includes(other)));
  count(victimFuzzy, gold.length, read.length, near.length);
}

const ALIASES = new Map(
  Object.entries({
    'united states': ['us', 'u s', 'usa', 'u s a', 'united states america', 'america'],
    'united kingdom': ['uk', 'u k', 'britain', 'great britain', 'england'],
    china: ['prc', 'people s republic china'],
    russia: ['russian federation'],
    myanmar: ['burma'],
    iran: ['islamic republic iran'],
    'democratic republic congo': ['drc'],
    syria: ['syrian arab republic'],
    'south korea': ['republic korea'],
    'united arab emirates': ['uae'],
    palestine: ['palestinian territories', 'occupied palestinian territory'],
    turkey: ['turkiye'],
  }).flatMap(([name, others]) => others.map((other) => [other, name])),
);

/** A country's name without case, accents, "the", "of", "state", and under one of its names. */
function placeOf(name) {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !['the', 'of', 'state', 'province', 'city'].includes(word))
    .join(' ');
  return ALIASES.get(folded) ?? folded;
}
