// How near summaries of whole texts come to the corpus, as its authors count: see the README of the data.

const ALIASES = {
  usa: 'united states',
  us: 'united states',
  'united states america': 'united states',
  america: 'united states',
  uk: 'united kingdom',
  'great britain': 'united kingdom',
  england: 'united kingdom',
  britain: 'united kingdom',
  'people s republic china': 'china',
  prc: 'china',
  'russian federation': 'russia',
  burma: 'myanmar',
  turkiye: 'turkey',
};

/** A place's name for comparison: small letters without accents, articles and kinds of place; countries by one name. */
export function placeKey(name) {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:the|state|province|city|of)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ALIASES[folded] ?? folded;
}

/** Labels a summary says; nothing is "unknown". */
const said = (labels) => new Set(labels.length > 0 ? labels : ['unknown']);

const distinct = (names) => {
  const kept = [];
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length))
    if (!kept.some((one) => one.includes(name))) kept.push(name);
  return kept;
};

export const namedVictims = (annotations) =>
  annotations.victims.filter(({ name }) => name).map(({ name }) => name.trim());

/**
 * @param {(readonly [annotations: object, summary: import('../../src/domain/reading.ts').DocumentSummary])[]} pairs
 * @returns percentages by measure
 */
export function summaryFigures(pairs) {
  const count = () => ({ hit: 0, said: 0, gold: 0 });
  const add = (tally, gold, found) => {
    tally.gold += gold.size;
    tally.said += found.size;
    for (const one of found) if (gold.has(one)) tally.hit += 1;
  };
  const [violations, victims] = [count(), count()];
  const right = { perpetrator: 0, country: 0, region: 0, city: 0, year: 0, month: 0, day: 0 };
  const accurate = { ...right };
  let sex = 0,
    age = 0,
    found = 0;
  for (const [gold, summary] of pairs) {
    add(violations, new Set(gold.violations), said(summary.violations));
    add(victims, new Set(distinct(namedVictims(gold))), new Set(distinct(summary.victims.map(({ name }) => name))));
    for (const victim of gold.victims) {
      const same = victim.name && summary.victims.find(({ name }) => name === victim.name.trim());
      if (!same) continue;
      found += 1;
      sex += victim.sex === same.sex ? 1 : 0;
      age += victim.ageGroup === same.ageGroup ? 1 : 0;
    }
    const answers = {
      perpetrator: [gold.perpetratorType?.toLowerCase() ?? null, summary.perpetratorTypes[0] ?? null],
      country: [gold.country && placeKey(gold.country), summary.country && placeKey(summary.country)],
      region: [gold.region && placeKey(gold.region), summary.region && placeKey(summary.region)],
      city: [gold.city && placeKey(gold.city), summary.city && placeKey(summary.city)],
      year: [gold.year, summary.date.year],
      month: [gold.month, summary.date.month],
      day: [gold.day, summary.date.day],
    };
    for (const [field, [a, b]] of Object.entries(answers)) {
      if (a === b && a !== null) right[field] += 1;
      if (a === b) accurate[field] += 1;
    }
  }
  const share = (part, whole) => Math.round((1000 * part) / (whole || 1)) / 10;
  const scores = (name, { hit, said: all, gold }) => ({
    [`${name} F1`]: share(2 * hit, all + gold),
    [`${name} precision`]: share(hit, all),
    [`${name} recall`]: share(hit, gold),
  });
  return {
    ...scores('violations', violations),
    ...scores('victim names, exact', victims),
    ...Object.fromEntries(
      Object.entries(right).map(([field, n]) => [`${field}, right of all texts`, share(n, pairs.length)]),
    ),
    ...Object.fromEntries(
      Object.entries(accurate).map(([field, n]) => [`${field}, right or rightly none`, share(n, pairs.length)]),
    ),
    'sex of victims found': share(sex, found),
    'age of victims found': share(age, found),
  };
}
