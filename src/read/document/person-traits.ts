import type { DocumentSummary } from '../../domain/reading.ts';
import { languageData } from '../language-data.ts';
import { genderOfGiven } from '../names/given-names.ts';
import type { Matter } from './matter.ts';
import type { Person } from './persons.ts';

/** So many words before and after a name tell of the person. */
const BEFORE = 8;
const AFTER = 25;
const ADULT = 18;

interface TraitWords {
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
  readonly kinds: readonly (readonly [kind: string, words: ReadonlySet<string>])[];
}
const known = new Map<string, TraitWords>();

function traitWords(language: string): TraitWords {
  const found = known.get(language);
  if (found !== undefined) return found;
  const data = languageData(language, 'document');
  const words = {
    men: new Set(data.words('men')),
    women: new Set(data.words('women')),
    children: new Set(data.words('children')),
    kinds: Object.entries(data.lists('kinds')).map(([kind, list]) => [kind, new Set(list)] as const),
  };
  known.set(language, words);
  return words;
}

/** Sex, age and trade of a person as the words beside the name tell them; null where they do not. */
export function traitsOf(matter: Matter, { name, namings }: Person): DocumentSummary['victims'][number] {
  const { men, women, children, kinds } = traitWords(matter.view.language);
  const votes = { men: 0, women: 0, child: false, adult: false };
  const found = new Set<string>();
  const { tokens } = matter.view;
  for (const { first, last } of namings) {
    for (let at = Math.max(0, first - BEFORE); at < Math.min(tokens.length, last + AFTER); at += 1) {
      const lower = tokens[at]?.lower ?? '';
      const near = at >= first - 3;
      if (near && men.has(lower)) votes.men += 1;
      if (near && women.has(lower)) votes.women += 1;
      if (at >= first - 3 && at < last + 4 && children.has(lower)) votes.child = true;
      if (at < last + 12) for (const [kind, words] of kinds) if (words.has(lower)) found.add(kind);
    }
    const age = ageAt(matter, last);
    if (age !== null && age < ADULT) votes.child = true;
    if (age !== null && age >= ADULT) votes.adult = true;
  }
  return {
    name,
    sex: sexOf(votes, name),
    ageGroup: ageGroupOf(votes, found),
    kind: [...found],
  };
}

function sexOf({ men, women }: { men: number; women: number }, name: string): string | null {
  if (men !== women) return men > women ? 'man' : 'woman';
  const given = genderOfGiven(name.split(' ')[0]?.toLowerCase() ?? '');
  return given === 'unknown' ? null : given;
}

/** Who has a trade or an office is grown up. */
function ageGroupOf({ child, adult }: { child: boolean; adult: boolean }, kinds: ReadonlySet<string>): string | null {
  if (child && !adult) return 'child';
  return adult || kinds.size > 0 ? 'adult' : null;
}

/** "Orlan Veth, 15," or "Orlan Veth (aged 15)". */
function ageAt({ view }: Matter, last: number): number | null {
  const [mark, next] = [view.tokens[last]?.text, view.tokens[last + 1]];
  if (mark !== ',' && mark !== '(') return null;
  const number = next?.lower === 'aged' ? view.tokens[last + 2] : next;
  return number !== undefined && /^\d{1,2}$/.test(number.text) ? Number(number.text) : null;
}
