import type { DocumentSummary, Entity, Mention, ReadAct } from '../../domain/reading.ts';
import { overlaps, type Span } from '../../domain/span.ts';
import type { Violation } from '../../domain/vocabulary.ts';
import { languageData } from '../language-data.ts';
import type { Names, View } from '../passes.ts';
import { phraseAt, phraseTable, type PhraseTable } from '../names/name-phrases.ts';
import { SpanIndex } from '../text/span-index.ts';
import { tokensOf } from '../text/tokens.ts';

/** Labels of the HRDsAttack corpus for the kinds of act. */
const LABELS = {
  killing: 'killing',
  'death-in-custody': 'killing',
  torture: 'torture',
  'ill-treatment': 'torture',
  'sexual-violence': 'other',
  'arbitrary-detention': 'arbitrary detention',
  arrest: 'arbitrary detention',
  'enforced-disappearance': 'enforced disappearance',
  abduction: 'kidnapping',
  'unfair-trial': 'other',
  conviction: 'other',
  threat: 'other',
  assault: 'other',
  'attack-on-property': 'other',
  harassment: 'other',
  'denial-of-medical-care': 'other',
  'dispersal-of-assembly': 'other',
  other: 'other',
} as const satisfies Record<Violation, string>;

/** The whole text in the labels of HRDsAttack, by simple rules over the acts; null where no rule knows. */
export function documentOf(view: View, names: Names, acts: readonly ReadAct[]): DocumentSummary {
  const told = acts.filter(({ modality }) => modality !== 'denied');
  const countries = new Set(
    languageData(view.language, 'places')
      .words('countries')
      .flatMap((row) => row.split('|')),
  );
  return {
    violations: [...new Set(told.map(({ violation }) => LABELS[violation]))].sort(),
    victims: victimsOf(view, names, told),
    perpetratorTypes: perpetratorTypesOf(view, told),
    country: countryOf(view),
    region: null,
    city: cityOf(told, names, countries),
    date: dateOf(view, names, told),
  };
}

/** Lists of `places.json` that go row by row with its countries; `|` parts alternatives. */
const OF_COUNTRIES = ['countries', 'capitals', 'adjectives', 'peoples'] as const;

interface CountryWords {
  readonly table: PhraseTable;
  readonly country: ReadonlyMap<string, string>;
}
const ready = new Map<string, CountryWords>();

function countryWords(language: string): CountryWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const data = languageData(language, 'places');
  const countries = data.words('countries').map((row) => row.split('|')[0] ?? row);
  const rows = OF_COUNTRIES.toReversed().flatMap((list) =>
    data.words(list).flatMap((row, at) =>
      row
        .split('|')
        .filter(Boolean)
        .map((words) => [words, countries[at] ?? ''] as const),
    ),
  );
  const words = {
    table: phraseTable(
      rows.map(([phrase]) => phrase),
      true,
    ),
    country: new Map(rows),
  };
  ready.set(language, words);
  return words;
}

/** The country that names, capitals and adjectives speak of most; the title counts threefold. */
function countryOf(view: View): string | null {
  const { table, country } = countryWords(view.language);
  const counts = new Map<string, number>();
  for (let at = 0; at < view.tokens.length; at += 1) {
    const length = phraseAt(table, view.tokens, at);
    const [first, last] = [view.tokens[at], view.tokens[at + length - 1]];
    if (length === 0 || first === undefined || last === undefined) continue;
    const named = country.get(view.text.slice(first.start, last.end));
    const weight = view.title !== null && first.start < view.title.end ? 3 : 1;
    if (named !== undefined) counts.set(named, (counts.get(named) ?? 0) + weight);
  }
  return [...counts].sort((x, y) => y[1] - x[1])[0]?.[0] ?? null;
}

