import { closesWithComma, stretchOf, type Stretch } from './content.ts';
import { subjectOf, type Cue } from './cue.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Draft } from './statement-draft.ts';
import type { Frame } from './frames.ts';
import { hasFinite, isComma, isPreposition, type Range } from './item-class.ts';
import { phraseBefore } from './phrase.ts';

/** Where a cue stands and what was found before it: enough to say whose words it reports. */
export interface Asking {
  readonly frame: Frame;
  readonly cue: Cue;
  readonly lexicon: CueLexicon;
  readonly earlier: readonly Draft[];
}

/** The words that name a voice; `none` where what stands there is no voice, so that the verb is no cue. */
export type Voice = Stretch | null | 'none';

/** Subject of the cue; of a joined or participial cue the voice of the cue before it. */
export function voiceOf({ frame, cue, lexicon, earlier }: Asking): Voice {
  const { items } = frame;
  const before = items[cue.group - 1];
  if (before?.lower === 'who' || before?.lower === 'which' || before?.lower === 'that') {
    const comma = isComma(items[cue.group - 2]) ? cue.group - 2 : cue.group - 1;
    return accepted(frame, phraseBefore(items, comma, lexicon), lexicon);
  }
  const last = earlier.at(-1);
  const linked = before !== undefined && ['and', 'but', 'or'].includes(before.lower);
  const joined = linked || before === undefined || closesWithComma(before);
  if (cue.infinitive) return governor(frame, cue, lexicon);
  if (cue.verb?.form === 'ing') return participleVoice({ frame, cue, lexicon, earlier }, joined);
  const subject = linked ? null : subjectOf(frame, cue, lexicon);
  if (subject !== null) return accepted(frame, subject, lexicon);
  return joined ? (last?.source ?? mainSubject(frame, cue, lexicon)) : 'none';
}

/** A participle's own noun phrase is short: a statement saying. */
const LONGEST_SIGN = 4;
const FROM = new Set(['from', 'of', 'for', 'against', 'without']);
const OBJECTS = new Set(['him', 'her', 'them', 'me', 'us']);

/** X condemned Y, saying C · a statement saying C · the video shows him saying C. */
function participleVoice({ frame, cue, lexicon, earlier }: Asking, joined: boolean): Voice {
  const { items } = frame;
  const before = items[cue.group - 1];
  if (FROM.has(before?.lower ?? '')) return 'none';
  const last = earlier.at(-1);
  if (joined || isPreposition(before, lexicon)) {
    return last?.source ?? last?.carried?.source ?? mainSubject(frame, cue, lexicon);
  }
  const near = subjectOf(frame, cue, lexicon);
  if (near === null) return mainSubject(frame, cue, lexicon);
  const speaks = OBJECTS.has(items[near.from]?.lower ?? '') || near.to - near.from <= LONGEST_SIGN;
  return speaks ? accepted(frame, near, lexicon) : mainSubject(frame, cue, lexicon);
}

/** `officials appeared on air to state that`: the subject of the nearest finite verb before. */
function governor({ items }: Pick<Frame, 'items'>, cue: Cue, lexicon: CueLexicon): Voice {
  for (let at = cue.group - 1; at > 0; at -= 1) {
    if (!hasFinite(items, { from: at, to: at + 1 }, lexicon)) continue;
    return accepted({ items }, phraseBefore(items, at, lexicon), lexicon);
  }
  return 'none';
}

export function accepted({ items }: Pick<Frame, 'items'>, range: Range | null, { is }: CueLexicon): Voice {
  if (range === null) return 'none';
  const head = items[range.from]?.lower ?? '';
  if (range.to - range.from === 1 && is.voiceless.has(head)) return 'none';
  if (['my', 'our', 'your'].includes(head)) return 'none';
  return stretchOf(items, range) ?? 'none';
}

/** The subject of the first finite verb; of the one after the comma where the cue opens the frame. */
function mainSubject(frame: Frame, cue: Cue, lexicon: CueLexicon): Voice {
  const { items } = frame;
  const opens = cue.group <= 1;
  const from = opens ? items.findIndex((item, at) => at > cue.at.to && isComma(item)) + 1 : 0;
  if (opens && from === 0) return 'none';
  for (let at = from; at < items.length && (opens || at < cue.group); at += 1) {
    if (!hasFinite(items, { from: at, to: at + 1 }, lexicon)) continue;
    return accepted(frame, phraseBefore(items, at, lexicon), lexicon);
  }
  return 'none';
}
