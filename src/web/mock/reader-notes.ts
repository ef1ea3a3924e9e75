import type { MarkRole } from '../../domain/mark-role.ts';
import type { ChainLinkView, NoteView } from '../../http/api-types.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import { textView } from './text.ts';

/** A fictional report that has every kind of mark: nested, overlapping, in several voices, waiting and decided. */
export const PARAGRAPHS = [
  'Mothers of the Ninth Brigade still wait at the gate',
  '4 September 2021 · By Ines Tavoly · Photo: R. Dorn for The Selm Courier · 3 min read',
  'Families of soldiers from the Karsel garrison came to the gate of the Ninth Brigade again on Friday. Around forty conscripts were beaten in the boiler house in the spring of 2019, Colonel Mirat Osk told the military court in Selm, “and nobody above me asked why”.',
  'The Committee of Soldiers’ Mothers counts at least 63 men, nine of whom did not survive; its list, published as Report No. 14, names every one of them. The prosecutor’s office recognised only 31 as injured. Private Ilan Teresk was found dead in his cell on 11 May 2019, and the garrison doctor wrote “heart failure”.',
  'A deputy of the Assembly of the Straits, quoting the Committee’s report, spoke in June of “dozens of cripples and thousands of frightened families”. According to the defence ministry, seven officers have been charged and two sergeants were sentenced to six years for torture.',
  'Lena Teresk, the private’s sister, said on Radio Velmara: “They returned his boots to us in a bag. The boots were dry, it had rained for a week.”',
  'محامي العائلة قال إن المحكمة لم تستدع أي شاهد.',
  'Read also · Subscribe to our letter · 12 comments',
];
export const words = PARAGRAPHS.join('\n\n');

export const at = (phrase: string): Span => {
  const start = words.indexOf(phrase);
  return spanAt(words, start, start + phrase.length);
};
const mark = (phrase: string, role: MarkRole) => {
  const { start, end } = at(phrase);
  return { start, end, role };
};
const link = (name: string, over: Partial<ChainLinkView> = {}): ChainLinkView => ({
  kind: 'said-by',
  name,
  to: null,
  hold: null,
  words: null,
  inferred: false,
  ...over,
});

let made = 0;
const note = (over: Partial<NoteView> & Pick<NoteView, 'kind' | 'summary'>, anchor: string): NoteView => ({
  id: `prp_${(made += 1).toString(2).replaceAll('0', 'r').replaceAll('1', 's').padStart(26, 'q')}`,
  source: textView.source.id,
  text: `txt_${'r'.repeat(26)}`,
  sourceName: 'Web article, 2021-09-04',
  marks: [],
  anchors: [at(anchor)],
  covered: null,
  fields: [],
  chain: [],
  voice: null,
  score: 0.8,
  why: ['read by rule: “number noun verb” in one sentence'],
  proposer: null,
  state: 'waiting',
  record: null,
  deed: null,
  decidedBy: null,
  relations: [],
  ...over,
});
const field = (name: string, value: string, phrase: string, inferred = false) => ({
  field: name,
  value,
  words: [at(phrase)],
  inferred,
});

const osk = [link('Colonel Mirat Osk', { to: '0190f0aa-0000-7000-8000-000000000021' })];
const committee = [link('Committee of Soldiers’ Mothers'), link('Report No. 14', { kind: 'in-work', hold: 'sought' })];
const record = '0190f0aa-0000-7000-8000-000000002002';

