import type { ReadFigure } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import { ABOUTS, STANDINGS, type About, type Standing, type Unit } from '../../domain/vocabulary.ts';
import { numberWords } from '../figures/number-words.ts';
import { numbersIn, type NumberRead } from '../figures/numbers.ts';
import { languageData } from '../language-data.ts';
import type { FiguresPass, Names, Said, Sentence, View } from '../passes.ts';
import { SpanIndex } from '../text/span-index.ts';
import { countedAfter, type Counted } from './counted.ts';
import { inflectedWords, keysOf, type InflectedWords } from './words.ts';

interface Scene {
  readonly view: View;
  readonly keys: readonly string[];
  readonly words: InflectedWords;
  readonly abouts: ReadonlyMap<string, string>;
  readonly standings: ReadonlyMap<string, string>;
  readonly mentions: SpanIndex<Names['mentions'][number]>;
  readonly statements: SpanIndex<Voiced>;
}

/** A part of what a voice says; the voice is that of the statement before where it was carried over. */
interface Voiced {
  readonly part: Span;
  readonly via: readonly Span[];
  readonly voice: Span | null;
  readonly inferred: boolean;
}

/** A count with what it counts; `about` is told by the words around it. */
interface Draft {
  readonly number: NumberRead;
  readonly counted: Counted;
  readonly sentence: Sentence;
  readonly about: About;
  readonly aboutWord: string | null;
}

/** Pass: counts of people and of what was done to them, in a language that tells case by endings (SPEC E20, E21, E24, E25). */
export const inflectedFigures: FiguresPass = (view, names, said) => {
  const scene = sceneOf(view, names, said);
  const drafts = view.sentences.flatMap((sentence) => draftsIn(scene, sentence));
  const firsts = new Map(drafts.map((draft, at) => [sameKey(draft), at] as const).toReversed());
  return drafts.map((draft, at) => figureOf(scene, draft, { at, drafts, firsts }));
};

function sceneOf(view: View, names: Names, said: Said): Scene {
  const tables = languageData(view.language, 'violations');
  const stemsOf = (name: string): ReadonlyMap<string, string> =>
    new Map(Object.entries(tables.lists(name)).flatMap(([code, stems]) => stems.map((stem) => [stem, code] as const)));
  return {
    view,
    keys: keysOf(view),
    words: inflectedWords(view.language),
    abouts: stemsOf('about'),
    standings: stemsOf('standing'),
    mentions: new SpanIndex(names.mentions, ({ span }) => span),
    statements: new SpanIndex(partsOf(said), ({ part }) => part),
  };
}

function partsOf({ statements }: Said): Voiced[] {
  const named = new Map<string | null, Span>();
  return statements.flatMap(({ content, source, sourceName, via }) => {
    const voice = source ?? named.get(sourceName) ?? null;
    if (source !== null) named.set(sourceName, source);
    return content.map((part) => ({ part, via, voice, inferred: source === null }));
  });
}

function draftsIn(scene: Scene, sentence: Sentence): Draft[] {
  const { view } = scene;
  const range = [sentence.firstToken, sentence.lastToken] as const;
  return numbersIn(view.tokens, range, numberWords(view.language)).flatMap((number): Draft[] => {
    const span = tokenSpan(view, number.first, number.last);
    if (scene.mentions.touching(span.start, span.end).some(({ kind }) => kind !== 'role')) return [];
    const told = aboutNear(scene, sentence, number);
    const counted = countedAfter(scene, number, { end: sentence.lastToken, told: told !== null && told.near });
    if (counted === null) return [];
    const own = counted.head === null ? null : codeOf(view.tokens[counted.head]?.lower ?? '', scene.abouts);
    const about = own ?? told?.code ?? null;
    return [
      {
        number,
        counted,
        sentence,
        about: isAbout(about) ? about : 'other',
        aboutWord: about === own ? null : (told?.word ?? null),
      },
    ];
  });
}

