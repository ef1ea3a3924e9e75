import type { ReadStatement } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import type { VoiceManner } from '../../domain/vocabulary.ts';
import { nestingOf, viaOf } from './chains.ts';
import type { Stretch } from './content.ts';
import type { Draft } from './statement-draft.ts';
import type { Quote, SaidPass, View } from '../passes.ts';
import { draftsOf } from './statements.ts';
import { sourceNameOf, voicesOf, type Voices } from '../names/voice.ts';
import { workLexicon } from './work-lexicon.ts';
import { worksOf } from './works.ts';

/** Pass: statements with voices and chains, and the works the text cites. A trained model finds who says what; rules carry it on. */
export const saidPass: SaidPass = (view, names, quotes, syntax) => {
  const drafts = draftsOf(view, quotes, syntax).toSorted(byPlace);
  const parents = nestingOf(drafts);
  const nameOf = namerOf(view, voicesOf(view, names), parents);
  return { statements: worded({ view, quotes, parents }, drafts, nameOf), works: worksOf(view, names) };
};

interface Placed {
  readonly view: View;
  readonly quotes: readonly Quote[];
  readonly parents: ReadonlyMap<Draft, Draft>;
}

/** Drafts as statements with their words, manner and chain, in the order given. */
export function worded(
  { view, quotes, parents }: Placed,
  drafts: readonly Draft[],
  nameOf: (draft: Draft) => string | null,
): ReadStatement[] {
  const manner = mannerOf(quotes);
  return drafts.map((draft, at) => ({
    id: `s${at + 1}`,
    content: draft.content.map((part) => spanOf(view, part)),
    cue: draft.cue === null ? null : spanOf(view, draft.cue),
    source: draft.source === null ? null : spanOf(view, draft.source),
    sourceName: nameOf(draft),
    voice: manner(draft),
    via: viaOf(draft, parents, view.text),
    score: draft.score,
    why: draft.why,
  }));
}

const spanOf = ({ text }: View, { start, end }: Stretch): Span => spanAt(text, start, end);

const byPlace = (a: Draft, b: Draft): number =>
  (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) ||
  (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0) ||
  (a.cue?.start ?? 0) - (b.cue?.start ?? 0);

/** A run of `He said …` goes on about the voice before it, over as many paragraphs. */
const BLOCKS_BACK = 2;

/**
 * Names the voice of each statement, in order. A lone pronoun that nothing settles is the voice of the statement before at the
 * same level of nesting; SPEC E16.
 */
function namerOf(view: View, voices: Voices, parents: ReadonlyMap<Draft, Draft>): (draft: Draft) => string | null {
  let last: { readonly name: string; readonly block: number } | null = null;
  return (draft) => {
    const words = draft.source ?? draft.carried?.source ?? null;
    if (words === null) return null;
    const span = spanOf(view, words);
    const { block } = draft.frame;
    let name = sourceNameOf(span, voices);
    if (isPronoun(name) && last !== null && block - last.block <= BLOCKS_BACK) ({ name } = last);
    if (!parents.has(draft) && !isPronoun(name) && !isWork(name, view.language)) last = { name, block };
    return name;
  };
}

/** "The video shows …": what shows or says is a thing, and nobody means it by "he". */
const isWork = (words: string, language: string): boolean =>
  workLexicon(language).nouns.has(/[\p{L}-]+$/u.exec(words)?.[0]?.toLowerCase() ?? '');

const isPronoun = (words: string): boolean => /^(?:he|she|they)$/iu.test(words);

/** Direct words are quotations alone; mixed ones hold a quotation (SPEC E15). */
function mannerOf(quotes: readonly Quote[]): (draft: Draft) => VoiceManner {
  const opens = quotes.map(({ open }) => open.start);
  const quoted = ({ start, end }: Stretch): boolean => {
    let [low, high] = [0, opens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((opens[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (opens[low] ?? Infinity) < end;
  };
  return (draft) => {
    if (draft.direct) return 'direct';
    return draft.content.some(quoted) ? 'mixed' : 'indirect';
  };
}
