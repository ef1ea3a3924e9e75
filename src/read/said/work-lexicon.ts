import { languageData } from '../language-data.ts';

/** Words for works (document, video), for what is done to them (published), and for the media that carry them. */
export interface WorkLexicon {
  /** Singular by every form: videos → video. */
  readonly nouns: ReadonlyMap<string, string>;
  /** What sort of thing a work noun names: text, film, image, post. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly published: ReadonlySet<string>;
  readonly own: readonly string[];
  readonly media: ReadonlySet<string>;
  /** Nouns too common to name a work without words of their own, and nouns that do even alone. */
  readonly weak: ReadonlySet<string>;
  readonly strong: ReadonlySet<string>;
}

const TABLES: Readonly<Record<string, string>> = { en: 'en', und: 'en' };
const loaded = new Map<string, WorkLexicon>();

export function workLexicon(language: string): WorkLexicon {
  const table = TABLES[language] ?? language;
  const known = loaded.get(table);
  if (known !== undefined) return known;
  const { words } = languageData(table, 'works');
  const rows = words('nouns').map((row) => row.split('|'));
  const lexicon = {
    nouns: new Map(rows.flatMap(([one = '', many = '']) => [[one, one] as const, [many, one] as const])),
    kinds: new Map(rows.map(([one = '', , kind = '']) => [one, kind])),
    published: new Set(words('published')),
    own: words('own'),
    media: new Set(words('media')),
    weak: new Set(words('weak')),
    strong: new Set(words('strong')),
  };
  loaded.set(table, lexicon);
  return lexicon;
}

/** Whether words name a medium: a newspaper, an agency, a channel, a site. */
export function isMedium(words: string, language: string): boolean {
  const { media } = workLexicon(language);
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => media.has(word) || /^(?:\p{L}+\d*|\d+)tv$/u.test(word));
}
