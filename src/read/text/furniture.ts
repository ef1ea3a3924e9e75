import { fullDateAt } from './full-date.ts';
import { wordsOfAll } from '../language-data.ts';
import type { Range } from './lines.ts';
import type { Token } from '../passes.ts';

/** Page furniture: what stands on a page and is not its text. One rule a kind of it; each says its name as the reason. */
export interface Line extends Range {
  readonly tokens: readonly Token[];
  /** Small letters, straight apostrophes, single spaces, no marks at the ends; empty for long blocks. */
  readonly plain: string;
}

/** No furniture but a cookie notice or a form is longer. */
const LONGEST = 320;
const EDGES = /^[^\p{L}\p{N}©@]+|[^\p{L}\p{N}]+$/gu;

export function lineOf(text: string, range: Range, tokens: readonly Token[]): Line {
  const short = range.end - range.start <= LONGEST;
  const plain = short
    ? text.slice(range.start, range.end).toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').replace(EDGES, '')
    : '';
  return { ...range, tokens, plain };
}

const setOf = (name: string): ReadonlySet<string> =>
  new Set(wordsOfAll('furniture', name).map((phrase) => phrase.replaceAll('’', "'")));
const SHARE = setOf('share');
const SHARE_WORDS = new Set([...SHARE].flatMap((phrase) => phrase.split(' ')));
const COMMENTS = setOf('comments');
const COMMENTS_OPEN = setOf('comments-open');
const NAVIGATION = setOf('navigation');
const NAVIGATION_LEADS = setOf('navigation-leads');
const CATEGORIES = setOf('categories');
const LEGAL = setOf('legal');
const CREDIT = setOf('credit');
const CREDIT_MARKS = wordsOfAll('furniture', 'credit-marks');
const BYLINE = setOf('byline');
const DATELINE = setOf('dateline');
const TIME_WORDS = setOf('time-words');
const SHARE_ENDS = setOf('share-ends');
const PAGE = setOf('page');
const PAGE_OF = setOf('page-of');

const MOST_WORDS_OF_A_LEAD = 5;

/** The longest phrase of a set with which a line begins, and what follows it. */
function leadOf(
  line: Line,
  phrases: ReadonlySet<string>,
): { readonly phrase: string; readonly rest: string } | undefined {
  const words = line.plain.split(/[ :]/, MOST_WORDS_OF_A_LEAD + 1);
  let [end, found] = [0, ''];
  for (const word of words.slice(0, MOST_WORDS_OF_A_LEAD)) {
    end += word.length;
    const phrase = line.plain.slice(0, end);
    if (phrases.has(phrase)) found = phrase;
    end += 1;
  }
  return found === '' ? undefined : { phrase: found, rest: line.plain.slice(found.length) };
}

const wordCount = (line: Line): number => line.tokens.filter((token) => token.shape !== 'mark').length;
const lowerCount = (line: Line): number => line.tokens.filter((token) => token.shape === 'lower').length;
const endsSentence = (line: Line): boolean => ['.', '!', '?', '…'].includes(line.tokens.at(-1)?.text ?? '');
const isSentence = (line: Line): boolean => endsSentence(line) && wordCount(line) >= 5;

type Rule = (line: Line) => boolean;

const RULES = {
  'no words': (line) => line.tokens.every((token) => token.shape === 'mark' || token.shape === 'number'),
  dateline: (line) => datelineOf(line) !== undefined,
  'share counter': (line) => SHARE.has(line.plain) || isCounter(line) || onlyWords(line, SHARE_WORDS),
  'page number': isPageNumber,
  'comment form': (line) => {
    const lead = leadOf(line, COMMENTS);
    return lead !== undefined && (lead.rest === '' || lead.phrase.split(' ').length >= 3);
  },
  'comments heading': (line) => isCommentsHeading(line),
  navigation: (line) => {
    if (NAVIGATION.has(line.plain) || isTrail(line)) return true;
    const lead = leadOf(line, NAVIGATION_LEADS);
    return lead !== undefined && wordCount(line) <= 30 && (lead.rest.startsWith(':') || !isSentence(line));
  },
  categories: (line) => {
    const lead = leadOf(line, CATEGORIES);
    return lead !== undefined && (lead.rest === '' || lead.rest.startsWith(':') || lead.phrase.includes(' '));
  },
  legal: isLegal,
  credit: isCredit,
  byline: (line) => {
    const lead = leadOf(line, BYLINE);
    return lead !== undefined && wordCount(line) <= 12 && !endsSentence(line) && lowerCount(line) <= 2;
  },
} as const satisfies Record<string, Rule>;

/** Why a line is furniture; undefined when it is text. */
export function furnitureReason(line: Line): string | undefined {
  if (line.end - line.start > LONGEST) return undefined;
  for (const [why, rule] of Object.entries<Rule>(RULES)) if (rule(line)) return why;
  return undefined;
}

