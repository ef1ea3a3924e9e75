import type { Draft } from '../names/name-draft.ts';
import type { Sentence, View } from '../passes.ts';
import { bodyAt } from './body-scan.ts';
import { isCueVerb } from './cues.ts';
import { isCapital, isGiven, isInitial, isPatronymic, OPENERS, type Scene } from './scene.ts';

/** A run of capitalised words whose kind only the rest of the text can tell; `hint` is what stands before it. */
interface Open {
  readonly first: number;
  readonly last: number;
  readonly hint: Draft['kind'] | null;
}

/** Names of a text by their capitals, their endings and the words beside them, in order. */
export function scanNames(scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  const open: Open[] = [];
  for (const sentence of scene.view.sentences) scanSentence(scene, sentence, drafts, open);
  const settled = settle(scene, drafts, open);
  return [...drafts, ...settled].toSorted((a, b) => a.first - b.first || b.last - a.last);
}

function scanSentence(scene: Scene, sentence: Sentence, drafts: Draft[], open: Open[]): void {
  const { view, keys, words } = scene;
  const isRole = (at: number): boolean =>
    words.keyed('persons', 'roles').has(keys[at] ?? '') && !words.keyed('bodies', 'heads').has(keys[at] ?? '');
  const isRoleAsWritten = (at: number): boolean => words.written('persons', 'roles').has(view.tokens[at]?.lower ?? '');
  for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
    const body = isRoleAsWritten(at) ? null : bodyAt(scene, at, sentence);
    if (body !== null) {
      drafts.push({ kind: 'organization', first: at, last: body });
      at = body - 1;
      continue;
    }
    if (isRoleAsWritten(at) || isRole(at)) {
      const last = roleEnd(scene, at + 1, sentence);
      drafts.push({ kind: 'role', first: at, last });
      at = last - 1;
      continue;
    }
    if (!isCapital(view.tokens[at]) || !isName(scene, at, sentence)) continue;
    const last = runEnd(scene, at, sentence);
    settleRun(scene, { first: at, last, sentence }, drafts, open);
    at = last - 1;
  }
}

/** "министр обороны": a role with what it is the role of. */
function roleEnd({ view, words }: Scene, from: number, { lastToken }: Sentence): number {
  let at = from;
  const inner = words.written('bodies', 'inner');
  const links = words.written('bodies', 'links');
  while (at < lastToken && inner.has(view.tokens[at]?.text ?? '') && !links.has(view.tokens[at]?.text ?? '')) at += 1;
  return at;
}

/** Whether a capital is a name's: where a sentence begins, only if the text writes the word so elsewhere, or a name is known. */
function isName({ view, keys, words, evidence }: Scene, at: number, { firstToken }: Sentence): boolean {
  const starts = at === firstToken || OPENERS.has(view.tokens[at - 1]?.text ?? '');
  if (!starts) return true;
  const key = keys[at] ?? '';
  const token = view.tokens[at];
  if (isInitial(view, at)) return true;
  if (words.written('sentences', 'starters').has(token?.lower ?? '')) return false;
  if (isGiven(words, key)) return true;
  return evidence.capital.has(key) || (token?.shape === 'upper' && token.text.length > 1);
}

const LONGEST_RUN = 6;

/** The capitals that follow each other, initials with their full stops. */
function runEnd({ view }: Scene, first: number, { lastToken }: Sentence): number {
  let at = first;
  let words = 0;
  while (at < lastToken && words < LONGEST_RUN) {
    const token = view.tokens[at];
    if (!isCapital(token)) break;
    words += 1;
    at += 1;
    if (isInitial(view, at - 1) && view.tokens[at]?.text === '.' && at < lastToken) at += 1;
  }
  return at;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly sentence: Sentence;
}

