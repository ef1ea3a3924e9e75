import { spanAt, type Span } from '../../domain/span.ts';
import { headMention } from '../names/voice.ts';
import type { Names, Quote, SaidPass, View } from '../passes.ts';
import { nestingOf } from '../said/chains.ts';
import type { Stretch } from '../said/content.ts';
import { framesOf, type Frame } from '../said/frames.ts';
import { worded } from '../said/said.ts';
import type { Draft } from '../said/statement-draft.ts';
import { cuesOf } from './cues.ts';
import { pronounsOf } from './pronouns.ts';
import { statementAt, type Found } from './rules.ts';
import { earsOf, type Ears } from './voice-phrase.ts';
import { inflectedWords, type InflectedWords } from './words.ts';

/** Pass: statements of a language that tells case by endings; the works a text cites are not read there yet. */
export const inflectedSaid: SaidPass = (view, names, quotes) => {
  const drafts = draftsOf(view, names, quotes);
  const parents = nestingOf(drafts);
  return { statements: worded({ view, quotes, parents }, drafts, namerOf(view, names)), works: [] };
};

/** Pass of a language without words for saying: what stands in quote marks is said by somebody, and no more is known. */
export const quotedSaid: SaidPass = (_view, _names, quotes) => ({
  statements: quotes
    .filter(({ role, depth }) => role === 'speech' && depth === 0)
    .map(({ inner, why }, at) => ({
      id: `s${at + 1}`,
      content: [inner],
      cue: null,
      source: null,
      sourceName: null,
      voice: 'direct',
      via: [],
      score: 0.3,
      why: [why],
    })),
  works: [],
});

const spanOf = ({ text }: View, { start, end }: Stretch): Span => spanAt(text, start, end);

function draftsOf(view: View, names: Names, quotes: readonly Quote[]): Draft[] {
  const ears = earsOf(inflectedWords(view.language), names);
  const drafts: Draft[] = [];
  let last: Draft | null = null;
  for (const frame of framesOf(view, quotes)) {
    const own = frameDrafts(view, ears, frame);
    if (own.length === 0) own.push(...carriedOver(frame, last));
    drafts.push(...own);
    if (frame.within === null) last = own.at(-1) ?? null;
  }
  return attributedWithin(drafts).toSorted((a, b) => placeOf(a) - placeOf(b) || endOf(b) - endOf(a));
}

/** «A, — вспоминает X. — B»: a quotation that says itself whose it is needs no voice carried over to it. */
function attributedWithin(drafts: readonly Draft[]): Draft[] {
  const inner = new Set<number>();
  for (const { frame, cue, content } of drafts)
    if (frame.within !== null && cue !== null && (content[0]?.start ?? Infinity) < cue.start)
      inner.add(frame.within.inner.start);
  return drafts
    .filter(({ why, content }) => !(why.includes(CARRIED) && inner.has(content[0]?.start ?? -1)))
    .map((draft) => {
      const start = draft.frame.within?.inner.start;
      return start !== undefined && inner.has(start) && draft.content[0]?.start === start
        ? { ...draft, direct: true }
        : draft;
    });
}

const CARRIED = 'said/carried-over';

const placeOf = ({ content }: Draft): number => content[0]?.start ?? 0;
const endOf = ({ content }: Draft): number => content.at(-1)?.end ?? 0;

function frameDrafts(view: View, ears: Ears, frame: Frame): Draft[] {
  const cues = cuesOf(frame.items, view.language);
  const drafts: Draft[] = [];
  let before: Found | null = null;
  for (const cue of cues) {
    const found = statementAt({ frame, cue, cues, ears, before });
    const [first, last] = [frame.items[cue.at], frame.items[cue.to - 1]];
    if (found === null || first === undefined || last === undefined) continue;
    const at = { start: first.start, end: last.end };
    if (found.content.some((part) => part.start <= at.start && at.end <= part.end)) continue;
    before = found;
    drafts.push({ ...found, why: [found.rule], carried: null, cue: at, upstream: [], relays: true, frame });
  }
  return drafts;
}

/** A quotation alone goes on with the voice of the statement before it in its paragraph (SPEC E16). */
function carriedOver(frame: Frame, last: Draft | null): Draft[] {
  const bare = frame.items.every((item) => item.shape === 'quote' || item.shape === 'mark');
  const quoted = frame.items.flatMap(({ quote }) => (quote?.role === 'speech' ? [quote.inner] : []));
  if (!bare || quoted.length === 0 || frame.within !== null || last === null || last.frame.block !== frame.block)
    return [];
  const content = quoted.map(({ start, end }) => ({ start, end }));
  const base = { content, cue: null, source: null, direct: true, via: [], upstream: [], relays: true, frame };
  return [{ ...base, carried: last.carried ?? last, why: [CARRIED], score: 0.6 }];
}

/** The fullest name of a voice; a pronoun is the person named before it who agrees, or itself. */
function namerOf(view: View, names: Names): (draft: Draft) => string | null {
  const words = inflectedWords(view.language);
  const entities = new Map(names.entities.map(({ id, name }) => [id, name]));
  const meant = pronounsOf(view, names);
  return (draft) => {
    const source = draft.source ?? draft.carried?.source ?? null;
    if (source === null) return null;
    const span = spanOf(view, source);
    const name = meant(span) ?? entities.get(headMention(span, names)?.entity ?? '');
    return name === undefined || holdsName(words, span.text, name) ? span.text : name;
  };
}

const holdsName = ({ keyOf }: InflectedWords, words: string, name: string): boolean => {
  const said = new Set(words.toLowerCase().split(/\s+/).map(keyOf));
  return name
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.has(keyOf(word)));
};