/** "12 Comments", "Comments (3)", "Readers’ comments". */
export function isCommentsHeading(line: Line): boolean {
  if (wordCount(line) > 4) return false;
  return COMMENTS_OPEN.has(line.plain.replace(/^\d+ | ?[([]?\d+$/g, '').trim());
}

function isCounter(line: Line): boolean {
  const match = /^[\d.,]+[km]? (.+)$/.exec(line.plain);
  return match !== null && SHARE_ENDS.has(match[1] ?? '');
}

const onlyWords = (line: Line, words: ReadonlySet<string>): boolean =>
  line.plain !== '' && line.plain.split(' ').every((word) => words.has(word) || /^[\d.,]+[km]?$/.test(word));

function isPageNumber(line: Line): boolean {
  const words = line.plain.split(/[ ./]+/);
  if (!PAGE.has(words[0] ?? '') || words.length < 2 || words.length > 4) return false;
  return words.slice(1).every((word) => /^\d{1,5}$/.test(word) || PAGE_OF.has(word));
}

/** Home > News > World */
const isTrail = (line: Line): boolean =>
  wordCount(line) <= 12 &&
  line.tokens.filter((token) => token.text === '>' || token.text === '›' || token.text === '»').length >= 2;

function isLegal(line: Line): boolean {
  const lead = leadOf(line, LEGAL);
  if (lead !== undefined && (lead.rest === '' || lead.phrase.includes(' ') || /^ ?[©\d(]/.test(lead.rest))) return true;
  if (line.tokens[0]?.text === '©') return true;
  return (
    line.plain.includes('all rights reserved') ||
    (/\bcookies?\b/.test(line.plain) && /\b(?:accept|consent|policy|settings|preferences)\b/.test(line.plain))
  );
}

function isCredit(line: Line): boolean {
  const words = wordCount(line);
  const lead = leadOf(line, CREDIT);
  if (lead !== undefined && words <= 25 && !isSentence(line)) {
    if (/^ ?[:/|©]/.test(lead.rest) || lead.phrase.includes(' ')) return true;
  }
  return (
    words <= 9 && lowerCount(line) <= 3 && !endsSentence(line) && CREDIT_MARKS.some((mark) => line.plain.includes(mark))
  );
}

const CLOCK = /^\d{1,2}(?:[:.]\d{2}){1,2}(?:am|pm)?$/;
const LONGEST_DATELINE = 18;

interface Dateline {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

/** A line that is a date and what goes with dates: "Published: 11 January 2022, 10:30". */
export function datelineOf(line: Line): Dateline | undefined {
  if (line.tokens.length > LONGEST_DATELINE) return undefined;
  const lead = leadOf(line, DATELINE);
  for (let at = 0; at < line.tokens.length; at += 1) {
    const date = fullDateAt(line.tokens, at);
    const [first, last] = [line.tokens[at], line.tokens[(date?.next ?? 0) - 1]];
    if (date === undefined || first === undefined || last === undefined) continue;
    const rest = [...line.tokens.slice(0, at), ...line.tokens.slice(date.next)];
    const words = new Set(lead?.phrase.split(' '));
    const named = lead !== undefined && date.next === line.tokens.length;
    if (!named && !rest.every((token) => isBesideDate(token, words))) return undefined;
    return { edtf: date.edtf, start: first.start, end: last.end };
  }
  return undefined;
}

const isBesideDate = (token: Token, words: ReadonlySet<string>): boolean =>
  token.shape === 'mark' ||
  CLOCK.test(token.lower) ||
  TIME_WORDS.has(token.lower) ||
  words.has(token.lower) ||
  /^\d{1,2}$/.test(token.text);

const MOST_BEFORE_DATE = 10;
const MOST_AFTER_DATE = 10;

/** The head of a page that names a paper, a document or a place beside its day: "Straits Portal, 14 March 2023". */
export function mastheadOf(line: Line): Dateline | undefined {
  for (const [at, first] of line.tokens.slice(0, MOST_BEFORE_DATE).entries()) {
    const date = fullDateAt(line.tokens, at);
    const last = line.tokens[(date?.next ?? 0) - 1];
    if (date !== undefined && last !== undefined) {
      const after = line.tokens.slice(date.next);
      const told = at === 0 && after.some((token) => token.shape === 'lower');
      const apart = !told && (after.length === 0 || after.slice(0, 2).some((token) => token.shape === 'mark'));
      const day = date.edtf.length === DAY_LENGTH;
      return day && apart && after.length <= MOST_AFTER_DATE
        ? { edtf: date.edtf, start: first.start, end: last.end }
        : undefined;
    }
    if (first.shape === 'lower') return undefined;
  }
  return undefined;
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;
