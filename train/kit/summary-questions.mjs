// What the summary of a whole text asks, with the corpus's answers: lists of features with targets.
import { countriesOf } from '../../dist/read/document/countries.js';
import { dateChoices, datingsOf } from '../../dist/read/document/dates.js';
import { sightingsOf } from '../../dist/read/document/gazetteer.js';
import { matterOf } from '../../dist/read/document/matter.js';
import { personsOf } from '../../dist/read/document/persons.js';
import { placesOf } from '../../dist/read/document/places.js';
import { subjectOf } from '../../dist/read/document/subject.js';
import { namedVictims, placeKey } from './summary-figures.mjs';

export const VIOLATIONS = [
  'arbitrary detention',
  'enforced disappearance',
  'kidnapping',
  'killing',
  'other',
  'torture',
  'unknown',
];
export const TYPES = [
  'state actor',
  'other state actors',
  'other actors with permissions',
  'other actors without permissions',
  'other non-state actors',
  'regional orgs',
  'insufficient info',
  'none',
];

/**
 * @param {import('../../src/read/document/matter.ts').Read} read
 * @param gold annotations of HRDsAttack
 */
export function questionsOf(read, gold) {
  const matter = matterOf(read);
  const { view } = read;
  const row = (features, targets) => ({
    features: features.take(),
    values: features.values?.slice(0, features.count) ?? null,
    targets,
  });
  const subject = subjectOf(matter);
  const sightings = sightingsOf(view);
  const country = gold.country && placeKey(gold.country);
  const countries = countriesOf(matter, sightings);
  const at = countries.find((one) => placeKey(one.country) === country)?.country ?? null;
  const places = placesOf(matter, sightings, at);
  const datings = datingsOf(matter);
  const victims = new Set(namedVictims(gold));
  const isVictim = ({ entity }) =>
    [...victims].some((name) => name === entity.name || entity.variants.includes(name) || entity.name.includes(name));
  const dates = (grain, answer) =>
    dateChoices(matter, datings, { grain, year: gold.year, month: gold.month }).map(({ value, features }) =>
      row(features, [value === answer ? 1 : 0]),
    );
  const type = gold.perpetratorType?.toLowerCase() ?? 'none';
  return {
    matter,
    gold,
    tasks: {
      violations: [
        row(
          subject,
          VIOLATIONS.map((label) => (gold.violations.includes(label) ? 1 : 0)),
        ),
      ],
      perpetrators: [
        row(
          subject,
          TYPES.map((label) => (label === type ? 1 : 0)),
        ),
      ],
      victims: personsOf(matter).map((person) => row(person.features, [isVictim(person) ? 1 : 0])),
      countries: countries.map((one) => row(one.features, [placeKey(one.country) === country ? 1 : 0])),
      cities: places.map(({ name, features }) =>
        row(features, [gold.city && placeKey(gold.city) === placeKey(name) ? 1 : 0]),
      ),
      regions: places.map(({ name, features }) =>
        row(features, [gold.region && placeKey(gold.region) === placeKey(name) ? 1 : 0]),
      ),
      years: dates('year', gold.year),
      months: gold.year === null ? [] : dates('month', gold.month),
      days: gold.month === null ? [] : dates('day', gold.day),
    },
  };
}
