import { isGivenName } from './given-names.ts';
import type { Draft } from './name-draft.ts';
import { isStart } from './name-draft.ts';
import type { Scan } from './name-scan.ts';
import type { Stretch } from './name-runs.ts';
import { DETERMINERS, hasSureEnding, isNoName, PERSON_VERBS } from './name-words.ts';
import type { View } from '../passes.ts';

/** Single capitalised words, settled by the names the rest of the text holds: Orlan is a person once Mira Orlan is. */
export function settleOpen(view: View, scan: Scan): { settled: Draft[]; dropped: Stretch[] } {
  const parts = new Set<string>();
  const kinds = new Map<string, Draft['kind']>();
  for (const draft of scan.drafts) {
    const words = view.tokens.slice(draft.first, draft.last).filter((token) => token.shape !== 'mark');
    if (draft.kind === 'person')
      for (const word of words) if (word.text.length > 1 && word.shape !== 'lower') parts.add(word.lower);
    const [only] = words;
    if (words.length === 1 && only !== undefined && !kinds.has(only.lower)) kinds.set(only.lower, draft.kind);
  }
  const firsts = firstTokens(view);
  const settled: Draft[] = [];
  const dropped: Stretch[] = [];
  for (const open of scan.open) {
    const kind = kindOf(view, open, {
      parts,
      kinds,
      scan,
      start: isStart(view.tokens, open.first, firsts.has(open.first) ? open.first : 0),
    });
    if (kind === undefined) dropped.push(open);
    else settled.push({ kind, first: open.first, last: open.last });
  }
  return { settled, dropped };
}

const firstTokens = (view: View): ReadonlySet<number> => new Set(view.sentences.map((sentence) => sentence.firstToken));

interface Known {
  readonly parts: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, Draft['kind']>;
  readonly scan: Scan;
  readonly start: boolean;
}

function kindOf(view: View, open: Stretch, { parts, kinds, scan, start }: Known): Draft['kind'] | undefined {
  const token = view.tokens[open.first];
  if (token === undefined || token.text.length < 2) return undefined;
  if (parts.has(token.lower)) return 'person';
  const known = kinds.get(token.lower);
  if (known !== undefined) return known;
  const { small, capital } = scan.evidence;
  const article = DETERMINERS.has(view.tokens[open.first - 1]?.lower ?? '');
  if (article || isNoName(token.lower) || small.has(token.lower)) return undefined;
  if (hasSureEnding(token.lower)) return 'person';
  if (view.tokens[open.first - 1]?.lower === 'of') return undefined;
  const says = PERSON_VERBS.has(view.tokens[open.last]?.lower ?? '');
  const elsewhere = (capital.get(token.lower) ?? 0) > (start ? 0 : 1);
  if (says && (!start || elsewhere || isGivenName(token.lower))) return 'person';
  return undefined;
}
