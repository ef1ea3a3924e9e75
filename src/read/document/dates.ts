import { shiftDay } from '../../domain/calendar.ts';
import { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import { tokenAt, type Matter } from './matter.ts';

/** How finely a date is asked for. */
export const GRAINS = ['year', 'month', 'day'] as const;
export type Grain = (typeof GRAINS)[number];

/** A date of the text, as far as its words tell it. */
export interface Dating {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** Token where it is said; -1 for the date of publication. */
  readonly at: number;
  /** It is part of a stretch of time. */
  readonly stretch: boolean;
  /** Number of acts that are dated by it, and whether the first dated act is. */
  readonly acts: number;
  readonly firstAct: boolean;
  /** A day within a week before publication. */
  readonly recent: boolean;
}

const WEEK = 7;
/** Length of YYYY-MM-DD. */
const DAY = 10;

function isRecent(value: string, published: string | null): boolean {
  const day = value.slice(0, DAY);
  return published?.length === DAY && day <= published && day >= shiftDay(published, -WEEK);
}

/** A year, month or day that may be that of what happened. */
export interface DateChoice {
  readonly value: number;
  readonly features: FeatureList;
}

const EDTF = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;
/** Months of EDTF beyond this are seasons. */
const MONTHS = 12;

/** All dates of the text and that of its publication, in the order of the text. */
export function datingsOf(matter: Matter): Dating[] {
  const { view, names, acts } = matter;
  const times = new Map<number, number>();
  for (const { time, modality } of acts) {
    if (time === null || modality === 'denied') continue;
    times.set(time.start, (times.get(time.start) ?? 0) + 1);
  }
  const firstTime = acts.find(({ time, modality }) => time !== null && modality !== 'denied')?.time?.start ?? -1;
  const found: Dating[] = [];
  const put = (value: string, at: number, acted: { acts: number; firstAct: boolean }): void => {
    const [, year, month, day] = EDTF.exec(value) ?? [];
    if (year === undefined) return;
    const season = Number(month ?? 0) > MONTHS;
    found.push({
      year: Number(year),
      month: month === undefined || season ? null : Number(month),
      day: day === undefined || season ? null : Number(day),
      at,
      stretch: value.includes('/'),
      recent: at >= 0 && day !== undefined && !season && isRecent(value, matter.view.publishedDate),
      ...acted,
    });
  };
  if (view.publishedDate !== null) put(view.publishedDate, -1, { acts: 0, firstAct: false });
  for (const { kind, value, span } of names.mentions) {
    if (kind !== 'date' || value === null) continue;
    put(value, tokenAt(view, span.start), { acts: times.get(span.start) ?? 0, firstAct: span.start === firstTime });
  }
  return found;
}

const D = {
  bias: 1,
  published: 2,
  unsaid: 3,
  back: 4,
  count: 5,
  share: 6,
  leadShare: 7,
  actShare: 8,
  most: 9,
  actMost: 10,
  first: 11,
  firstOf: 12,
  latest: 13,
  earliest: 14,
  title: 15,
  lead: 16,
  acts: 17,
  actTimes: 18,
  firstAct: 19,
  triggers: 20,
  fine: 21,
  stretch: 22,
  only: 23,
  others: 24,
  near: 28,
  close: 28,
} as const;

/** What is asked: a year; a month of a year; a day of a month. */
export interface Asked {
  readonly grain: Grain;
  readonly year: number | null;
  readonly month: number | null;
}

/** The years (or months of the year, or days of the month) that the text and its publication give. */
export function dateChoices(matter: Matter, datings: readonly Dating[], asked: Asked): DateChoice[] {
  const within = datings.filter(
    ({ year, month }) =>
      (asked.grain === 'year' || year === asked.year) && (asked.grain !== 'day' || month === asked.month),
  );
  const groups = new Map<number, Dating[]>();
  for (const dating of within) {
    const value = dating[asked.grain];
    if (value === null) continue;
    const own = groups.get(value) ?? [];
    own.push(dating);
    groups.set(value, own);
  }
  const published = datings.find(({ at }) => at < 0) ?? null;
  const tallies = [...groups].map(([value, own]) => ({ value, ...tallyOf(matter, own) }));
  const whole = wholeOf(tallies);
  return tallies.map((tally) => ({
    value: tally.value,
    features: featuresOf(asked, tally, whole, published === null ? null : backOf(asked, tally.value, published)),
  }));
}

/** Sums and extremes over all choices. */
function wholeOf(tallies: readonly Valued[]): Whole {
  const whole = { choices: tallies.length, lead: 0, said: 0, acts: 0, mostSaid: 0, mostActs: 0 };
  const ends = { first: Infinity, latest: -Infinity, earliest: Infinity };
  for (const { value, said, lead, acts, first } of tallies) {
    whole.said += said;
    whole.lead += lead;
    whole.acts += acts;
    whole.mostSaid = Math.max(whole.mostSaid, said);
    whole.mostActs = Math.max(whole.mostActs, acts);
    ends.first = Math.min(ends.first, first);
    ends.latest = Math.max(ends.latest, value);
    ends.earliest = Math.min(ends.earliest, value);
  }
  return { ...whole, ...ends };
}

type Valued = Tally & { readonly value: number };
interface Whole {
  readonly choices: number;
  readonly said: number;
  readonly lead: number;
  readonly acts: number;
  readonly mostSaid: number;
  readonly mostActs: number;
  readonly first: number;
  readonly latest: number;
  readonly earliest: number;
}

function featuresOf({ grain }: Asked, tally: Valued, whole: Whole, back: number | null): FeatureList {
  const features = new FeatureList(64);
  const put = (template: number, value: number | boolean, kind = 0): void => {
    if (value !== 0 && value !== false)
      features.addValue(template, mix(template, GRAINS.indexOf(grain), kind, 0), Number(value));
  };
  put(D.bias, 1);
  put(D.published, tally.published);
  put(D.unsaid, tally.said === 0);
  put(D.back, 1, bucket(back));
  put(D.count, Math.log1p(tally.said));
  put(D.share, (2 * tally.said) / (whole.said || 1));
  put(D.leadShare, tally.lead / (whole.lead || 1));
  put(D.actShare, tally.acts / (whole.acts || 1));
  put(D.most, tally.said > 0 && tally.said === whole.mostSaid);
  put(D.actMost, tally.acts > 0 && tally.acts === whole.mostActs);
  put(D.first, tally.first === Infinity ? 0 : Math.log1p(tally.first) / 5);
  put(D.firstOf, tally.first !== Infinity && tally.first === whole.first);
  put(D.latest, tally.value === whole.latest);
  put(D.earliest, tally.value === whole.earliest);
  put(D.title, tally.title);
  put(D.lead, Math.log1p(tally.lead));
  put(D.acts, Math.log1p(tally.acts));
  put(D.actTimes, Math.log1p(tally.actTimes));
  put(D.firstAct, tally.firstAct);
  put(D.triggers, Math.log1p(tally.triggers));
  put(D.fine, Math.log1p(tally.fine));
  put(D.stretch, tally.stretch);
  put(D.only, whole.choices === 1);
  put(D.others, tally.published ? Math.log1p(whole.choices - 1) : 0);
  put(D.near, Math.log1p(tally.near));
  put(D.close, Math.log1p(tally.close));
  return features;
}

function backOf({ grain, year }: Asked, value: number, published: Dating): number | null {
  if (grain === 'year') return published.year - value;
  if (grain === 'month')
    return published.month === null || year === null ? null : (published.year - year) * 12 + published.month - value;
  return published.day === null ? null : published.day - value;
}

function bucket(back: number | null): number {
  if (back === null) return 99;
  if (back < 0) return 98;
  if (back < 4) return back;
  if (back < 8) return 4;
  if (back < 13) return 5;
  return back < 30 ? 6 : 7;
}

interface Tally {
  published: boolean;
  said: number;
  first: number;
  title: boolean;
  lead: number;
  acts: number;
  actTimes: number;
  firstAct: boolean;
  triggers: number;
  fine: number;
  stretch: boolean;
  /** How often a trigger stands within a few words. */
  near: number;
  /** How often it is a day within a week before publication. */
  close: number;
}

const NEAR = 8;

function tallyOf(matter: Matter, own: readonly Dating[]): Tally {
  const { sentenceOf, actsIn, triggers, titleEnd, leadEnd } = matter;
  const tally: Tally = {
    published: false,
    said: 0,
    first: Infinity,
    title: false,
    lead: 0,
    acts: 0,
    actTimes: 0,
    firstAct: false,
    triggers: 0,
    fine: 0,
    stretch: false,
    near: 0,
    close: 0,
  };
  for (const { at, day, stretch, acts, firstAct, recent } of own) {
    if (at < 0) {
      tally.published = true;
      continue;
    }
    const sentence = sentenceOf[at] ?? -1;
    tally.said += 1;
    tally.first = Math.min(tally.first, at);
    tally.title ||= at < titleEnd;
    tally.lead += at >= titleEnd && at < leadEnd ? 1 : 0;
    tally.acts += (actsIn[sentence] ?? 0) > 0 ? 1 : 0;
    tally.triggers += (triggers[sentence] ?? 0) > 0 ? 1 : 0;
    tally.actTimes += acts;
    tally.firstAct ||= firstAct;
    tally.fine += day === null ? 0 : 1;
    tally.stretch ||= stretch;
    if (isNear(matter, at)) tally.near += 1;
    if (recent) tally.close += 1;
  }
  return tally;
}

function isNear({ families, sentenceOf }: Matter, at: number): boolean {
  for (let beside = Math.max(0, at - NEAR); beside < at + NEAR; beside += 1)
    if ((families[beside] ?? 0) !== 0 && sentenceOf[beside] === sentenceOf[at]) return true;
  return false;
}
