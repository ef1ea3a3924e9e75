import { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import { SPOKEN, spokenOf, type Sighting } from './gazetteer.ts';
import { tokenAt, type Matter } from './matter.ts';

/** A place of the text that is no country: what speaks for it as the town or the region where it happened. */
export interface Place {
  readonly name: string;
  readonly features: FeatureList;
}

interface Standing {
  readonly name: string;
  readonly firsts: number[];
  kind: number;
}

const P = {
  bias: 1,
  count: 2,
  first: 3,
  title: 4,
  lead: 5,
  acts: 6,
  triggers: 7,
  before: 8,
  after: 9,
  kind: 10,
  actPlace: 11,
  most: 12,
  dateline: 14,
  words: 16,
  comma: 17,
  afterComma: 18,
} as const;

/** Places by the names pass and by the lists, countries and adjectives left out. */
export function placesOf(matter: Matter, sightings: readonly Sighting[], country: string | null): Place[] {
  const { view, names, acts } = matter;
  const standings = new Map<string, Standing>();
  const put = (name: string, first: number, kind: number): void => {
    const own = standings.get(name) ?? { name, firsts: [], kind };
    if (!own.firsts.includes(first) && own.firsts.length < 40) own.firsts.push(first);
    standings.set(name, own);
  };
  for (const { first, name, meanings } of sightings) {
    const meant = meanings.find((meaning) => meaning.country === country) ?? meanings[0];
    if (meant === undefined || !(meant.spoken === 'capital' || meant.spoken === 'region' || meant.spoken === 'town'))
      continue;
    put(name, first, SPOKEN.indexOf(meant.spoken) + (meant.country === country ? 10 : 0));
  }
  const entityNames = new Map(names.entities.map(({ id, name }) => [id, name]));
  for (const { kind, entity, span } of names.mentions) {
    const name = entityNames.get(entity ?? '');
    if (kind !== 'place' || name === undefined || standings.size > 300) continue;
    const spoken = spokenOf(view.language, name, country);
    if (spoken === 'country' || spoken === 'adjective' || spoken === 'people') continue;
    put(name, tokenAt(view, span.start), spoken === null ? 0 : SPOKEN.indexOf(spoken) + 10);
  }
  const actPlaces = new Set(acts.flatMap(({ place }) => (place === null ? [] : [tokenAt(view, place.start)])));
  const most = [...standings.values()].reduce((top, { firsts }) => Math.max(top, firsts.length), 0);
  return [...standings.values()].map((standing) => ({
    name: standing.name,
    features: featuresOf(matter, standing, { actPlaces, most }),
  }));
}

function featuresOf(
  matter: Matter,
  { name, firsts, kind }: Standing,
  { actPlaces, most }: { actPlaces: ReadonlySet<number>; most: number },
): FeatureList {
  const { view, stems, sentenceOf, actsIn, triggers, titleEnd, leadEnd } = matter;
  const features = new FeatureList(64);
  const put = (template: number, value = 1, of = 0): void => {
    if (value !== 0) features.addValue(template, mix(template, of, 0, 0), value);
  };
  const words = name.split(' ').length;
  let [acts, heard, lead, title, placed] = [0, 0, 0, 0, 0];
  const beside = new Set<number>();
  for (const first of firsts) {
    const sentence = sentenceOf[first] ?? -1;
    acts += (actsIn[sentence] ?? 0) > 0 ? 1 : 0;
    heard += (triggers[sentence] ?? 0) > 0 ? 1 : 0;
    title += first < titleEnd ? 1 : 0;
    lead += first < leadEnd ? 1 : 0;
    placed += actPlaces.has(first) ? 1 : 0;
    beside.add(mix(P.before, stems[first - 1] ?? 0, 0, 0));
    beside.add(mix(P.after, stems[first + words] ?? 0, 0, 0));
    if (view.tokens[first + words]?.text === ',') beside.add(mix(P.comma, 0, 0, 0));
    if (view.tokens[first - 1]?.text === ',') beside.add(mix(P.afterComma, 0, 0, 0));
    if (first >= titleEnd && first < titleEnd + 12 && view.tokens[first]?.shape === 'upper')
      beside.add(mix(P.dateline, 0, 0, 0));
  }
  for (const id of beside) features.addValue(P.before, id, 0.7);
  put(P.bias);
  put(P.count, Math.log1p(firsts.length));
  put(P.first, Math.log1p(firsts.reduce((a, b) => Math.min(a, b), Infinity)) / 5);
  put(P.title, title > 0 ? 1 : 0);
  put(P.lead, Math.log1p(lead));
  put(P.acts, Math.log1p(acts));
  put(P.triggers, Math.log1p(heard));
  put(P.actPlace, Math.log1p(placed));
  put(P.most, firsts.length === most ? 1 : 0);
  put(P.kind, 1, kind + 1);
  put(P.words, 1, Math.min(3, words));
  return features;
}
