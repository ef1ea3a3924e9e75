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
  voice: '24 members of the Assembly',
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
      number: 'more than 200',
      comparator: 'more-than',
      bounds: { low: 201, high: null },
      words: quoted('more than 200'),
    }),
    figure({
      id: 'prp_cccccccccccccccccccccccccc',
      number: '11',
      about: 'died',
      bounds: { low: 11, high: 11 },
      partOf: 'prp_bbbbbbbbbbbbbbbbbbbbbbbbbb',
      words: quoted('11'),
      state: 'recorded',
      record: '0190f0aa-0000-7000-8000-000000005002',
    }),
    figure({
      id: 'prp_eeeeeeeeeeeeeeeeeeeeeeeeee',
      number: 'only 102',
      comparator: 'only',
      bounds: { low: 102, high: 102 },
      standing: 'recognised',
      ofWhom: null,
      voice: 'The Ardovian authorities',
      voiceKey: 'state',
      chain: viaState,
      words: quoted('only 102'),
    }),
    figure({
      id: 'prp_hhhhhhhhhhhhhhhhhhhhhhhhhh',
      number: 'twenty-five',
      about: 'convicted',
      standing: 'plain',
      bounds: { low: 25, high: 25 },
      ofWhom: 'people',
      voice: 'Orlan',
      voiceKey: 'orlan',
      chain: viaOrlan,
      words: quoted('twenty-five'),
    }),
  ],
  pairs: [
    {
      a: 'prp_bbbbbbbbbbbbbbbbbbbbbbbbbb',
      b: 'prp_eeeeeeeeeeeeeeeeeeeeeeeeee',
      kind: 'differs',
      because: ['whom “only 102” counts is not said', 'one is alleged, the other recognised'],
      askNext: 'Of whom does the prosecutor count 102?',
      judgement: null,
    },
  ],
  series: [],
  capped: false,
};
