import { languageData } from '../language-data.ts';
import type { Item } from '../said/frames.ts';
import { inflectedWords } from './words.ts';

/** A reporting word of a frame: items `[at, to)`. */
export interface Cue {
  readonly at: number;
  readonly to: number;
  readonly kind: 'verb' | 'object' | 'impersonal' | 'phrase' | 'own' | 'upstream';
  /** The verb also reports what is its object: «отверг обвинения». */
  readonly takesObject: boolean;
}

interface CueTable {
  readonly verbs: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly impersonal: ReadonlySet<string>;
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly kind: Cue['kind'];
}

const ready = new Map<string, CueTable>();

function cueTable(language: string): CueTable {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const { words } = languageData(language, 'cues');
  const split = (name: string, kind: Cue['kind']): Phrase[] =>
    words(name).map((phrase) => ({ words: phrase.split(' '), kind }));
  const table = {
    verbs: formsOf(words('verbs')),
    objects: formsOf(words('objects')),
    impersonal: new Set(words('impersonal')),
    phrases: byFirst([
      ...split('phrases', 'phrase'),
      ...split('upstream', 'upstream'),
      ...owned(split('phrases', 'own'), language),
    ]),
  };
  ready.set(language, table);
  return table;
}

function byFirst(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  const lists = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    lists.set(first, [...(lists.get(first) ?? []), phrase]);
  }
  return lists;
}

/** «по его словам» beside «по словам». */
const owned = (phrases: readonly Phrase[], language: string): Phrase[] =>
  phrases.flatMap(({ words: [lead = '', noun = '', ...more], kind }) =>
    more.length > 0 || noun === ''
      ? []
      : languageData(language, 'persons')
          .words('possessives')
          .map((whose) => ({ words: [lead, whose, noun], kind })),
  );

/** Whether a word is a form of a verb that reports what somebody says. */
export const isCueVerb = (language: string, lower: string): boolean => cueTable(language).verbs.has(lower);

/** Rows: stem:endings. A stem that is a form itself has an empty ending: "сказал: а и". */
function formsOf(rows: readonly string[]): Set<string> {
  const forms = new Set<string>();
  for (const row of rows) {
    const [stem = '', endings = ''] = row.split(':');
    for (const ending of endings.split(' ')) forms.add(stem + ending);
  }
  return forms;
}

/** The cues of a frame, in order; a negated verb is none (SPEC E14). */
export function cuesOf(items: readonly Item[], language: string): Cue[] {
  const table = cueTable(language);
  const negations = inflectedWords(language).written('cues', 'negations');
  const cues: Cue[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const cue = verbAt(table, items[at]?.lower ?? '', at) ?? phraseAt(table, items, at);
    if (cue === null || negations.has(items[at - 1]?.lower ?? '')) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

function verbAt({ verbs, objects, impersonal }: CueTable, word: string, at: number): Cue | null {
  const cue = { at, to: at + 1, takesObject: objects.has(word) };
  if (verbs.has(word)) return { ...cue, kind: 'verb' };
  if (cue.takesObject) return { ...cue, kind: 'object' };
  return impersonal.has(word) ? { ...cue, kind: 'impersonal' } : null;
}

function phraseAt({ phrases }: CueTable, items: readonly Item[], at: number): Cue | null {
  const found = phrases
    .get(items[at]?.lower ?? '')
    ?.find(({ words }) => words.every((word, n) => items[at + n]?.lower === word));
  return found === undefined ? null : { at, to: at + found.words.length, kind: found.kind, takesObject: false };
}
