import type { Line } from './furniture.ts';

/** The head of a message as mail programs write it (RFC 5322 field names, and those of forwarded messages). */
const FIELDS = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'sent',
  'subject',
  'reply-to',
  'message-id',
  'от',
  'кому',
  'копия',
  'дата',
  'тема',
  'отправлено',
]);
const SUBJECT = new Set(['subject', 'тема']);
const FEWEST = 2;

const fieldOf = (line: Line): string | undefined => {
  const [name, colon] = line.tokens;
  return name !== undefined && colon?.text === ':' && FIELDS.has(name.lower) ? name.lower : undefined;
};

export interface MailHead {
  /** How many lines, from the first, are the head. */
  readonly lines: number;
  /** Where the subject's words are, or null. */
  readonly subject: { readonly start: number; readonly end: number } | null;
}

/** The mail head at the beginning of a text; null where fewer than two fields stand there. */
export function mailHead(lines: readonly Line[]): MailHead | null {
  let count = 0;
  while (lines[count] !== undefined && fieldOf(lines[count] ?? EMPTY) !== undefined) count += 1;
  if (count < FEWEST) return null;
  const subject = lines.slice(0, count).find((line) => SUBJECT.has(fieldOf(line) ?? ''));
  const first = subject?.tokens[2];
  return { lines: count, subject: subject && first ? { start: first.start, end: subject.end } : null };
}

const EMPTY: Line = { start: 0, end: 0, tokens: [], plain: '' };
