import type { RecordKind } from './record.ts';
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
  type InterventionStage,
  type InvolvementDegree,
  type ProceedingRole,
  type ProceedingStep,
} from './vocabulary.ts';

interface Lists {
  readonly [field: `${RecordKind}.${string}`]: readonly string[];
  readonly 'involvement.degree': readonly InvolvementDegree[];
  readonly 'proceeding.step': readonly ProceedingStep[];
  readonly 'proceeding.role': readonly ProceedingRole[];
  readonly 'intervention.stage': readonly InterventionStage[];
}

/** The codes that each coded field may hold (HURIDOCS micro-thesauri with our short labels); the page's forms offer the same. */
const FIELD_CODES: Lists = {
  'person.kind': PERSON_KINDS,
  'person.sex': ['female', 'male', 'other'],
  'person.age-group': ['child', 'adult', 'elder'],
  'act.violation': VIOLATIONS,
  'act.modality': MODALITIES,
  'involvement.degree': INVOLVEMENT_DEGREES,
  'statement.manner': VOICES,
  'figure.unit': UNITS,
  'figure.about': ABOUTS,
  'figure.standing': STANDINGS,
  'proceeding.step': PROCEEDING_STEPS,
  'proceeding.role': PROCEEDING_ROLES,
  'intervention.stage': INTERVENTION_STAGES,
};

/** The list of a coded field; empty for any other. */
export const codesOf = (kind: RecordKind, field: string): readonly string[] => FIELD_CODES[`${kind}.${field}`] ?? [];
