const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment of the ledger (UTC, ISO 8601) as this reader's clock has it. */
export const momentWords = (at: string): string => MOMENT.format(new Date(at));
export const dayWords = (at: string): string => DAY.format(new Date(at));
