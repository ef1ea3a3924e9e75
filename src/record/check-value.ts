import type { ClaimValue } from '../domain/claim.ts';
import { countBounds } from '../domain/count.ts';
import type { Problem } from '../domain/problem.ts';
import { codesOf } from '../domain/field-codes.ts';
import { fieldOf, type RecordKind, type ValueKind } from '../domain/record.ts';
import { whenBounds } from '../domain/when.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';

const TAKES = {
  text: 'text',
  code: 'code',
  count: 'count',
  when: 'when',
  person: 'record',
  event: 'record',
  act: 'record',
  figure: 'record',
} as const satisfies Record<ValueKind, ClaimValue['kind']>;

/** Does this value fit the field? Dates must be EDTF, codes of their list, counts whole and not negative (SPEC A5). */
export function checkValue(kind: RecordKind, name: string, value: ClaimValue): Outcome<ClaimValue, Problem> {
  const field = fieldOf(kind, name);
  if (field === undefined) return refuse({ kind: 'bad-field', record: kind, field: name });
  const bad = (why: string): Outcome<ClaimValue, Problem> => refuse({ kind: 'bad-value', field: name, why });
  if (TAKES[field.holds] !== value.kind) return bad(`it takes a ${field.holds}, not a ${value.kind}`);
  if (value.kind === 'text' && value.text.trim() === '') return bad('it is empty');
  if (value.kind === 'when' && whenBounds(value.edtf) === null) return bad(`“${value.edtf}” is not a date (EDTF)`);
  if (value.kind === 'code' && !codesOf(kind, name).includes(value.code))
    return bad(`“${value.code}” is not in its list`);
  if (value.kind === 'count') {
    const { low, high } = countBounds(value.count);
    if (!Number.isInteger(low) || low < 0 || high < low) return bad('a count is a whole number from 0 up');
  }
  return done(value);
}
