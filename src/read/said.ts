import type { ReadStatement } from '../domain/reading.ts';
import { spanAt, type Span } from '../domain/span.ts';
import type { VoiceManner } from '../domain/vocabulary.ts';
import { nestingOf, viaOf } from './chains.ts';
import type { Stretch } from './content.ts';
import type { Draft } from './statement-draft.ts';
import type { Names, Quote, SaidPass, View } from './passes.ts';
import { draftsOf } from './statements.ts';
import { sourceNameOf } from './voice.ts';
import { worksOf } from './works.ts';

/** Pass: statements with voices and chains, and the works the text cites. Rules only; a trained engine stands behind the same shape. */
export const saidPass: SaidPass = (view, names, quotes) => {
  const drafts = draftsOf(view, quotes).toSorted(byPlace);
  const parents = nestingOf(drafts);
  const manner = mannerOf(quotes);
  return {
    statements: drafts.map((draft, at) => statementOf(draft, { id: `s${at + 1}`, view, names, parents, manner })),
    works: worksOf(view, names),
  };
};

const byPlace = (a: Draft, b: Draft): number =>
  (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) ||
  (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0) ||
  (a.cue?.start ?? 0) - (b.cue?.start ?? 0);

interface Making {
  readonly id: string;
  readonly view: View;
  readonly names: Names;
  readonly parents: ReadonlyMap<Draft, Draft>;
  readonly manner: (draft: Draft) => VoiceManner;
}

function statementOf(draft: Draft, { id, view, names, parents, manner }: Making): ReadStatement {
  const span = ({ start, end }: Stretch): Span => spanAt(view.text, start, end);
  const source = draft.source === null ? null : span(draft.source);
  const named = source ?? (draft.carried?.source ? span(draft.carried.source) : null);
  return {
    id,
    content: draft.content.map(span),
    cue: draft.cue === null ? null : span(draft.cue),
    source,
    sourceName: named === null ? null : sourceNameOf(named, names),
    voice: manner(draft),
    via: viaOf(draft, parents, view.text),
    score: draft.score,
    why: [draft.rule],
  };
}

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
