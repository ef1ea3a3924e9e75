import type { ClaimValue } from '../domain/claim.ts';
import { countBounds } from '../domain/count.ts';
import type { Problem } from '../domain/problem.ts';
import type { Field, ValueKind } from '../domain/record.ts';
import {
  ABOUTS,
  INTERVENTION_STAGES,
  INVOLVEMENT_DEGREES,
  MODALITIES,
  PERSON_KINDS,
  PROCEEDING_ROLES,
  PROCEEDING_STEPS,
  STANDINGS,
  UNITS,
  VIOLATIONS,
  VOICES,
} from '../domain/vocabulary.ts';
import { whenBounds } from '../domain/when.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';

/** Which codes a field takes; a field that is not here takes free text in its own words. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  violation: VIOLATIONS,
  modality: MODALITIES,
  unit: UNITS,
  about: ABOUTS,
  standing: STANDINGS,
  manner: VOICES,
  kind: PERSON_KINDS,
  degree: INVOLVEMENT_DEGREES,
  step: PROCEEDING_STEPS,
  role: PROCEEDING_ROLES,
  stage: INTERVENTION_STAGES,
};

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
export function checkValue(name: string, field: Field, value: ClaimValue): Outcome<ClaimValue, Problem> {
  const bad = (why: string): Outcome<ClaimValue, Problem> => refuse({ kind: 'bad-value', field: name, why });
  if (TAKES[field.holds] !== value.kind) return bad(`it takes a ${field.holds}, not a ${value.kind}`);
  if (value.kind === 'text' && value.text.trim() === '') return bad('it is empty');
  if (value.kind === 'when' && whenBounds(value.edtf) === null) return bad(`“${value.edtf}” is not a date (EDTF)`);
  if (value.kind === 'code' && !(CODES[name]?.includes(value.code) ?? true))
    return bad(`“${value.code}” is not in its list`);
  if (value.kind === 'count') {
    const { low, high } = countBounds(value.count);
    if (!Number.isInteger(low) || low < 0 || high < low) return bad('a count is a whole number from 0 up');
  }
  return done(value);
}
