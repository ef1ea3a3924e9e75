import { languageData } from '../language-data.ts';
import type { View } from '../passes.ts';
import { phraseAt, phraseTable, type PhraseTable } from '../names/name-phrases.ts';
import { spaced } from './spaced.ts';

/** In what way a name speaks of a country. */
export const SPOKEN = ['country', 'capital', 'adjective', 'people', 'region', 'town', 'body'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** What a name of the list may mean; several countries have a Punjab. */
export interface Meaning {
  readonly country: string;
  readonly spoken: Spoken;
}

/** A place of the text where a country is named or spoken of. */
export interface Sighting {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly meanings: readonly Meaning[];
}

interface Gazetteer {
  readonly table: PhraseTable;
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
}

/** Lists of `places.json` that go row by row with its countries; `|` parts alternatives. */
const BY_ROW = { countries: 'country', capitals: 'capital', adjectives: 'adjective', peoples: 'people' } as const;
/** Tables of `towns.json` by country. */
const BY_COUNTRY = { regions: 'region', towns: 'town', peoples: 'people', bodies: 'body' } as const;

const ready = new Map<string, Gazetteer>();

function gazetteerOf(language: string): Gazetteer {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const meanings = new Map<string, Meaning[]>();
  const put = (name: string, meaning: Meaning): void => {
    const own = meanings.get(name) ?? [];
    if (name !== '' && !own.some(({ country }) => country === meaning.country)) own.push(meaning);
    if (own.length > 0) meanings.set(name, own);
  };
  const [places, towns] = [languageData(language, 'places'), languageData(language, 'towns')];
  const countries = places.words('countries').map((row) => row.split('|')[0] ?? row);
  for (const [list, spoken] of Object.entries(BY_ROW))
    for (const [at, row] of places.words(list).entries())
      for (const name of row.split('|')) put(spaced(name), { country: countries[at] ?? '', spoken });
  for (const [list, spoken] of Object.entries(BY_COUNTRY))
    for (const [country, names] of Object.entries(towns.lists(list)))
      for (const name of names) put(spaced(name), { country, spoken });
  const gazetteer = { table: phraseTable([...meanings.keys()], true), meanings };
  ready.set(language, gazetteer);
  return gazetteer;
}

/** Every name of the language's lists of places that stands in the text, outside of furniture. */
export function sightingsOf(view: View): Sighting[] {
  const { table, meanings } = gazetteerOf(view.language);
  const found: Sighting[] = [];
  for (const { firstToken, lastToken } of view.sentences) {
    for (let at = firstToken; at < lastToken; at += 1) {
      const token = view.tokens[at];
      if (token === undefined || token.text === token.lower) continue;
      const length = phraseAt(table, view.tokens, at);
      if (length === 0 || at + length > lastToken) continue;
      const name = spaced(view.text.slice(token.start, view.tokens[at + length - 1]?.end ?? token.end));
      const meant = meanings.get(name);
      if (meant === undefined) continue;
      found.push({ first: at, last: at + length, name, meanings: meant });
      at += length - 1;
    }
  }
  return found;
}

/** Whether a name is a country, people or adjective of one; region or town of `country`; null where the lists do not know. */
export function spokenOf(language: string, name: string, country: string | null): Spoken | null {
  const meant = gazetteerOf(language).meanings.get(spaced(name)) ?? [];
  return (meant.find((meaning) => meaning.country === country) ?? meant[0])?.spoken ?? null;
}