function cityOf(
  acts: readonly ReadAct[],
  { mentions, entities }: Names,
  countries: ReadonlySet<string>,
): string | null {
  const places = new SpanIndex(
    mentions.filter(({ kind }) => kind === 'place'),
    ({ span }) => span,
  );
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  for (const { place } of acts) {
    const [mention] = place === null ? [] : places.touching(place.start, place.end);
    const named = name.get(mention?.entity ?? '');
    if (named !== undefined && !countries.has(named)) return named;
  }
  return null;
}

/** The date of the main act: the first that has one, else of publication. */
function dateOf(view: View, { mentions }: Names, acts: readonly ReadAct[]): DocumentSummary['date'] {
  const time = acts.find((act) => act.time !== null)?.time ?? null;
  const told =
    time === null
      ? null
      : (mentions.find((mention) => mention.kind === 'date' && overlaps(mention.span, time))?.value ?? null);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(told ?? view.publishedDate ?? '') ?? [];
  const part = (digits: string | undefined): number | null =>
    digits === undefined || (digits.length === 2 && Number(digits) > 31) ? null : Number(digits);
  return { year: part(year), month: part(month), day: part(day) };
}

const NEARBY = 120;

function victimsOf(view: View, { mentions, entities }: Names, acts: readonly ReadAct[]): DocumentSummary['victims'] {
  const persons = new SpanIndex(
    mentions.filter((mention) => mention.kind === 'person' && mention.entity !== null),
    ({ span }) => span,
  );
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const found = new Map<string, DocumentSummary['victims'][number]>();
  for (const span of acts.flatMap((act) => act.victims)) {
    for (const mention of persons.touching(span.start, span.end)) {
      const entity = byId.get(mention.entity ?? '');
      if (entity !== undefined && !entity.commenter && !found.has(entity.id))
        found.set(entity.id, victim(view, entity, mention));
    }
  }
  return [...found.values()];
}

function victim(view: View, { name }: Entity, { span }: Mention): DocumentSummary['victims'][number] {
  const data = languageData(view.language, 'document');
  const words = (from: number, to: number): string[] =>
    tokensOf(view.text.slice(Math.max(0, from), to)).map(({ lower }) => lower);
  const [before, around] = [words(span.start - 12, span.start), words(span.start - NEARBY, span.end + NEARBY)];
  const after = words(span.end, span.end + NEARBY);
  const says = (list: string, near: readonly string[]): boolean => data.words(list).some((word) => near.includes(word));
  const sexOf = (near: readonly string[]): string | null => {
    const [man, woman] = [says('men', near), says('women', near)];
    if (man === woman) return null;
    return man ? 'man' : 'woman';
  };
  const kinds = Object.entries(data.lists('kinds')).filter(([, list]) => list.some((word) => around.includes(word)));
  return {
    name,
    sex: sexOf(before) ?? sexOf(after),
    ageGroup: ageOf(view.text, span),
    kind: kinds.map(([kind]) => kind),
  };
}

/** "Orlan Veth, 15," */
function ageOf(text: string, { end }: Span): string | null {
  const age = /^,? (?:aged )?(\d{1,2})(?:[,).]| years)/.exec(text.slice(end, end + 20))?.[1];
  if (age === undefined) return null;
  return Number(age) < 18 ? 'child' : 'adult';
}

function perpetratorTypesOf(view: View, acts: readonly ReadAct[]): string[] {
  const types = Object.entries(languageData(view.language, 'document').lists('perpetrators'));
  const counts = new Map<string, number>();
  for (const span of acts.flatMap((act) => act.perpetrators)) {
    const words = tokensOf(span.text).map(({ lower }) => lower);
    const type = types.find(([, list]) => words.some((word) => list.includes(word)))?.[0];
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  if (counts.size === 0 && acts.some(({ violation }) => STATE_ACTS.has(violation))) return ['state actor'];
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type]) => type);
}

/** What only a state does: to arrest, to convict. */
const STATE_ACTS: ReadonlySet<Violation> = new Set([
  'arrest',
  'arbitrary-detention',
  'conviction',
  'unfair-trial',
] as const);