/** Person, place, acronym, or left open. */
function settleRun(scene: Scene, run: Run, drafts: Draft[], open: Open[]): void {
  const { view, keys, words } = scene;
  const { first, last } = run;
  const personAt = firstPersonWord(scene, run);
  if (personAt !== null) {
    const acronym = view.tokens[first]?.shape === 'upper';
    if (personAt > first) open.push({ first, last: personAt, hint: acronym ? 'organization' : 'place' });
    drafts.push({ kind: 'person', first: personAt, last });
    return;
  }
  const named = view.tokens.slice(first, last).every((token) => token.shape !== 'mark');
  const phrase = keys.slice(first, last).join(' ');
  const hint = hintBefore(scene, run, drafts.at(-1));
  const listed = words.keyed('places', 'countries').has(phrase) || words.keyed('places', 'cities').has(phrase);
  if (hint === 'place head') drafts.push({ kind: 'place', first, last });
  else if (listed) open.push({ first, last, hint: 'place' });
  else if (
    words.keyed('places', 'heads').has(keys[last] ?? '') &&
    words.isAdjective(view.tokens[last - 1]?.lower ?? '')
  )
    drafts.push({ kind: 'place', first, last: last + 1 });
  else if (last === first + 1 && view.tokens[first]?.shape === 'upper')
    open.push({ first, last, hint: 'organization' });
  else if (hint === 'role') open.push({ first, last, hint: 'person' });
  else if (last - first >= 2 && last - first <= 3 && named && hint === null && last < run.sentence.lastToken)
    drafts.push({ kind: 'person', first, last });
  else if (last - first <= 3) open.push({ first, last, hint: hint === 'preposition' ? 'place' : null });
}

/** Where a person's name begins in a run: at a given name, an initial, or the word before a patronymic. */
function firstPersonWord({ view, keys, words }: Scene, { first, last }: Run): number | null {
  for (let at = first; at < last; at += 1) {
    const key = keys[at] ?? '';
    if (isPatronymic(words, key))
      return at > first ? Math.max(first, at - (at - first >= 2 && at + 1 === last ? 2 : 1)) : null;
    if (isInitial(view, at)) return at > first && at + 2 >= last ? at - 1 : at;
    if (isGiven(words, key)) return at > first && at + 1 === last ? at - 1 : at;
  }
  return null;
}

type Hint = 'place head' | 'preposition' | 'role' | null;

function hintBefore({ view, keys, words }: Scene, { first, sentence }: Run, last: Draft | undefined): Hint {
  if (first === sentence.firstToken) return null;
  const before = view.tokens[first - 1];
  const key = keys[first - 1] ?? '';
  if (words.keyed('places', 'heads').has(key)) return 'place head';
  if (words.written('places', 'prepositions').has(before?.lower ?? '')) return 'preposition';
  const listed = before?.text === ',' || words.written('cues', 'conjunctions').has(before?.lower ?? '');
  if (listed && last?.kind === 'place' && last.last === first - 1) return 'preposition';
  return last?.kind === 'role' && last.last === first ? 'role' : null;
}

/** Runs left open take the kind of the same name elsewhere in the text; then the hint; then a cue verb beside them. */
function settle({ view, keys, evidence }: Scene, drafts: readonly Draft[], open: readonly Open[]): Draft[] {
  const kinds = new Map<string, Draft['kind']>();
  for (const { kind, first, last } of drafts) {
    if (kind === 'person') for (const key of keys.slice(first, last)) if (key.length > 1) kinds.set(key, kind);
    const place = kind === 'place' ? first : genitivePlace(view, kind, first, last);
    if (place !== null && !kinds.has(keys[place] ?? '')) kinds.set(keys[place] ?? '', 'place');
  }
  for (const { first, last, hint } of open)
    if (hint !== null && last === first + 1 && !kinds.has(keys[first] ?? '')) kinds.set(keys[first] ?? '', hint);
  return open.flatMap(({ first, last, hint }): Draft[] => {
    const known = kinds.get(keys[first] ?? '') ?? hint ?? undefined;
    if (known !== undefined) return [{ kind: known, first, last }];
    const says = [first - 1, last].some((at) => isCueVerb(view.language, view.tokens[at]?.lower ?? ''));
    return says && last === first + 1 && !evidence.small.has(keys[first] ?? '')
      ? [{ kind: 'person', first, last }]
      : [];
  });
}

/** The Ардовии of «Верховный суд Ардовии»: the capitalised word that a body's name ends with. */
function genitivePlace({ tokens }: View, kind: Draft['kind'], first: number, last: number): number | null {
  return kind === 'organization' && last - first > 1 && tokens[last - 1]?.shape === 'title' ? last - 1 : null;
}
