import { isGivenName } from './given-names.ts';
import { evidenceOf, isHeadlineCase, isStart, type Draft, type Evidence } from './name-draft.ts';
import { bodyAt, runEnd, type Stretch } from './name-runs.ts';
import * as words from './name-words.ts';
import type { Sentence, Token, View } from '../passes.ts';
import { phraseAt } from './name-phrases.ts';

/** What a first look finds: names that are sure, and single words that only the rest of the text can settle. */
export interface Scan {
  readonly drafts: Draft[];
  readonly open: Stretch[];
  /** Capitalised stretches that are no names by rule. */
  readonly dropped: Stretch[];
  readonly evidence: Evidence;
}

interface Here {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly limit: number;
  readonly evidence: Evidence;
  /** Capitals say nothing here. */
  readonly headline: boolean;
}

/** Persons, bodies and places of a text, in order. */
export function scanNames(view: View): Scan {
  const scan: Scan = { drafts: [], open: [], dropped: [], evidence: evidenceOf(view) };
  for (const sentence of view.sentences) scanSentence(scan, hereOf(view, sentence, scan.evidence));
  return scan;
}

const hereOf = (view: View, sentence: Sentence, evidence: Evidence): Here => ({
  tokens: view.tokens,
  first: sentence.firstToken,
  limit: sentence.lastToken,
  evidence,
  headline: isHeadlineCase(view, sentence),
});

function scanSentence(scan: Scan, here: Here): void {
  let at = here.first;
  while (at < here.limit) {
    const read = scan.drafts.at(-1)?.last ?? 0;
    const last = read > at ? at : runEnd(here.tokens, at, here.limit);
    at = last === at ? Math.max(at + 1, read) : scanRun(scan, here, { first: at, last });
  }
}

/** Reads the names of one run of capitalised words; gives the token to go on from. */
function scanRun(scan: Scan, here: Here, run: Stretch): number {
  const { tokens } = here;
  let at = run.first;
  let cued = roleBefore(here, at);
  while (at < run.last) {
    const rest = { first: at, last: run.last };
    const body = bodyAt(tokens, rest, here.limit);
    if (body !== undefined && !isPersonBefore(here, at, body)) {
      pushBody(scan, here, body);
      at = Math.max(body.last, at + 1);
      cued = false;
      continue;
    }
    const step = peel(scan, here, { ...rest, cued });
    if (step.next === at) {
      settle(scan, here, { ...rest, cued });
      return run.last;
    }
    cued = step.cue || (cued && step.next < run.last && !step.named);
    at = step.next;
  }
  return Math.max(at, run.last);
}

/** "Mira Orlan Court" never was a name: where a given name begins the run, the person comes first. */
const isPersonBefore = ({ tokens }: Here, at: number, body: Stretch): boolean =>
  isGivenName(tokens[at]?.lower ?? '') && body.last - at > 3;

function pushBody(scan: Scan, { tokens, limit }: Here, body: Stretch): void {
  const draft: Draft = { kind: 'organization', ...body, sure: true };
  scan.drafts.push(draft);
  const inside = tokens[body.last + 1];
  const closed = body.last + 2 < limit && tokens[body.last + 2]?.text === ')';
  if (tokens[body.last]?.text === '(' && closed && inside !== undefined && words.isAcronym(inside)) {
    scan.drafts.push({ kind: 'organization', first: body.last + 1, last: body.last + 2, acronymOf: draft, sure: true });
  }
}

interface Rest extends Stretch {
  /** The word before announces a person. */
  readonly cued: boolean;
}
interface Peeled {
  readonly next: number;
  /** What was taken off announces a person. */
  readonly cue: boolean;
  readonly named: boolean;
}

