import { shiftDay, shiftMonth } from '../../domain/calendar.ts';
import { whenBounds } from '../../domain/when.ts';
import { isAt, wordAt, type Found, type Step } from './date-points.ts';
import type { Atoms } from './date-atoms.ts';
import { amountAt, settled, unitValue } from './date-relative.ts';
import { monthOf, yearOf } from './date-values.ts';

type Value = string | null;

const DAY_UNIT = 1;

/**
 * "the following day", "that month", "two days later": counted from the date before in the text (`last`, EDTF) and marked
 * doubtful, `?`; without such a date, or where it is coarser than the step, the words have no value.
 */
export function followingAt(atoms: Atoms, at: number, last: Value): Found<Value> | undefined {
  const step = stepFrom(atoms, at);
  const unit = step === undefined ? undefined : atoms.words.units.get(wordAt(atoms, at + 1) ?? '');
  if (step !== undefined && unit !== undefined && unit <= 4 && !isAt(atoms, at + 1, 'many-units'))
    return { what: doubtful(stepped(last, unit, step)), next: at + 2 };
  return laterAt(atoms, at, last);
}

function stepFrom(atoms: Atoms, at: number): Step | undefined {
  if (isAt(atoms, at, 'following')) return 1;
  if (isAt(atoms, at, 'preceding')) return -1;
  if (isAt(atoms, at, 'same')) return 0;
  const dayAfter = isAt(atoms, at, 'next') && atoms.words.units.get(wordAt(atoms, at + 1) ?? '') === DAY_UNIT;
  return dayAfter ? 1 : undefined;
}

function stepped(last: Value, unit: number, step: Step): Value {
  const bounds = last === null ? null : whenBounds(last);
  if (bounds === null) return null;
  const { from, to } = bounds;
  const within = [from === to, from === to, from.slice(0, 7) === to.slice(0, 7), from.slice(0, 4) === to.slice(0, 4)];
  if (within[unit - 1] !== true) return null;
  return unit === DAY_UNIT ? shiftDay(from, step) : unitValue(from, unit, step);
}

function laterAt(atoms: Atoms, at: number, last: Value): Found<Value> | undefined {
  const amount = amountAt(atoms, at);
  if (amount === undefined || !isAt(atoms, amount.next, 'later')) return undefined;
  const next = amount.next + 1;
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
