import { shiftDay, shiftMonth } from '../../domain/calendar.ts';
import { whenBounds } from '../../domain/when.ts';
import { isAt, wordAt, type Found, type Step } from './date-points.ts';
import type { Atoms } from './date-atoms.ts';
import { amountAt, bareUnitAt, settled, unitValue } from './date-relative.ts';
import { monthOf, yearOf } from './date-values.ts';

type Value = string | null;

const DAY_UNIT = 1;

/**
 * "the following day", "that month", "two days later": counted from the date before in the text (`last`, EDTF) and marked
 * doubtful, `?`; without such a date, or where it is coarser than the step, the words have no value.
 */
export function followingAt(atoms: Atoms, at: number, last: Value): Found<Value> | undefined {
  const step = stepFrom(atoms, at);
  const unit = step === undefined ? undefined : unitAt(atoms, at + 1);
  const defined = isAt(atoms, at + 2, 'of');
  if (step !== undefined && unit !== undefined && unit <= 4 && !defined && !isAt(atoms, at + 1, 'many-units'))
    return { what: doubtful(stepped(last, unit, step)), next: at + 2 };
  const season = step === 0 ? atoms.words.seasons.get(wordAt(atoms, at + 1) ?? '') : undefined;
  if (season !== undefined) return { what: doubtful(seasonOf(last, season)), next: at + 2 };
  return laterAt(atoms, at, last);
}

const SEASON_BASE = 20;
const WINTER = 4;

/** "that summer": of the year of the date before; a winter lies in two years. */
function seasonOf(last: Value, season: number): Value {
  const bounds = last === null ? null : whenBounds(last);
  const year = bounds?.from.slice(0, 4);
  return year === undefined || year !== bounds?.to.slice(0, 4) || season === WINTER
    ? null
    : `${year}-${SEASON_BASE + season}`;
}

function stepFrom(atoms: Atoms, at: number): Step | undefined {
  if (isAt(atoms, at, 'following')) return 1;
  if (isAt(atoms, at, 'preceding')) return -1;
  if (isAt(atoms, at, 'same')) return 0;
  const told = isAt(atoms, at - 1, 'articles') || unitAt(atoms, at + 1) === DAY_UNIT;
  return told && isAt(atoms, at, 'next') ? 1 : undefined;
}

/** A morning or a night is that of its day. */
const unitAt = (atoms: Atoms, at: number): number | undefined =>
  isAt(atoms, at, 'parts-of-day') ? DAY_UNIT : atoms.words.units.get(wordAt(atoms, at) ?? '');

function stepped(last: Value, unit: number, step: Step): Value {
  const bounds = last === null ? null : whenBounds(last);
  if (bounds === null) return null;
  const { from, to } = bounds;
  const within = [from === to, from === to, from.slice(0, 7) === to.slice(0, 7), from.slice(0, 4) === to.slice(0, 4)];
  if (within[unit - 1] !== true) return null;
  return unit === DAY_UNIT ? shiftDay(from, step) : unitValue(from, unit, step);
}

function laterAt(atoms: Atoms, at: number, last: Value): Found<Value> | undefined {
  const led = isAt(atoms, at, 'passed');
  const amount = led ? (amountAt(atoms, at + 1) ?? bareUnitAt(atoms, at + 1)) : amountAt(atoms, at);
  if (amount === undefined || (!led && !isAt(atoms, amount.next, 'later'))) return undefined;
  const next = led ? amount.next : amount.next + 1;
  const bounds = last === null ? null : whenBounds(last);
  const { count, unit } = amount;
  if (bounds === null || count === undefined) return { what: null, next };
  const { from, to } = bounds;
  if (unit === DAY_UNIT && from === to) return { what: doubtful(shiftDay(from, count)), next };
  if (unit === 3 && from.slice(0, 7) === to.slice(0, 7))
    return { what: about(shiftMonth(yearOf(from), monthOf(from), count)), next };
  if (unit === 4 && from.slice(0, 4) === to.slice(0, 4))
    return { what: about(String(yearOf(from) + count).padStart(4, '0')), next };
  return { what: null, next };
}

const doubtful = (edtf: Value): Value => {
  if (edtf === null) return null;
  return settled(
    edtf
      .split('/')
      .map((end) => `${end}?`)
      .join('/'),
  );
};
const about = (edtf: string): Value => settled(`${edtf}%`);
