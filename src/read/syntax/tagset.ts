/** Universal parts of speech (universaldependencies.org/u/pos); 0 where nothing is known. */
export const UPOS = [
  '',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

/**
 * What the tagger chooses among: a part of speech, and for verbs, nouns and a few others its form as Penn tags tell it.
 * The parser sees these; `Syntax.tags` has the part before the full stop.
 */
export const FINE_TAGS = [
  '',
  'ADJ',
  'ADP',
  'ADP.RP',
  'ADV',
  'ADV.WRB',
  'AUX.MD',
  'AUX.FIN',
  'AUX.VB',
  'AUX.PART',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN.NN',
  'NOUN.NNS',
  'NUM',
  'PART',
  'PART.TO',
  'PART.POS',
  'PRON',
  'PRON.POSS',
  'PRON.WH',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB.VB',
  'VERB.VBD',
  'VERB.VBG',
  'VERB.VBN',
  'VERB.FIN',
  'X',
] as const;

/** Part of speech of each fine tag. */
export const UPOS_OF_FINE = Uint8Array.from(FINE_TAGS, (tag) => {
  const [upos = ''] = tag.split('.');
  return UPOS.findIndex((known) => known === upos);
});

const PENN: Readonly<Record<string, string>> = {
  RP: 'RP',
  WRB: 'WRB',
  MD: 'MD',
  VB: 'VB',
  VBD: 'VBD',
  VBG: 'VBG',
  VBN: 'VBN',
  VBP: 'FIN',
  VBZ: 'FIN',
  NN: 'NN',
  NNS: 'NNS',
  TO: 'TO',
  POS: 'POS',
  PRP$: 'POSS',
  WP$: 'POSS',
  WP: 'WH',
  WDT: 'WH',
};
const AUX_FORMS: Readonly<Record<string, string>> = { VBD: 'FIN', VBG: 'PART', VBN: 'PART' };
const USUAL: Readonly<Record<string, string>> = { VERB: 'VERB.VB', NOUN: 'NOUN.NN', AUX: 'AUX.FIN' };

/** The fine tag of a treebank's word, as an index. */
export function fineTagOf(upos: string, penn: string): number {
  const form = (upos === 'AUX' ? AUX_FORMS[penn] : undefined) ?? PENN[penn] ?? '';
  const wanted = [`${upos}.${form}`, USUAL[upos] ?? upos, 'X'];
  return FINE_TAGS.findIndex((tag) => tag === wanted.find((name) => FINE_TAGS.some((known) => known === name)));
}

/** Relations of Universal Dependencies; of subtypes only those that tell who did what, and what belongs to whom. */
export const RELATIONS = [
  '',
  'acl',
  'acl:relcl',
  'advcl',
  'advmod',
  'amod',
  'appos',
  'aux',
  'aux:pass',
  'case',
  'cc',
  'ccomp',
  'compound',
  'compound:prt',
  'conj',
  'cop',
  'csubj',
  'dep',
  'det',
  'discourse',
  'dislocated',
  'expl',
  'fixed',
  'flat',
  'goeswith',
  'iobj',
  'list',
  'mark',
  'nmod',
  'nmod:poss',
  'nsubj',
  'nsubj:pass',
  'nummod',
  'obj',
  'obl',
  'obl:agent',
  'orphan',
  'parataxis',
  'punct',
  'reparandum',
  'root',
  'vocative',
  'xcomp',
] as const;

/** The relation of a treebank as an index: a subtype that is not kept is its base relation. */
export function relationOf(name: string): number {
  const whole = RELATIONS.findIndex((known) => known === name);
  if (whole >= 0) return whole;
  const [base] = name.split(':');
  const kept = RELATIONS.findIndex((known) => known === base);
  return kept >= 0 ? kept : RELATIONS.indexOf('dep');
}
