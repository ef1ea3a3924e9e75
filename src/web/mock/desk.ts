import type { DeskFigureView, FiguresDesk } from '../../http/api-register.ts';
import { quoted, viaMotion, viaOrlan, viaState } from './text.ts';

const figure = (over: Partial<DeskFigureView> & Pick<DeskFigureView, 'id' | 'number' | 'words'>): DeskFigureView => ({
  record: null,
  proposal: over.id,
  state: 'read',
  comparator: 'exactly',
  bounds: { low: 0, high: null },
  vague: false,
  about: 'tortured',
  unit: 'person',
  ofWhom: 'conscripts of the Ardovian army',
  standing: 'alleged',
  period: null,
  asOf: null,
  partOf: null,
  sameAs: null,
  voice: '18 members of the Assembly',
  voiceKey: 'members',
  inferred: false,
  chain: viaMotion,
  ...over,
});

/** Figures that differ, one that is part of another, a vague one. */
export const desk: FiguresDesk = {
  figures: [
    figure({
      id: 'prp_bbbbbbbbbbbbbbbbbbbbbbbbbb',
      number: 'more than 140',
      comparator: 'more-than',
      bounds: { low: 141, high: null },
      words: quoted('more than 140'),
    }),
    figure({
      id: 'prp_cccccccccccccccccccccccccc',
      number: 'nine',
      about: 'died',
      bounds: { low: 9, high: 9 },
      partOf: 'prp_bbbbbbbbbbbbbbbbbbbbbbbbbb',
      words: quoted('nine'),
      state: 'recorded',
      record: '0190f0aa-0000-7000-8000-000000005002',
    }),
    figure({
      id: 'prp_eeeeeeeeeeeeeeeeeeeeeeeeee',
      number: 'only 61',
      comparator: 'only',
      bounds: { low: 61, high: 61 },
      standing: 'recognised',
      ofWhom: null,
      voice: 'The Ardovian authorities',
      voiceKey: 'state',
      chain: viaState,
      words: quoted('only 61'),
    }),
    figure({
      id: 'prp_hhhhhhhhhhhhhhhhhhhhhhhhhh',
      number: 'seventeen',
      about: 'convicted',
      standing: 'plain',
      bounds: { low: 25, high: 25 },
      ofWhom: 'people',
      voice: 'Orlan',
      voiceKey: 'orlan',
      chain: viaOrlan,
      words: quoted('seventeen'),
    }),
  ],
  pairs: [
    {
      a: 'prp_bbbbbbbbbbbbbbbbbbbbbbbbbb',
      b: 'prp_eeeeeeeeeeeeeeeeeeeeeeeeee',
      kind: 'differs',
      because: ['whom “only 61” counts is not said', 'one is alleged, the other recognised'],
      askNext: 'Of whom does the prosecutor count 61?',
      judgement: null,
    },
  ],
  series: [],
  capped: false,
};