export const notes: readonly NoteView[] = [
  note(
    {
      kind: 'statement',
      summary: 'Colonel Mirat Osk: around forty conscripts were beaten',
      marks: [
        mark('Around forty conscripts were beaten in the boiler house in the spring of 2019', 'content'),
        mark('“and nobody above me asked why”', 'content'),
        mark('Colonel Mirat Osk', 'source'),
        mark('told the military court', 'cue'),
      ],
      fields: [field('manner', 'mixed', '“and nobody above me asked why”')],
      chain: osk,
      voice: 'osk',
    },
    'Around forty conscripts were beaten in the boiler house in the spring of 2019',
  ),
  note(
    {
      kind: 'figure',
      summary: 'about 40 conscripts',
      marks: [mark('Around forty', 'figure'), mark('Around forty conscripts', 'victim')],
      fields: [
        field('count', 'about 40', 'Around forty'),
        field('of-whom', 'conscripts', 'conscripts'),
        field('about', 'injured', 'beaten'),
        field('standing', 'alleged', 'told the military court'),
        field('period', '2019-21', 'spring of 2019'),
      ],
      chain: osk,
      voice: 'osk',
      why: ['“around” before the numeral', 'word after: "conscripts"  +2.1', 'sentence: first  -0.3'],
    },
    'Around forty',
  ),
  note(
    {
      kind: 'act',
      summary: 'assault of a group of about 40',
      marks: [
        mark('beaten', 'trigger'),
        mark('Around forty conscripts', 'victim'),
        mark('the boiler house', 'place'),
        mark('the spring of 2019', 'time'),
      ],
      fields: [
        field('violation', 'assault', 'beaten'),
        field('victim', 'a group of about 40 conscripts', 'Around forty conscripts'),
        field('where', 'the boiler house', 'the boiler house'),
        field('when', '2019-21', 'the spring of 2019'),
      ],
      chain: osk,
      voice: 'osk',
      state: 'accepted',
      record,
      deed: '0190f0aa-0000-7000-8000-000000000001',
      decidedBy: 'reader 2',
    },
    'beaten',
  ),
  note(
    {
      kind: 'figure',
      summary: 'at least 63 men',
      marks: [
        mark('at least 63', 'figure'),
        mark('The Committee of Soldiers’ Mothers', 'source'),
        mark('counts', 'cue'),
      ],
      fields: [
        field('count', 'at least 63', 'at least 63'),
        field('of-whom', 'men', 'men'),
        field('about', 'injured', 'beaten', true),
      ],
      chain: committee,
      voice: 'committee',
      relations: [],
    },
    'at least 63',
  ),
  note(
    {
      kind: 'figure',
      summary: '9 of them died',
      marks: [mark('nine', 'figure')],
      fields: [
        field('count', '9', 'nine'),
        field('about', 'died', 'did not survive'),
        field('part-of', 'at least 63', 'of whom', true),
      ],
      chain: committee,
      voice: 'committee',
      state: 'recorded',
      record,
      deed: '0190f0aa-0000-7000-8000-000000000002',
      decidedBy: 'reader 1',
    },
    'nine',
  ),
  note(
    {
      kind: 'cited-source',
      summary: 'Report No. 14',
      marks: [mark('Report No. 14', 'work')],
      fields: [field('title', 'Report No. 14', 'Report No. 14'), field('identifier', '14', 'No. 14')],
    },
    'Report No. 14',
  ),
  note(
    {
      kind: 'figure',
      summary: 'only 31 injured',
      marks: [mark('only 31', 'figure'), mark('The prosecutor’s office', 'source'), mark('recognised', 'cue')],
      fields: [
        field('count', 'only 31', 'only 31'),
        field('about', 'injured', 'injured'),
        field('standing', 'recognised', 'recognised'),
      ],
      chain: [link('The prosecutor’s office')],
      voice: 'prosecutor',
    },
    'only 31',
  ),
  note(
    {
      kind: 'person',
      summary: 'Ilan Teresk',
      marks: [mark('Private Ilan Teresk', 'name')],
      fields: [
        field('name', 'Ilan Teresk', 'Ilan Teresk'),
        field('kind', 'individual', 'Private Ilan Teresk'),
        field('role', 'private', 'Private'),
      ],
      state: 'amended',
      record,
      deed: '0190f0aa-0000-7000-8000-000000000003',
      decidedBy: 'reader 1',
    },
    'Private Ilan Teresk',
  ),
  note(
    {
      kind: 'act',
      summary: 'death in custody of Ilan Teresk',
      marks: [
        mark('found dead', 'trigger'),
        mark('Private Ilan Teresk', 'victim'),
        mark('in his cell', 'place'),
        mark('11 May 2019', 'time'),
      ],
      fields: [
        field('violation', 'death-in-custody', 'found dead'),
        field('victim', 'Ilan Teresk', 'Private Ilan Teresk'),
        field('where', 'his cell', 'in his cell'),
        field('when', '2019-05-11', '11 May 2019'),
      ],
    },
    'found dead',
  ),
  note(
    {
      kind: 'figure',
      summary: 'dozens of cripples',
      marks: [
        mark('dozens', 'figure'),
        mark('A deputy of the Assembly of the Straits', 'source'),
        mark('spoke', 'cue'),
        mark('the Committee’s report', 'via'),
      ],
      fields: [
        field('count', 'dozens', 'dozens'),
        field('of-whom', 'cripples', 'cripples'),
        field('about', 'injured', 'cripples'),
      ],
      chain: [link('A deputy of the Assembly of the Straits')],
      voice: 'deputy',
      state: 'rejected',
      decidedBy: 'reader 2',
      deed: '0190f0aa-0000-7000-8000-000000000004',
    },
    'dozens',
  ),
  note(
    {
      kind: 'figure',
      summary: '7 officers charged',
      marks: [mark('seven', 'figure'), mark('the defence ministry', 'source'), mark('According to', 'cue')],
      fields: [
        field('count', '7', 'seven'),
        field('of-whom', 'officers', 'officers'),
        field('about', 'charged', 'charged'),
      ],
      chain: [link('the defence ministry')],
      voice: 'ministry',
    },
    'seven',
  ),
  note(
    {
      kind: 'act',
      summary: 'conviction of two sergeants',
      marks: [mark('sentenced', 'trigger'), mark('two sergeants', 'victim')],
      fields: [
        field('violation', 'conviction', 'sentenced'),
        field('victim', 'a group of 2 sergeants', 'two sergeants'),
      ],
      chain: [link('the defence ministry')],
      voice: 'ministry',
    },
    'sentenced',
  ),
  note(
    {
      kind: 'statement',
      summary: 'Lena Teresk: they returned his boots',
      marks: [
        mark('“They returned his boots to us in a bag. The boots were dry, it had rained for a week.”', 'content'),
        mark('Lena Teresk, the private’s sister', 'source'),
        mark('said', 'cue'),
        mark('Radio Velmara', 'via'),
      ],
      fields: [field('manner', 'direct', 'said')],
      chain: [link('Lena Teresk'), link('Radio Velmara', { kind: 'published-by' })],
      voice: 'lena',
    },
    'They returned his boots to us in a bag. The boots were dry, it had rained for a week.',
  ),
];
