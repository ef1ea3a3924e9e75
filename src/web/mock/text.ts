import type { NoteView, TextView } from '../../http/api-types.ts';
import type { ChainLinkView } from '../../http/api-types.ts';
import type { WordsView } from '../../http/api-register.ts';
import { sourceId, textId } from '../../domain/ids.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import { sourceRow } from './sources.ts';

const PARAGRAPHS = [
  'Barracks deaths: deputies ask for an inquiry',
  '12 March 2023 · 0 0 · Photo: Selm Press',
  'Eighteen members of the Assembly of the Straits asked for an inquiry into the Karsel barracks in document No. 88 of 3 February 2023. The authors of the document claim that more than 140 conscripts of the Ardovian army became victims of torture, of whom nine died. “Killed” is the word of their families.',
  'The agency Orlan, which published the document, counts seventeen people convicted of treason. The Ardovian authorities admitted only 61 victims and paid none of them.',
  '“I do not expect a fair investigation,” the lawyer Teya Marun said on the channel Selm Live, “because I know how the court works.”',
  'Share this article · Leave a Reply',
];
export const words = PARAGRAPHS.join('\n\n');

export const at = (phrase: string): Span => {
  const start = words.indexOf(phrase);
  return spanAt(words, start, start + phrase.length);
};

const source = sourceId(`src_${'a'.repeat(26)}`);
const text = textId(`txt_${'a'.repeat(26)}`);

export const quoted = (phrase: string, sourceName = 'Web article, 2023-03-12'): WordsView => {
  const span = at(phrase);
  const before = words.slice(Math.max(0, span.start - 42), span.start).replace(/^\S*\s|[^]*\n/, '');
  const after = words.slice(span.end, span.end + 42).replace(/\s\S*$|\n[^]*/, '');
  return { source, sourceName, text, span, before, after };
};

const link = (over: Partial<ChainLinkView> & { name: string }): ChainLinkView => ({
  kind: 'said-by',
  to: null,
  hold: null,
  words: null,
  inferred: false,
  ...over,
});

export const viaMotion: readonly ChainLinkView[] = [
  link({ name: '18 members of the Assembly', to: '0190f0aa-0000-7000-8000-000000000011' }),
  link({ kind: 'in-work', name: 'document No. 88', to: '0190f0aa-0000-7000-8000-000000008001', hold: 'sought' }),
];
export const viaOrlan: readonly ChainLinkView[] = [
  ...viaMotion,
  link({ kind: 'published-by', name: 'Orlan', to: '0190f0aa-0000-7000-8000-000000000012' }),
];
export const viaState: readonly ChainLinkView[] = [link({ name: 'The Ardovian authorities', inferred: true })];
export const viaLawyer: readonly ChainLinkView[] = [
  link({ name: 'Teya Marun', to: '0190f0aa-0000-7000-8000-000000000013' }),
  link({ kind: 'published-by', name: 'Selm Live' }),
];

const note = (over: Partial<NoteView> & Pick<NoteView, 'id' | 'kind' | 'summary' | 'anchors'>): NoteView => ({
  source,
  text,
  sourceName: 'Web article, 2023-03-12',
  marks: [],
  covered: null,
  fields: [],
  chain: [],
  voice: null,
  score: 0.82,
  why: [],
  proposer: null,
  state: 'waiting',
  record: null,
  deed: null,
  decidedBy: null,
  relations: [],
  ...over,
});

const field = (name: string, value: string, phrase: string | null, inferred = false) => ({
  field: name,
  value,
  words: phrase === null ? [] : [at(phrase)],
  inferred,
});

const prp = (letter: string): string => `prp_${letter.repeat(26)}`;

export const notes: readonly NoteView[] = [
  note({
    id: prp('b'),
    kind: 'figure',
    summary: 'more than 140 conscripts tortured',
    anchors: [at('more than 140')],
    marks: [
      { ...at('more than 140'), role: 'figure' },
      { ...at('The authors of the document'), role: 'source' },
      { ...at('claim'), role: 'cue' },
    ],
    fields: [field('count', 'more than 140', 'more than 140'), field('about', 'tortured', 'victims of torture')],
    chain: viaMotion,
    voice: 'members',
    why: ['comparator “more than”', 'voice from “claim” in the same sentence'],
    relations: [{ kind: 'differs', with: prp('e'), because: 'whom “only 61” counts is not said' }],
  }),
  note({
    id: prp('c'),
    kind: 'figure',
    summary: 'nine of them died',
    anchors: [at('nine')],
    marks: [{ ...at('nine'), role: 'figure' }],
    fields: [
      field('count', 'nine', 'nine'),
      field('about', 'died', 'died'),
      field('part-of', 'more than 140', null, true),
    ],
    chain: viaMotion,
    voice: 'members',
  }),
  note({
    id: prp('d'),
    kind: 'act',
    summary: 'death in custody of a group of nine',
    anchors: [at('died')],
    marks: [
      { ...at('died'), role: 'trigger' },
      { ...at('nine'), role: 'victim' },
    ],
    fields: [field('violation', 'death in custody', 'died'), field('victim', 'a group of nine', 'nine')],
    chain: viaMotion,
    voice: 'members',
    state: 'accepted',
    record: '0190f0aa-0000-7000-8000-000000002001',
    decidedBy: 'reader 2',
  }),
  note({
    id: prp('e'),
    kind: 'figure',
    summary: 'only 61 victims',
    anchors: [at('only 61')],
    marks: [
      { ...at('only 61'), role: 'figure' },
      { ...at('The Ardovian authorities'), role: 'source' },
      { ...at('admitted'), role: 'cue' },
    ],
    fields: [field('count', 'only 61', 'only 61'), field('standing', 'recognised', 'admitted')],
    chain: viaState,
    voice: 'state',
    relations: [{ kind: 'differs', with: prp('b'), because: 'whom “only 61” counts is not said' }],
  }),
  note({
    id: prp('f'),
    kind: 'statement',
    summary: 'Teya Marun, lawyer: does not expect a fair investigation',
    anchors: [at('I do not expect a fair investigation,')],
    marks: [
      { ...at('I do not expect a fair investigation,'), role: 'content' },
      { ...at('because I know how the court works.'), role: 'content' },
      { ...at('the lawyer Teya Marun'), role: 'source' },
      { ...at('said'), role: 'cue' },
      { ...at('the channel Selm Live'), role: 'via' },
    ],
    chain: viaLawyer,
    voice: 'marun',
  }),
  note({
    id: prp('g'),
    kind: 'cited-source',
    summary: 'document No. 88',
    anchors: [at('document No. 88')],
    marks: [{ ...at('document No. 88'), role: 'work' }],
  }),
];

/** One text with notes of every kind. */
export const textView: TextView = {
  text,
  source: sourceRow(0),
  units: words.length,
  from: 0,
  to: words.length,
  words,
  title: at('Barracks deaths: deputies ask for an inquiry'),
  furniture: [at('12 March 2023 · 0 0 · Photo: Selm Press'), at('Share this article · Leave a Reply')],
  voices: [
    { key: 'members', name: '18 members of the Assembly' },
    { key: 'state', name: 'The Ardovian authorities' },
    { key: 'marun', name: 'Teya Marun' },
  ],
  notes,
  pages: null,
  language: 'en',
  strange: false,
};
