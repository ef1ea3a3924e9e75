import type { DocumentSummary } from '../../domain/reading.ts';
import type { FeatureList } from '../model/feature-list.ts';
import type { Model } from '../model/model-file.ts';
import { modelNamed } from '../model/models.ts';
import { scoreInto, scoreOne } from '../model/table.ts';
import { countriesOf } from './countries.ts';
import { dateChoices, datingsOf, type Grain } from './dates.ts';
import { sightingsOf, type Sighting } from './gazetteer.ts';
import { lexiconOf, matterOf, type Matter, type Read } from './matter.ts';
import { placesOf } from './places.ts';
import { subjectOf } from './subject.ts';
import { personsOf } from './persons.ts';
import { traitsOf } from './person-traits.ts';

const NOTHING: DocumentSummary = {
  violations: [],
  victims: [],
  perpetratorTypes: [],
  country: null,
  region: null,
  city: null,
  date: { year: null, month: null, day: null },
};

/** The whole text in the labels of HRDsAttack, by trained weights over its words, names, dates and acts; nothing in a language without them. */
export function documentOf(read: Read): DocumentSummary {
  const model = modelNamed('document');
  const known = lexiconOf(read.view.language).family.size > 0;
  return model === null || !known ? NOTHING : summaryBy(model, matterOf(read));
}

/** The same by the given weights. */
export function summaryBy(model: Model, matter: Matter): DocumentSummary {
  const tells = matter.acts.length > 0 || matter.triggers.some((words) => words > 0);
  const subject = subjectOf(matter);
  const sightings = sightingsOf(matter.view);
  const country = chosen(model, 'countries', countriesOf(matter, sightings))?.country ?? null;
  return {
    violations: tells ? violationsOf(model, subject) : [],
    victims: victimsOf(model, matter),
    perpetratorTypes: tells ? perpetratorsOf(model, subject) : [],
    country,
    ...placed(model, matter, { sightings, country }),
    date: dateOf(model, matter),
  };
}

const numberOf = (model: Model, name: string, at = 0): number => model.numbers[name]?.[at] ?? 0;

function scoresOf(model: Model, name: string, features: FeatureList): number[] {
  const table = model.tables[name];
  if (table === undefined) return [];
  const out = new Float64Array(table.width);
  scoreInto(table, features, out);
  return [...out].map((score) => score * table.unit);
}

/** Every label that reaches its threshold; the likeliest where none does. "unknown" stands for nothing and is not said. */
function violationsOf(model: Model, subject: FeatureList): string[] {
  const labels = model.labels['violations'] ?? [];
  const over = scoresOf(model, 'violations', subject).map((score, at) => score - numberOf(model, 'violations', at));
  const found = labels.filter((label, at) => label !== 'unknown' && (over[at] ?? -1) >= 0);
  const likeliest = labels[over.indexOf(Math.max(...over))];
  if (found.length > 0 || likeliest === undefined || likeliest === 'unknown') return found;
  return [likeliest];
}

/** The likeliest type; none where that is likelier. */
function perpetratorsOf(model: Model, subject: FeatureList): string[] {
  const scores = scoresOf(model, 'perpetrators', subject);
  const type = model.labels['perpetrators']?.[scores.indexOf(Math.max(...scores))];
  return type === undefined || type === 'none' ? [] : [type];
}

/** The candidate with the highest score that reaches the threshold; the first of equals. */
function chosen<Candidate extends { readonly features: FeatureList }>(
  model: Model,
  name: string,
  candidates: readonly Candidate[],
): Candidate | null {
  const table = model.tables[name];
  if (table === undefined) return null;
  let best: Candidate | null = null;
  let most = numberOf(model, name);
  for (const candidate of candidates) {
    const score = scoreOne(table, candidate.features) * table.unit;
    if (score < most || (score === most && best !== null)) continue;
    best = candidate;
    most = score;
  }
  return best;
}

function placed(
  model: Model,
  matter: Matter,
  { sightings, country }: { sightings: readonly Sighting[]; country: string | null },
): { region: string | null; city: string | null } {
  const places = placesOf(matter, sightings, country);
  return {
    region: chosen(model, 'regions', places)?.name ?? null,
    city: chosen(model, 'cities', places)?.name ?? null,
  };
}

/** The year of what happened, then its month, then its day, each where the text gives it. */
function dateOf(model: Model, matter: Matter): DocumentSummary['date'] {
  const datings = datingsOf(matter);
  const ask = (grain: Grain, year: number | null, month: number | null): number | null =>
    chosen(model, `${grain}s`, dateChoices(matter, datings, { grain, year, month }))?.value ?? null;
  const year = ask('year', null, null);
  const month = year === null ? null : ask('month', year, null);
  return { year, month, day: month === null ? null : ask('day', year, month) };
}

/** The people whom the text tells of as victims. */
function victimsOf(model: Model, matter: Matter): DocumentSummary['victims'] {
  const table = model.tables['victims'];
  if (table === undefined) return [];
  const least = numberOf(model, 'victims');
  return personsOf(matter)
    .filter(({ features }) => scoreOne(table, features) * table.unit >= least)
    .map((person) => traitsOf(matter, person));
}
