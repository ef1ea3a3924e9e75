import type { ReadFigure } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import type { FigureDraft, Links } from './figure-draft.ts';
import { figureDrafts } from './figure-drafts.ts';
import { figureWords } from './figure-words.ts';
import { linksOf } from './figure-links.ts';
import { Settings } from './setting.ts';
import { Voices, voicesOf, type Voiced } from './figure-voice.ts';
import type { FiguresPass, View } from '../passes.ts';
import { clausesOf } from './predicates.ts';
import { standingOf } from './standing.ts';

/** Pass 7: counts of people and of what was done to them, each with its voice, standing and what it is part of (SPEC E20–E25). */
export const figures: FiguresPass = (view, names, said) => {
  const read = figureDrafts(view, names);
  const links = linksOf(view, read);
  const drafts = withWholes(read, links);
  const voiced = voicesOf(view, new Voices(view, said), drafts, links);
  const settings = new Settings(view, names);
  return drafts.flatMap((draft, index) => {
    const [link, voice] = [links[index], voiced[index]];
    if (link === undefined || voice === undefined) return [];
    const content = voice.inferred ? null : contentAround(view, draft, voice);
    const setting = settings.of({ ...draft.number, sentence: draft.sentence }, content);
    const placed = draft.governed !== null && draft.governed.cost <= NEAR;
    return [figureOf(view, { draft, link, voice, index }, placed ? setting : { ...setting, when: null, place: null })];
  });
};

/** A part that says nothing of its own shares what is said of its whole. */
const withWholes = (drafts: readonly FigureDraft[], links: readonly Links[]): FigureDraft[] =>
  drafts.map((draft, index) => {
    const whole = drafts[links[index]?.subsetOf ?? -1];
    if (draft.about !== 'other' || whole === undefined || whole.about === 'other') return draft;
    return { ...draft, about: whole.about, why: [...draft.why, 'about as the count it belongs to'] };
  });

/** When and where belong to a count only if what happened to those it counts does. */
const NEAR = 6;

interface Whole {
  readonly draft: FigureDraft;
  readonly link: Links;
  readonly voice: Voiced;
  readonly index: number;
}

function figureOf(view: View, { draft, link, voice, index }: Whole, setting: ReturnType<Settings['of']>): ReadFigure {
  const { number } = draft;
  const comparator = number.comparator === 'nearly' ? 'about' : number.comparator;
  return {
    id: figureId(index),
    span: phraseSpan(view, draft),
    number: tokenSpan(view, number.first, number.last),
    value: number.value,
    comparator,
    low: comparator === 'range' ? number.low : null,
    high: comparator === 'range' ? number.high : null,
    unit: draft.unit,
    about: draft.about,
    subsetOf: link.subsetOf === null ? null : figureId(link.subsetOf),
    sameAs: link.sameAs === null ? null : figureId(link.sameAs),
    assertedBy: voice.assertedBy,
    inferred: voice.inferred,
    via: voice.via,
    of: ofWhom(view, draft),
    standing: standingOf(view, clausesOf(view), draft, voice),
    period: setting.when?.value ?? null,
    asOf: setting.asOf?.value ?? null,
    place: setting.place,
    why: [
      ...(number.compares === null ? [] : [`“${number.compares}” before the numeral`]),
      ...draft.why,
      ...link.why,
      ...voice.why,
    ],
  };
}

const figureId = (index: number): string => `f${index + 1}`;

function tokenSpan(view: View, first: number, last: number): Span {
  return spanAt(view.text, view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0);
}

function phraseSpan(view: View, { number, noun }: FigureDraft): Span {
  const before = view.tokens[number.phraseFirst - 1]?.lower ?? '';
  const leads = figureWords(view.language).is.leads.has(before);
  return tokenSpan(view, number.phraseFirst - (leads ? 1 : 0), Math.max(noun.to, number.phraseLast));
}

/** Whom the words say they count: "Ardovian servicemen"; null for a bare numeral. */
function ofWhom(view: View, { noun }: FigureDraft): Span | null {
  return noun.head === null || noun.head < noun.from ? null : tokenSpan(view, noun.from, noun.to);
}

function contentAround(view: View, { number }: FigureDraft, { statement }: Voiced): Span | null {
  const at = view.tokens[number.first]?.start ?? 0;
  return statement?.content.find((span) => span.start <= at && at < span.end) ?? null;
}
