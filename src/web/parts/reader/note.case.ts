import type { NoteView } from '../../../http/api-types.ts';

/** A figure that waits, and says nothing beyond its summary. */
export const FIGURE: NoteView = {
  id: 'prp_a',
  kind: 'figure',
  source: 'src_a',
  text: 'txt_a',
  sourceName: 'Report',
  marks: [],
  anchors: [{ start: 0, end: 4, text: 'nine' }],
  summary: 'nine men died',
  covered: null,
  fields: [],
  chain: [],
  voice: null,
  score: null,
  why: [],
  proposer: null,
  state: 'waiting',
  record: null,
  deed: null,
  decidedBy: null,
  relations: [],
};
