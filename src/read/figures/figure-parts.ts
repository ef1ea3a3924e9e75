import { VAGUE_FLOOR } from '../../domain/count.ts';
import type { About } from '../../domain/vocabulary.ts';
import type { FigureDraft } from './figure-draft.ts';
import type { LinkScene } from './figure-links.ts';

/** A whole is looked for this many counts back. */
const LOOK_BACK = 12;
const SENTENCES_BACK = 2;
/** A text that says "the hostages" may have counted them long ago. */
const ANYWHERE = Infinity;

/** Finds the count that the count at an index is a part of, by one kind of words. */
type Way = (scene: LinkScene, index: number) => number | null;

type Fits = (whole: FigureDraft) => boolean;

/** Vague words may be wholes of anything they could hold. */
export function isBigger(whole: FigureDraft, part: FigureDraft): boolean {
  if (whole.unit !== part.unit) return false;
  const big = whole.number.value ?? whole.number.high;
  const small = part.number.value ?? part.number.high ?? floorOf(part);
  if (small === null || part.number.value === 0) return false;
  return big === null ? floorOf(whole) * VAGUE_REACH >= small && floorOf(whole) !== floorOf(part) : big > small;
}

/** "hundreds" may be so many times its least. */
const VAGUE_REACH = 4;
const floorOf = ({ number }: FigureDraft): number => (number.vague === null ? 0 : VAGUE_FLOOR[number.vague]);

/** The nearest bigger count before one that fits, at most so many sentences back. */
function bigger({ drafts }: LinkScene, index: number, sentences: number, fits: Fits): number | null {
  const part = drafts[index];
  for (let at = index - 1; part !== undefined && at >= Math.max(0, index - LOOK_BACK); at -= 1) {
    const whole = drafts[at];
    if (whole === undefined || part.sentence - whole.sentence > sentences) return null;
    if (isBigger(whole, part) && fits(whole)) return at;
  }
  return null;
}

const lowerAt = ({ words }: LinkScene, at: number): string => words.tokens[at]?.lower ?? '';

/** "two of the 17 hostages" */
const nested: Way = ({ drafts }, index) => {
  const [draft, next] = [drafts[index], drafts[index + 1]];
  return draft?.noun.nested === true && next?.sentence === draft.sentence ? index + 1 : null;
};

/** "64 are elderly": a bare count of those counted before. */
const kin: Way = ({ drafts, indexOf, links }, index) => {
  const own = drafts[index]?.kin ?? null;
  const at = own === null ? undefined : indexOf.get(own.draft);
  if (own === null || at === undefined) return null;
  return own.as === 'whole' ? at : (links[at]?.subsetOf ?? null);
};

/** "five children in a group of 16", "they were part of a group of ten" */
const inGroup: Way = (scene, index) => {
  const part = scene.drafts[index];
  for (let at = index + 1; part !== undefined && at <= index + 2; at += 1) {
    const whole = scene.drafts[at];
    if (whole === undefined || whole.sentence - part.sentence > 1 || !isBigger(whole, part)) return null;
    if (opensGroup(scene, whole, part)) return at;
  }
  return null;
};

/** "in the group of" right behind the part, or "part of a wider group of" */
function opensGroup(scene: LinkScene, whole: FigureDraft, part: FigureDraft): boolean {
  const of = whole.number.phraseFirst - 1;
  if (lowerAt(scene, of) !== 'of' || !scene.grammar.is.groups.has(lowerAt(scene, of - 1))) return false;
  for (let at = of - 2; at > of - GROUP_WORDS; at -= 1) {
    if (lowerAt(scene, at) === 'part') return lowerAt(scene, at + 1) === 'of';
    if (at === part.noun.to) return scene.words.classes[at] === 'preposition';
  }
  return false;
}
const GROUP_WORDS = 7;

/** "27 nurses were among the hostages" */
const amongThe: Way = (scene, index) => {
  const draft = scene.drafts[index];
  if (draft === undefined) return null;
  for (let at = draft.noun.to; at < draft.noun.to + STILL; at += 1)
    if (lowerAt(scene, at) === 'among' && scene.words.classes[at + 1] === 'determiner')
      return bigger(scene, index, SENTENCES_BACK, () => true);
  return null;
};

