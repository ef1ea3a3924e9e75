/** What marked words of a text are to the proposal or record that marks them. */
export type MarkRole =
  | 'content'
  | 'cue'
  | 'source'
  | 'via'
  | 'figure'
  | 'part-of'
  | 'trigger'
  | 'victim'
  | 'perpetrator'
  | 'place'
  | 'time'
  | 'means'
  | 'name'
  | 'work'
  | 'words';
