import { actorNouns, OF_STATE } from './actors.ts';
import { FeatureList } from '../model/feature-list.ts';
import { hashWord, mix } from '../model/hash.ts';
import { SPOKEN, type Sighting } from './gazetteer.ts';
import { tokenAt, type Matter } from './matter.ts';

/** A country the text speaks of, with what speaks for it as the place of what happened. */
export interface Country {
  readonly country: string;
  readonly features: FeatureList;
}

interface Tally {
  weight: number;
  names: number;
  title: number;
  lead: number;
  acts: number;
  triggers: number;
  placed: number;
  actPlaces: number;
  first: number;
  state: number;
  told: number;
  near: number;
  titlePlaced: number;
  echo: number;
  readonly spoken: Float32Array;
  dateline: boolean;
}
const EMPTY = {
  weight: 0,
  names: 0,
  title: 0,
  lead: 0,
  acts: 0,
  triggers: 0,
  placed: 0,
  actPlaces: 0,
  first: Infinity,
  dateline: false,
  state: 0,
  told: 0,
  near: 0,
  titlePlaced: 0,
  echo: 0,
};
const C = {
  state: 30,
  stateAny: 31,
  told: 32,
  near: 33,
  titlePlaced: 34,
  echo: 35,

  bias: 1,
  share: 2,
  most: 3,
  count: 4,
  title: 5,
  lead: 6,
  first: 7,
  acts: 8,
  actShare: 9,
  only: 10,
  spoken: 12,
  spokenAny: 13,
  placed: 14,
  actPlaces: 15,
  dateline: 16,
  firstOf: 17,
  triggers: 18,
  leadShare: 19,
  large: 20,
  titleMost: 21,
  leadMost: 22,
  actMost: 23,
  secondShare: 24,
} as const;
const DATELINE = 12;
const PLACED: ReadonlySet<string> = new Set(['in', 'at', 'from', 'of', 'near', 'across', 'to']);

/** Countries by their names, peoples, regions, towns and bodies. */
export function countriesOf(matter: Matter, sightings: readonly Sighting[]): Country[] {
  const tallies = new Map<string, Tally>();
  const actPlaces = actPlacesOf(matter);
  for (const sighting of sightings) {
    for (const { country, spoken } of sighting.meanings) {
      const tally = tallies.get(country) ?? { ...EMPTY, spoken: new Float32Array(SPOKEN.length) };
      tallies.set(country, tally);
      const part = 1 / sighting.meanings.length;
      tally.weight += part;
      const kind = SPOKEN.indexOf(spoken);
      tally.spoken[kind] = (tally.spoken[kind] ?? 0) + part;
      count(matter, sighting, tally, part);
      if (actPlaces.has(sighting.first)) tally.actPlaces += part;
    }
  }
  return featuresOf(tallies);
}

function count(
  { view, sentenceOf, actsIn, triggers, titleEnd, leadEnd, families, echoes }: Matter,
  { first, last }: Sighting,
  tally: Tally,
  part: number,
): void {
  const sentence = sentenceOf[first] ?? -1;
  if (first < titleEnd) tally.title += part;
  else if (first < leadEnd) tally.lead += part;
  if (first >= titleEnd && first < titleEnd + DATELINE && view.tokens[first]?.shape === 'upper') tally.dateline = true;
  if ((actsIn[sentence] ?? 0) > 0) tally.acts += part;
  if ((triggers[sentence] ?? 0) > 0) tally.triggers += part;
  const placed = view.tokens[first - 1]?.lower === 'in';
  if (PLACED.has(view.tokens[first - 1]?.lower ?? '')) tally.placed += part;
  if (placed && (triggers[sentence] ?? 0) > 0) tally.told += part;
  if (placed && first < titleEnd) tally.titlePlaced += part;
  tally.echo += part * (echoes[sentence] ?? 0);
  if (isStateNoun(view, last)) tally.state += part;
  for (let at = Math.max(0, first - NEAR); at < last + NEAR; at += 1)
    if (families[at] !== 0 && sentenceOf[at] === sentence) {
      tally.near += part;
      break;
    }
  tally.first = Math.min(tally.first, first);
}

