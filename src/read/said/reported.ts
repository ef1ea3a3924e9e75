import { attributionEngine, attributionsOf, columnsOf, likelihood } from './attributions.ts';
import type { Scored } from './assemble.ts';
import type { Candidate } from './candidates.ts';
import { Place, type Columns } from './columns.ts';
import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { Draft } from './statement-draft.ts';
import type { Quote, Syntax, View } from '../passes.ts';

/** A statement that the model found, before its frame and chain are known. */
export type Reported = Pick<Draft, 'content' | 'cue' | 'source' | 'direct' | 'relays' | 'why' | 'score'>;

/** Every statement that the trained model finds; none for a language without one. */
export function attributionDrafts(view: View, quotes: readonly Quote[], syntax: Syntax): Reported[] {
  const engine = attributionEngine();
  if (engine === null || !['en', 'und'].includes(view.language)) return [];
  const columns = columnsOf(view, quotes, syntax, engine.cueOf);
  const lexicon = cueLexicon(view.language);
  const { tokens } = view;
  const stretch = ({ first, last }: Candidate) => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
  });
  const found = attributionsOf(view, columns, engine)
    .map((one) => ({ ...one, contents: worded(one, columns, tokens) }))
    .filter(({ cue, contents }) => contents.length > 0 && !isUnsaid(tokens, cue, lexicon))
    .filter((one) => !isAside(tokens, one) && !isDeedDenied(tokens, one, lexicon));
  return found.map((one): Reported => ({
    content: one.contents.map(stretch),
    cue: stretch(one.cue),
    source: one.source === null ? null : stretch(one.source),
    direct: isQuotation(one, columns),
    relays: lexicon.verbs.get(tokens[one.cue.last - 1]?.lower ?? '')?.verb.class !== 'deny',
    why: one.why,
    score: likelihood(one, engine),
  }));
}

const EMPTY: ReadonlySet<string> = new Set(['it', 'that', 'there', 'he', 'she', 'they', 'what', 'who']);

/**
 * The parts of a content that say something: not the lone IT of it is known that C, nor what opens the very quotation that
 * the cue stands in.
 */
function worded({ contents, cue }: Scored, { places }: Columns, tokens: View['tokens']): readonly Candidate[] {
  return contents.filter(({ first, last }) => {
    if (places[first] === Place.opens && places[cue.first] === Place.inside) return false;
    return last - first > 1 || !EMPTY.has(tokens[first]?.lower ?? '');
  });
}

const WITHHELD: ReadonlySet<string> = new Set(['declined', 'refused', 'failed', 'unable']);
const AHEAD: ReadonlySet<string> = new Set(['will', "'ll", '’ll', 'wo']);

/** Nothing was said where a verb of saying is negated, withheld or only possible: did not confirm, declined to say, would claim. */
function isUnsaid(tokens: View['tokens'], cue: Candidate, { verbs, is }: CueLexicon): boolean {
  const words = (from: number, to: number): string[] => tokens.slice(from, to).map(({ lower }) => lower);
  const inside = words(cue.first, cue.last);
  if (!inside.some((word) => verbs.has(word))) return false;
  let from = cue.first;
  while (cue.first - from < LONGEST_GROUP && isOfGroup(tokens[from - 1]?.lower ?? '', is)) from -= 1;
  const group = [...words(from, cue.first), ...inside];
  const possible =
    group.some((word) => is.modal.has(word) && !AHEAD.has(word)) && !group.some((word) => is.have.has(word));
  return possible || group.some((word) => is.negations.has(word) || WITHHELD.has(word));
}

/** "An explosion, say in Selm, …": an example, and nobody says it. */
const isAside = (tokens: View['tokens'], { cue, source }: Scored): boolean =>
  source === null &&
  cue.last - cue.first === 1 &&
  tokens[cue.first]?.lower === 'say' &&
  tokens[cue.first - 1]?.text === ',';

/** "A court denied bail": what was denied is a thing that was asked for, not a claim. */
function isDeedDenied(tokens: View['tokens'], { cue, contents }: Scored, { verbs, is }: CueLexicon): boolean {
  if (verbs.get(tokens[cue.last - 1]?.lower ?? '')?.verb.class !== 'deny') return false;
  const [first] = contents;
  if (first === undefined) return false;
  const head = tokens.slice(first.first, first.last).find(({ lower }) => !is.determiners.has(lower));
  return head !== undefined && is.withheld.has(head.lower);
}

const LONGEST_GROUP = 3;

const isOfGroup = (word: string, is: CueLexicon['is']): boolean =>
  is.modal.has(word) || is.negations.has(word) || is.have.has(word) || is.do.has(word) || is.be.has(word);

/** Nothing but words between quote marks, and the marks. */
const isQuotation = ({ contents }: Scored, { places }: Columns): boolean =>
  contents.every(({ first, last }) => {
    for (let at = first; at < last; at += 1) if (places[at] === Place.outside) return false;
    return true;
  });
