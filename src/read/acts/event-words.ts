import { arcsOf, type Arcs } from './arcs.ts';
import { clausesOf, type PredicateForm } from '../figures/predicates.ts';
import { verbForms } from '../figures/predicate-table.ts';
import { languageData } from '../language-data.ts';
import { hashWord } from '../model/hash.ts';
import type { Words } from '../model/words.ts';
import type { Syntax, View } from '../passes.ts';
import { UPOS } from '../syntax/tagset.ts';
import { stemOf } from '../document/stems.ts';

const kindOf = (name: (typeof UPOS)[number]): number => UPOS.indexOf(name);

/** Parts of speech by the names that the rules for events use. */
export const Kind = {
  noun: kindOf('NOUN'),
  name: kindOf('PROPN'),
  adjective: kindOf('ADJ'),
  number: kindOf('NUM'),
  determiner: kindOf('DET'),
  pronoun: kindOf('PRON'),
  preposition: kindOf('ADP'),
  verb: kindOf('VERB'),
  auxiliary: kindOf('AUX'),
  conjunction: kindOf('CCONJ'),
  particle: kindOf('PART'),
  mark: kindOf('PUNCT'),
  foreign: kindOf('X'),
} as const;

/** The words of a view as columns of numbers: what the models for events look at. */
export interface EventWords {
  readonly view: View;
  readonly words: Words;
  /** Hash of the word's stem. */
  readonly stems: Int32Array;
  /** Part of speech, see `Kind`. */
  readonly kinds: Uint8Array;
  readonly syntax: Syntax;
  readonly arcs: Arcs;
  /** Hash of the sort of a word that tells of something done to somebody or something; 0 for others. */
  readonly triggers: Int32Array;
  /** 0 for no predicate, else 1 + its form's number. */
  readonly forms: Uint8Array;
}

const FORMS: readonly PredicateForm[] = ['passive', 'active', 'intransitive', 'noun', 'state'];

export function eventWordsOf(view: View, syntax: Syntax): EventWords {
  const { tokens } = view;
  const stems = new Int32Array(tokens.length);
  const triggers = new Int32Array(tokens.length);
  const forms = new Uint8Array(tokens.length);
  const incidents = incidentWords(view.language);
  for (let at = 0; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    stems[at] = stemOf(lower);
    triggers[at] = incidents.get(lower) ?? 0;
  }
  for (const { first, trigger, form } of clausesOf(view).predicates) {
    triggers[first] = hashWord(trigger.sort);
    forms[first] = 1 + FORMS.indexOf(form);
  }
  return { view, words: syntax.words, stems, kinds: syntax.tags, syntax, arcs: arcsOf(syntax, stems), triggers, forms };
}

const ready = new Map<string, ReadonlyMap<string, number>>();

/** Single words of the table `incidents`, in all forms, with the hash of their sort. */
function incidentWords(language: string): ReadonlyMap<string, number> {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = new Map<string, number>();
  const data = languageData(language, 'violations');
  for (const [sort, verbs] of Object.entries(data.lists('incidents')))
    for (const verb of verbs) for (const [form] of verbForms(verb)) words.set(form, hashWord(sort));
  ready.set(language, words);
  return words;
}