const isAbout = (code: string | null): code is About => code !== null && ABOUTS.some((about) => about === code);
const isStanding = (code: string | null): code is Standing =>
  code !== null && STANDINGS.some((standing) => standing === code);

const SHORTEST_STEM = 4;
const LONGEST_STEM = 9;

/** The code of the longest stem that a word begins with. */
function codeOf(lower: string, stems: ReadonlyMap<string, string>): string | null {
  const word = lower.replaceAll('ё', 'е');
  for (let length = Math.min(LONGEST_STEM, word.length); length >= SHORTEST_STEM; length -= 1) {
    const code = stems.get(word.slice(0, length));
    if (code !== undefined) return code;
  }
  return null;
}

interface Told {
  readonly code: string;
  readonly word: string;
  /** Close enough to make a person of a bare number. */
  readonly near: boolean;
}

const REACH = 12;
const NEAR = 3;
/** Words after a count say more of it than those before. */
const BACK_COST = 1.5;
const MARK_COST = 4;

/** What is said of a count: the word nearest to it, a comma between costing more than a word. */
function aboutNear(
  { view, abouts }: Scene,
  { firstToken, lastToken }: Sentence,
  { first, last }: NumberRead,
): Told | null {
  let best: (Told & { readonly cost: number }) | null = null;
  const walk = (from: number, step: 1 | -1, weight: number): void => {
    let cost = 0;
    for (let at = from; at >= firstToken && at < lastToken && Math.abs(at - from) < REACH; at += step) {
      const token = view.tokens[at];
      if (token === undefined) return;
      cost += (token.shape === 'mark' ? MARK_COST : 1) * weight;
      const code = token.shape === 'lower' || token.shape === 'title' ? codeOf(token.lower, abouts) : null;
      if (code === null) continue;
      if (best === null || cost < best.cost) best = { code, word: token.text, near: cost <= NEAR, cost };
      return;
    }
  };
  walk(last, 1, 1);
  walk(first - 1, -1, BACK_COST);
  return best;
}

const tokenSpan = ({ text, tokens }: View, first: number, last: number): Span =>
  spanAt(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);

interface Among {
  readonly at: number;
  readonly drafts: readonly Draft[];
  /** The first draft of each number and what it is about. */
  readonly firsts: ReadonlyMap<string, number>;
}

const sameKey = ({ number, about, counted }: Draft): string => `${number.value} ${about} ${counted.unit}`;

function figureOf(scene: Scene, draft: Draft, among: Among): ReadFigure {
  const { view } = scene;
  const { number, counted, sentence } = draft;
  const comparator = number.comparator === 'nearly' ? 'about' : number.comparator;
  const span = tokenSpan(view, number.phraseFirst, Math.max(counted.to, number.phraseLast));
  const voice = voiceOf(scene, span);
  const scope = scopeOf(scene, sentence, span);
  const ranged = comparator === 'range';
  return {
    id: `f${among.at + 1}`,
    span,
    number: tokenSpan(view, number.first, number.last),
    value: number.value,
    comparator,
    low: ranged ? number.low : null,
    high: ranged ? number.high : null,
    unit: unitOf(counted.unit),
    about: draft.about,
    ...linksOf(scene, draft, among),
    ...voice,
    of: counted.head === null ? null : tokenSpan(view, counted.from, counted.to),
    standing: standingOf(scene, draft, voice.assertedBy),
    period: only(scene, scope, 'date')?.value ?? null,
    asOf: null,
    place: only(scene, scope, 'place')?.span ?? null,
    why: whyOf(scene, draft),
  };
}

const unitOf = (unit: Counted['unit']): Unit => (unit === 'none' ? 'person' : unit);

function whyOf({ view }: Scene, { number, counted, aboutWord }: Draft): string[] {
  return [
    ...(number.compares === null ? [] : [`“${number.compares}” before the numeral`]),
    ...(counted.head === null ? [] : [`counts “${view.tokens[counted.head]?.text ?? ''}”`]),
    ...(aboutWord === null ? [] : [`about from “${aboutWord}”`]),
  ];
}