const NEAR = 6;

/** "the ARDOVIAN police", "ARDOVIA's army". */
function isStateNoun({ language, tokens }: Matter['view'], after: number): boolean {
  const owned = tokens[after]?.lower.endsWith('s') === true && (tokens[after]?.text.length ?? 9) < 3;
  const at = owned ? after + 1 : after;
  return [at, at + 1].some((place) => actorNouns(language).get(tokens[place]?.lower ?? '') === OF_STATE);
}

/** First tokens of the places of acts. */
function actPlacesOf({ acts, view }: Matter): Set<number> {
  const places = new Set<number>();
  for (const { place, modality } of acts) {
    if (place === null || modality === 'denied') continue;
    for (let at = tokenAt(view, place.start); (view.tokens[at]?.start ?? Infinity) < place.end; at += 1) places.add(at);
  }
  return places;
}

function featuresOf(tallies: ReadonlyMap<string, Tally>): Country[] {
  const all = [...tallies.values()];
  const sum = (of: (tally: Tally) => number): number => all.reduce((total, tally) => total + of(tally), 0) || 1;
  const most = (of: (tally: Tally) => number): number => all.reduce((top, tally) => Math.max(top, of(tally)), 0);
  const totals = { weight: sum((t) => t.weight), acts: sum((t) => t.acts), lead: sum((t) => t.lead + 2 * t.title) };
  const tops = {
    weight: most((t) => t.weight),
    title: most((t) => t.title),
    lead: most((t) => t.lead),
    acts: most((t) => t.acts),
  };
  const first = all.reduce((low, tally) => Math.min(low, tally.first), Infinity);
  return [...tallies].map(([country, tally]) => {
    const features = new FeatureList(64);
    const put = (template: number, value: number, kind = 0): void => {
      if (value !== 0) features.addValue(template, mix(template, kind, 0, 0), value);
    };
    put(C.bias, 1);
    put(C.share, (3 * tally.weight) / totals.weight);
    put(C.most, tally.weight === tops.weight ? 1 : 0);
    put(C.count, Math.log1p(tally.weight));
    put(C.title, Math.min(2, tally.title));
    put(C.lead, Math.log1p(tally.lead));
    put(C.leadShare, (2 * (tally.lead + 2 * tally.title)) / totals.lead);
    put(C.titleMost, tally.title > 0 && tally.title === tops.title ? 1 : 0);
    put(C.leadMost, tally.lead > 0 && tally.lead === tops.lead ? 1 : 0);
    put(C.first, Math.log1p(tally.first) / 5);
    put(C.firstOf, tally.first === first ? 1 : 0);
    put(C.acts, Math.log1p(tally.acts));
    put(C.actShare, (2 * tally.acts) / totals.acts);
    put(C.actMost, tally.acts > 0 && tally.acts === tops.acts ? 1 : 0);
    put(C.triggers, Math.log1p(tally.triggers));
    put(C.placed, Math.log1p(tally.placed));
    put(C.state, Math.log1p(tally.state));
    put(C.stateAny, tally.state > 0 ? 0.7 : 0);
    put(C.told, Math.log1p(tally.told));
    put(C.near, Math.log1p(tally.near));
    put(C.titlePlaced, tally.titlePlaced);
    put(C.echo, tally.echo);
    put(C.actPlaces, Math.log1p(tally.actPlaces));
    put(C.dateline, tally.dateline ? 1 : 0);
    put(C.only, all.length === 1 ? 1 : 0);
    for (const [kind, times] of tally.spoken.entries()) {
      put(C.spoken, 0.7 * Math.log1p(times), kind);
      put(C.spokenAny, times > 0 ? 0.5 : 0, kind);
    }
    if (LARGE.has(country)) {
      const id = hashWord(country);
      put(C.large, 0.7, id);
      put(C.secondShare, (2 * tally.weight) / totals.weight, id);
    }
    return { country, features };
  });
}

/** Spoken of everywhere, whatever happened where. */
const LARGE: ReadonlySet<string> = new Set(['United States', 'United Kingdom']);