/** "107 of them", "two of his sons" */
const ofThem: Way = (scene, index) => {
  const draft = scene.drafts[index];
  if (draft === undefined || !draft.noun.ofKnown || draft.noun.nested) return null;
  if (draft.noun.head === null) {
    const near = bigger(scene, index, SENTENCES_BACK, () => true);
    return near === null ? null : (scene.links[near]?.subsetOf ?? near);
  }
  const head = scene.headOf(draft);
  const reach = scene.grammar.is.general.has(head) ? SENTENCES_BACK : ANYWHERE;
  const same = bigger(scene, index, reach, (whole) => scene.headOf(whole) === head);
  return same ?? bigger(scene, index, SENTENCES_BACK, (whole) => couldHold(scene, whole, draft)) ?? ahead(scene, index);
};

/** "two of his sons" are of a bare number or of sons, "two of the men" of anybody counted by a noun. */
function couldHold(scene: LinkScene, whole: FigureDraft, part: FigureDraft): boolean {
  if (scene.headOf(whole) === '') return whole.number.vague === null;
  const owned = scene.grammar.is.owners.has(lowerAt(scene, part.noun.from - 1));
  return !owned && scene.alike(whole, part);
}

/** A heading may say "one of the students" before the text has counted them. */
function ahead(scene: LinkScene, index: number): number | null {
  const part = scene.drafts[index];
  for (let at = index + 1; part !== undefined && at < index + AHEAD; at += 1) {
    const whole = scene.drafts[at];
    if (whole === undefined || whole.noun.nested || !isBigger(whole, part)) continue;
    if (scene.headOf(whole) === scene.headOf(part)) return at;
  }
  return null;
}
const AHEAD = 4;

/** "…, including ten children", "of whom 14", "those arrested included a nurse and 3 boys" */
const introduced: Way = (scene, index) => {
  const draft = scene.drafts[index];
  if (draft === undefined || !(hasPartPhrase(scene, draft) || listsThose(scene, draft))) return null;
  const here = bigger(scene, index, 0, () => true);
  const before = here === null ? bigger(scene, index, 1, () => true) : null;
  return here ?? (before === null ? null : (scene.links[before]?.subsetOf ?? before));
};

/** The words stand close before the count and after the last mark. */
function hasPartPhrase({ words, grammar }: LinkScene, { number }: FigureDraft): boolean {
  for (let back = 0; back <= 2; back += 1) {
    const end = number.phraseFirst - back;
    if (back > 0 && words.tokens[end]?.shape === 'mark') return false;
    if (grammar.partPhrases.endingAt(words.tokens, end, 0) !== undefined) return true;
  }
  return false;
}

/** "Those arrested included", "Among those hurt were": the sentence lists some of a whole told before. */
function listsThose(scene: LinkScene, draft: FigureDraft): boolean {
  const first = scene.firstToken(draft);
  const { listers, those } = scene.grammar.is;
  const opens = those.has(lowerAt(scene, first)) || those.has(lowerAt(scene, first + 1));
  if (!opens || draft.number.phraseFirst - first > LISTS) return false;
  for (let at = draft.number.phraseFirst - 1; at > first; at -= 1) if (listers.has(lowerAt(scene, at))) return true;
  return false;
}
const LISTS = 8;

/** "Of the nine killed, four were pardoned": the sentence opens with the whole. */
const opened: Way = (scene, index) => {
  const { drafts, grammar } = scene;
  const part = drafts[index];
  const at = part === undefined ? undefined : scene.firstIn.get(part.sentence);
  const whole = at === undefined ? undefined : drafts[at];
  if (part === undefined || at === undefined || whole === undefined || at === index) return null;
  if (!isBigger(whole, part)) return null;
  if (part.noun.head !== null && at !== index - 1) return null;
  const first = scene.firstToken(part);
  const out = lowerAt(scene, first) === 'out' ? first + 1 : first;
  return grammar.is.openers.has(lowerAt(scene, out)) && whole.number.phraseFirst - out <= 3 ? at : null;
};

