import type { View } from '../passes.ts';
import type { CountNoun, Words } from './count-noun.ts';
import type { FigureDraft, Link, Links } from './figure-draft.ts';
import { isBigger, wholeOf } from './figure-parts.ts';
import { Repeats } from './figure-repeats.ts';
import { clausesOf } from './predicates.ts';
import { linkSums } from './figure-sums.ts';
import { figureWords, type FigureWords } from './figure-words.ts';

/** What is asked of a text's counts when they are linked. */
export interface LinkScene {
  readonly words: Pick<Words, 'tokens' | 'classes'>;
  readonly grammar: FigureWords;
  readonly drafts: readonly FigureDraft[];
  readonly indexOf: ReadonlyMap<FigureDraft, number>;
  /** The first count of each sentence that has one. */
  readonly firstIn: ReadonlyMap<number, number>;
  /** Filled from the first count to the last. */
  readonly links: readonly Link[];
  /** The counted noun in small letters; empty for a bare numeral. */
  readonly headOf: (draft: FigureDraft | undefined) => string;
  /** Whether two counts may be of the same kind of people. */
  readonly alike: (a: FigureDraft | undefined, b: FigureDraft | undefined) => boolean;
  /** Where the sentence of a count begins. */
  readonly firstToken: (draft: FigureDraft) => number;
}

/** Which count is part of which, and which repeats an earlier one (SPEC E23). */
export function linksOf(view: View, drafts: readonly FigureDraft[]): Links[] {
  const links: Link[] = drafts.map(() => ({ subsetOf: null, sameAs: null, why: [] }));
  const scene = sceneOf(view, drafts, links);
  const repeats = new Repeats(scene);
  links.forEach((link, index) => {
    link.sameAs = repeats.of(index);
    if (link.sameAs !== null) link.why.push('gives an earlier count again');
  });
  linkSums(drafts, links);
  links.forEach((link, index) => linkPart(scene, link, index));
  shareWholes(drafts, links);
  return links;
}

/** What is told of one mention of a count holds for all of them. */
function shareWholes(drafts: readonly FigureDraft[], links: readonly Link[]): void {
  const wholes = new Map<number, number>();
  links.forEach(({ sameAs, subsetOf }, index) => {
    const first = sameAs ?? index;
    if (subsetOf !== null && !wholes.has(first)) wholes.set(first, subsetOf);
  });
  links.forEach((link, index) => {
    const whole = wholes.get(link.sameAs ?? index);
    const [holder, part] = [whole === undefined ? undefined : drafts[whole], drafts[index]];
    if (link.subsetOf !== null || whole === undefined || holder === undefined || part === undefined) return;
    if (whole === index || !isBigger(holder, part)) return;
    link.subsetOf = whole;
    link.why.push('part of another count, as another mention of it');
  });
}

function linkPart(scene: LinkScene, link: Link, index: number): void {
  if (link.subsetOf !== null) return;
  const found = wholeOf(scene, index);
  if (found === null) return;
  const first = scene.links[found.whole]?.sameAs ?? found.whole;
  if (first === index || first === link.sameAs || scene.links[first]?.subsetOf === index) return;
  link.subsetOf = first;
  link.why.push(found.why);
}

function sceneOf(view: View, drafts: readonly FigureDraft[], links: readonly Link[]): LinkScene {
  const grammar = figureWords(view.language);
  const { tokens } = view;
  const headAt = ({ head }: CountNoun): string => (head === null ? '' : (tokens[head]?.lower ?? ''));
  const headOf = (draft: FigureDraft | undefined): string => (draft === undefined ? '' : headAt(draft.noun));
  const isOpen = (head: string): boolean => head === '' || grammar.is.general.has(head);
  const alike = (a: FigureDraft | undefined, b: FigureDraft | undefined): boolean => {
    if (a === undefined || b === undefined) return false;
    const [one, other] = [headOf(a), headOf(b)];
    return one === other || isOpen(one) || isOpen(other) || holdsWord(a, other) || holdsWord(b, one);
  };
  /** "editors and journalists" are journalists. */
  const holdsWord = ({ noun }: FigureDraft, word: string): boolean => {
    for (let at = noun.from; at < noun.to; at += 1) if (tokens[at]?.lower === word) return true;
    return false;
  };
  return {
    words: { tokens, classes: clausesOf(view).classes },
    grammar,
    drafts,
    links,
    indexOf: new Map(drafts.map((draft, index) => [draft, index])),
    firstIn: new Map(drafts.map(({ sentence }, index) => [sentence, index] as const).toReversed()),
    headOf,
    alike,
    firstToken: ({ sentence }) => view.sentences[sentence]?.firstToken ?? 0,
  };
}
