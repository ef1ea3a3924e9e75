import { covers, overlaps } from '../../domain/span.ts';
import type { View } from '../passes.ts';
import type { Stretch } from './content.ts';
import type { Reported } from './reported.ts';
import type { Draft } from './statement-draft.ts';

/** What stands between a cue and its words is none of them: said IN AN INTERVIEW WITH X that C. */
const ADJUNCT = /^(?:in|during|at|on|to|via|through)\s\p{L}/iu;
/** What goes on about people of the words is part of them: that 300 were held, OF WHOM 14 DIED. */
const GOES_ON = /^,?\s(?:of\s(?:whom|which|them)|including|among\s(?:whom|which|them)|who|whose|which)\b/iu;

/** Who denies a claim does not make it: claimed that two had fled, BUT THIS WAS DENIED BY families. */
const DENIED =
  /,?\s(?:but|though|although|yet)\s(?:this|that|it|these|those|the\s\p{L}+)\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:\p{L}+ly\s)?(?:denied|rejected|disputed|contested|refuted|dismissed)\b/iu;

/** The words of a statement up to where somebody denies them. */
export function undenied({ text }: View, content: readonly Stretch[]): readonly Stretch[] {
  const last = content.at(-1);
  const found = last === undefined ? null : DENIED.exec(text.slice(last.start, Math.min(last.end, last.start + 2000)));
  if (last === undefined || found === null || found.index === 0) return content;
  return [...content.slice(0, -1), { start: last.start, end: last.start + found.index }];
}

/** The words of a statement with the ends that grammar asks for, where a rule reads the same cue. */
export function mended({ text }: View, { content, cue }: Reported, ruled: readonly Draft[]): readonly Stretch[] {
  const same = ruled.find((one) => cue !== null && one.cue !== null && overlaps(one.cue, cue));
  const [words, ...rest] = content;
  const own = same?.content[0];
  if (words === undefined || own === undefined || cue === null || words.start < cue.end || !overlaps(words, own))
    return content;
  const start = ADJUNCT.test(text.slice(words.start, own.start)) ? own.start : words.start;
  const next = ruled.find((one) => one.cue !== null && covers(words, one.cue) && one.cue.start >= own.end);
  if (next !== undefined && isSame(next.source, same?.source)) return [{ start, end: own.end }];
  const end = rest.length === 0 && GOES_ON.test(text.slice(words.end, own.end)) ? own.end : words.end;
  return [{ start, end }, ...rest];
}

/** Two cues of one subject: condemned A and demanded B. */
const isSame = (a: Stretch | null | undefined, b: Stretch | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && overlaps(a, b);