/** "the other three": of those of whom one was told before. */
const otherOnes: Way = (scene, index) => {
  const draft = scene.drafts[index];
  const before = draft === undefined ? '' : lowerAt(scene, draft.number.phraseFirst - 1);
  if (draft === undefined || !scene.grammar.is.others.has(before)) return null;
  const left = draft.number.value ?? 0;
  const close = (whole: FigureDraft): boolean => (whole.number.value ?? Infinity) <= left + MOST_TOLD;
  return bigger(scene, index, ANYWHERE, close);
};
/** So many of them may have been told before. */
export const MOST_TOLD = 3;

const CAPTIVITY: ReadonlySet<About> = new Set(['abducted', 'arrested', 'detained', 'disappeared'] as const);

/** "80 still in custody", "two hostages were freed": of those who were taken. */
const ofTaken: Way = (scene, index) => {
  const draft = scene.drafts[index];
  if (draft === undefined || draft.unit !== 'person' || !isLeftOrFreed(scene, draft)) return null;
  const taken = (whole: FigureDraft): boolean =>
    CAPTIVITY.has(whole.about) &&
    scene.alike(whole, draft) &&
    (whole.number.vague === null || scene.headOf(whole) !== '');
  const near = bigger(scene, index, SENTENCES_BACK, taken);
  if (near !== null || draft.number.vague !== null) return near;
  return bigger(scene, index, ANYWHERE, (whole) => taken(whole) && scene.headOf(draft) !== '');
};

function isLeftOrFreed(scene: LinkScene, { about, number, noun }: FigureDraft): boolean {
  if (about === 'released') return true;
  if (!CAPTIVITY.has(about)) return false;
  for (let at = number.first; at < noun.to + STILL; at += 1)
    if (scene.grammar.is.still.has(lowerAt(scene, at))) return true;
  return false;
}
const STILL = 4;

/** "ten children and two nurses": joined to a part. */
const listed: Way = ({ drafts, links, words }, index) => {
  const [draft, before] = [drafts[index], drafts[index - 1]];
  const whole = links[index - 1]?.subsetOf ?? null;
  const holder = whole === null ? undefined : drafts[whole];
  if (draft === undefined || before === undefined || holder === undefined || !isBigger(holder, draft)) return null;
  if (draft.sentence !== before.sentence || draft.number.phraseFirst - before.noun.to > 2) return null;
  for (let at = before.noun.to; at < draft.number.phraseFirst; at += 1)
    if (words.tokens[at]?.lower !== ',' && words.classes[at] !== 'conjunction') return null;
  return whole;
};

/** What makes a count a part of another, surest first, as a person may be told it. */
const WAYS: readonly (readonly [why: string, way: Way])[] = [
  ['stands inside the count it is part of', nested],
  ['counts some of those counted before', kin],
  ['in a group that is counted', inGroup],
  ['among those counted', amongThe],
  ['counts some of them', ofThem],
  ['words before it make it a part', introduced],
  ['the sentence opens with the whole', opened],
  ['counts the other ones', otherOnes],
  ['freed or still held of those taken', ofTaken],
  ['stands beside another part', listed],
];

const FOR_FURTHER: ReadonlySet<Way> = new Set([nested, introduced, otherOnes, listed]);

/** Words that speak of further people: "thousands of other migrants" are no part of those told before. */
function isFurther(scene: LinkScene, { number, noun }: FigureDraft): boolean {
  for (let at = number.first - 1; at < noun.to; at += 1)
    if (scene.grammar.is.further.has(lowerAt(scene, at))) return true;
  return false;
}

/** The whole of a count, with the reason; null where no words make it a part. */
export function wholeOf(scene: LinkScene, index: number): { readonly whole: number; readonly why: string } | null {
  const draft = scene.drafts[index];
  const further = draft !== undefined && isFurther(scene, draft);
  for (const [why, way] of WAYS) {
    const whole = further && !FOR_FURTHER.has(way) ? null : way(scene, index);
    if (whole !== null && whole !== index) return { whole, why };
  }
  return null;
}