/** Takes from the front of a run what is no part of a person's name: dates, places, adjectives of nations, ranks, acronyms. */
function peel(scan: Scan, here: Here, { first, last, cued }: Rest): Peeled {
  const { tokens } = here;
  const token = tokens[first];
  const none: Peeled = { next: first, cue: false, named: false };
  if (token === undefined) return none;
  if (words.isDateWord(token.lower) && !(isGivenName(token.lower) && last - first > 1))
    return { ...none, next: first + 1 };
  const titled = phraseAt(words.RANKS_AND_TITLES, tokens, first) || (words.HONORIFICS.has(token.lower) ? 1 : 0);
  if (titled > 0 && first + titled <= last) {
    const dot = tokens[first + titled]?.text === '.' ? 1 : 0;
    return { next: first + titled + dot, cue: true, named: false };
  }
  if (cued && last - first > 1) return none;
  const place = phraseAt(words.PLACES, tokens, first);
  const isPerson = place === 1 && last - first === 2 && isGivenName(token.lower);
  if (place > 0 && !isPerson && first + place <= last && !isRegion(tokens, { first, last })) {
    scan.drafts.push({ kind: 'place', first, last: first + place, sure: true });
    return { next: first + place, cue: false, named: true };
  }
  if (words.MODIFIERS.has(token.lower) && first + 1 < last && isOffice(tokens, first + 1))
    return { ...none, next: first + 1 };
  const nation = phraseAt(words.ADJECTIVES, tokens, first) || (words.PEOPLES.has(token.text) ? 1 : 0);
  if (nation > 0) return { ...none, next: first + nation };
  if (last - first === 1 && isPlaceLine(here, first)) {
    scan.drafts.push({ kind: 'place', first, last, sure: true });
    return { next: last, cue: false, named: true };
  }
  if (words.isAcronym(token) && !isInitials(tokens, { first, last }) && (last - first > 1 || !here.headline)) {
    const determined = tokens[first - 1]?.lower === 'the' && first > here.first;
    scan.drafts.push({ kind: 'organization', first, last: first + 1, ...(determined ? { sure: true } : {}) });
    return { next: first + 1, cue: false, named: true };
  }
  const common = isStart(tokens, first, here.first) && isOrdinary(here, first, last);
  return common ? { ...none, next: first + 1, cue: words.ROLES.has(token.lower) } : none;
}

/** A.B. Orlan */
const isInitials = (tokens: readonly Token[], { first, last }: Stretch): boolean =>
  last - first > 1 && words.isInitial(tokens[first]) && tokens[first]?.text.includes('.') === true;

const AFTER_PLACE = new Set([':', '(', '—', '–', '-', ',']);

/** "SELM: …", "SELM (Agency) — …": a place in capitals that begins a report. */
const isPlaceLine = ({ tokens, first }: Here, at: number): boolean =>
  at === first &&
  tokens[at]?.shape === 'upper' &&
  (tokens[at]?.text.length ?? 0) > 3 &&
  AFTER_PLACE.has(tokens[at + 1]?.text ?? '');

/** Former President, Federal Minister. */
const isOffice = (tokens: readonly Token[], at: number): boolean =>
  words.ROLES.has(tokens[at]?.lower ?? '') ||
  words.MODIFIERS.has(tokens[at]?.lower ?? '') ||
  phraseAt(words.RANKS_AND_TITLES, tokens, at) > 0;

/** A word that begins a sentence and is no name: a function word, or one that the text writes small elsewhere. */
function isOrdinary({ tokens, evidence }: Here, at: number, last: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (words.isCommonStart(lower) || words.ROLES.has(lower) || words.GROUPS.has(lower)) return true;
  if (isGivenName(lower) && last - at > 1) return false;
  return evidence.small.has(lower) || words.isNoName(lower);
}

const isRegion = (tokens: readonly Token[], { first, last }: Stretch): boolean =>
  last - first > 1 &&
  (words.PLACE_HEADS.has(tokens[last - 1]?.lower ?? '') || words.PLACE_FRONTS.has(tokens[first]?.lower ?? ''));

/** The word before announces a person ("the lawyer Orlan"). */
const roleBefore = ({ tokens, first }: Here, at: number): boolean =>
  at > first && words.ROLES.has(tokens[at - 1]?.lower ?? '');