/** The innermost statement around a count says it; where its voice was carried over, the count's is inferred. */
function voiceOf({ statements }: Scene, span: Span): Pick<ReadFigure, 'assertedBy' | 'inferred' | 'via'> {
  const around = statements
    .touching(span.start, span.end)
    .filter(({ part, voice }) => part.start <= span.start && span.end <= part.end && voice !== null)
    .toSorted((a, b) => a.part.end - a.part.start - (b.part.end - b.part.start));
  const [innermost] = around;
  if (innermost === undefined || innermost.voice === null) return { assertedBy: 'author', inferred: false, via: [] };
  return { assertedBy: innermost.voice, inferred: innermost.inferred, via: innermost.via };
}

/** «102 из 135»: the count after «из» is the whole; «из них 11»: the count before it is. The same count again points back. */
function linksOf(
  { view, words }: Scene,
  draft: Draft,
  { at, drafts, firsts }: Among,
): Pick<ReadFigure, 'subsetOf' | 'sameAs'> {
  const partOf = words.written('counts', 'part-of');
  const lower = (token: number): string => view.tokens[token]?.lower ?? '';
  const next = drafts[at + 1];
  const before = drafts[at - 1];
  const { number, counted, sentence } = draft;
  const isWhole =
    next?.sentence === sentence &&
    partOf.has(lower(next.number.phraseFirst - 1)) &&
    next.number.phraseFirst - 1 === counted.to;
  const isThem = (token: number): boolean =>
    partOf.has(lower(token)) && words.written('counts', 'them').has(lower(token + 1));
  const them = isThem(number.phraseFirst - 2) || isThem(counted.to);
  const same = number.value === null || number.value < SMALLEST_SAME ? undefined : firsts.get(sameKey(draft));
  const first = before?.sentence === sentence && before.counted.to === number.phraseFirst;
  const fronted = first && partOf.has(lower(before.number.phraseFirst - 1));
  const whole = isWhole ? at + 2 : at;
  return {
    subsetOf: isWhole || fronted || (them && before !== undefined) ? `f${whole}` : null,
    sameAs: same === undefined || same === at ? null : `f${same + 1}`,
  };
}

/** Counts below this come back by chance. */
const SMALLEST_SAME = 10;

function standingOf({ view, standings }: Scene, { number, sentence }: Draft, voice: Span | 'author'): Standing {
  const first = Math.max(sentence.firstToken, number.first - WINDOW);
  for (let at = first; at < Math.min(sentence.lastToken, number.last + WINDOW); at += 1) {
    const token = view.tokens[at];
    const code = token?.shape === 'lower' ? codeOf(token.lower, standings) : null;
    if (isStanding(code)) return code;
  }
  return voice === 'author' ? 'plain' : 'alleged';
}

/** Words and units farther from a count say nothing of it; this also bounds the time on a sentence without end. */
const WINDOW = 60;
const SCOPE = 500;

/** Where a count's own time and place may stand: the words reported with it; of a sentence that reports other words, nowhere. */
function scopeOf({ statements }: Scene, sentence: Sentence, span: Span): Pick<Span, 'start' | 'end'> | null {
  const start = Math.max(sentence.start, span.start - SCOPE);
  const end = Math.min(sentence.end, span.end + SCOPE);
  const parts = statements.touching(start, end).map(({ part }) => part);
  const around = parts.filter((part) => part.start <= span.start && span.end <= part.end);
  if (around.length === 0) return parts.length === 0 ? { start, end } : null;
  const part = around.reduce((best, next) => (next.end - next.start < best.end - best.start ? next : best));
  return { start: Math.max(start, part.start), end: Math.min(end, part.end) };
}

/** The one place or date that a sentence has: of several none is that of a count. */
function only({ mentions }: Scene, scope: Pick<Span, 'start' | 'end'> | null, kind: 'place' | 'date') {
  const found =
    scope === null ? [] : mentions.touching(scope.start, scope.end).filter((mention) => mention.kind === kind);
  return found.length === 1 ? found[0] : undefined;
}