/** What a run comes to when all that is known is off. */
function settle(scan: Scan, here: Here, run: Rest): void {
  let last = run.last;
  while (last - run.first > 1 && words.isDateWord(here.tokens[last - 1]?.lower ?? '')) last -= 1;
  const rest = { ...run, last };
  const { kind, sure = false } = kindOf(scan, here, rest);
  if (kind === 'open') scan.open.push({ first: rest.first, last: rest.last });
  else if (kind === 'none') scan.dropped.push({ first: rest.first, last: rest.last });
  else scan.drafts.push({ kind, first: rest.first, last: rest.last, ...(sure ? { sure } : {}) });
}

const MOST_NAMES = 4;
const LONGEST_PLACE = 3;

interface Judged {
  readonly kind: 'person' | 'organization' | 'place' | 'open' | 'none';
  readonly sure?: true;
}

function kindOf(scan: Scan, here: Here, rest: Rest): Judged {
  const { tokens } = here;
  const count = rest.last - rest.first;
  const before = tokens[rest.first - 1]?.lower ?? '';
  const isFirst = rest.first <= here.first;
  if (isRegion(tokens, rest)) return { kind: 'place', sure: true };
  if (!isFirst && words.LEAD_NOUNS.has(before) && tokens[rest.first - 1]?.shape === 'lower')
    return { kind: 'organization', sure: true };
  if (isPerson(here, rest)) {
    const known = rest.cued || words.isInitial(tokens[rest.first]) || isGivenName(tokens[rest.first]?.lower ?? '');
    return known ? { kind: 'person', sure: true } : { kind: 'person' };
  }
  if (here.headline) return { kind: 'none' };
  const stated = !isFirst && (words.PLACE_PREPOSITIONS.has(before) || isOfPlace(tokens, rest.first));
  const listed =
    ['and', ','].includes(before) &&
    scan.drafts.at(-1)?.kind === 'place' &&
    scan.drafts.at(-1)?.last === rest.first - 1;
  const named = words.PLACE_HEADS.has(tokens[rest.last]?.lower ?? '') && rest.last < here.limit;
  if ((stated || listed || named) && count <= LONGEST_PLACE && !someNoName(tokens, rest))
    return named || (stated && isOfPlace(tokens, rest.first)) ? { kind: 'place', sure: true } : { kind: 'place' };
  return { kind: count === 1 && !words.isNoName(tokens[rest.first]?.lower ?? '') ? 'open' : 'none' };
}

/** "the town of X", "the people of X" */
const isOfPlace = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === 'of' && words.OF_PLACE.has(tokens[at - 2]?.lower ?? '');

const someNoName = (tokens: readonly Token[], { first, last }: Stretch): boolean =>
  tokens.slice(first, last).some((token) => words.isNoName(token.lower));

function isPerson({ tokens, evidence, headline, first: start }: Here, { first, last, cued }: Rest): boolean {
  const names = tokens.slice(first, last).filter((token) => token.shape !== 'mark');
  const [head, tail] = [names[0], names.at(-1)];
  if (head === undefined || tail === undefined || names.length > MOST_NAMES || someNoName(tokens, { first, last }))
    return false;
  if (cued && names.length === 1)
    return head.shape !== 'upper' && (!evidence.small.has(head.lower) || isGivenName(head.lower));
  if (cued) return !names.some((token) => words.MODIFIERS.has(token.lower));
  if (names.length === 1) return false;
  if (isGivenName(head.lower) || words.isInitial(head) || isInitials(names, { first: 0, last: names.length }))
    return true;
  if (headline) return false;
  if (words.hasFamilyEnding(tail.lower)) return true;
  const article = first > start && words.DETERMINERS.has(tokens[first - 1]?.lower ?? '');
  const ordinary = names.some((token) => evidence.small.has(token.lower) || isCommonNoun(token.lower));
  return !article && !ordinary;
}

const isCommonNoun = (lower: string): boolean =>
  words.BODY_HEADS.has(lower) ||
  words.MODIFIERS.has(lower) ||
  words.ROLES.has(lower) ||
  words.GROUPS.has(lower) ||
  words.LEAD_NOUNS.has(lower);
