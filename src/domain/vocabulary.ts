/** Closed lists of codes. Labels of the reader are those of the annotation guidelines; ESF codes come with the whole schema. */

export const VIOLATIONS = [
  'killing',
  'death-in-custody',
  'torture',
  'ill-treatment',
  'sexual-violence',
  'arbitrary-detention',
  'arrest',
  'enforced-disappearance',
  'abduction',
  'unfair-trial',
  'conviction',
  'threat',
  'assault',
  'attack-on-property',
  'harassment',
  'denial-of-medical-care',
  'dispersal-of-assembly',
  'other',
] as const;
export type Violation = (typeof VIOLATIONS)[number];

export const MODALITIES = ['asserted', 'alleged', 'denied', 'threatened'] as const;
export type Modality = (typeof MODALITIES)[number];

export const ABOUTS = [
  'killed',
  'died',
  'tortured',
  'injured',
  'detained',
  'arrested',
  'disappeared',
  'abducted',
  'charged',
  'convicted',
  'acquitted',
  'released',
  'displaced',
  'attacked',
  'threatened',
  'participating',
  'other',
] as const;
export type About = (typeof ABOUTS)[number];

export const STANDINGS = ['alleged', 'charged', 'recognised', 'confirmed', 'plain'] as const;
/** In what standing a count is given: alleged by somebody, charged, recognised or confirmed by a body, or plainly stated. */
export type Standing = (typeof STANDINGS)[number];

export const UNITS = ['person', 'act', 'organization', 'other'] as const;
export type Unit = (typeof UNITS)[number];

export const VOICES = ['direct', 'mixed', 'indirect'] as const;
/** How a statement gives a voice's words. */
export type VoiceManner = (typeof VOICES)[number];

export const COMPARATORS = [
  'exactly',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'about',
  'only',
  'range',
  'vague',
] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const MENTION_KINDS = ['person', 'organization', 'place', 'group', 'role', 'date'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** ESF MT-24 degree of involvement, reduced; `made-to-act` is our local code for a person coerced into an act. */
export const INVOLVEMENT_DEGREES = [
  'direct',
  'ordered',
  'assisted',
  'failed-to-prevent',
  'made-to-act',
  'unknown',
] as const;
export type InvolvementDegree = (typeof INVOLVEMENT_DEGREES)[number];

export const PROCEEDING_STEPS = [
  'complaint',
  'investigation-refused',
  'investigation-opened',
  'detained',
  'charged',
  'tried',
  'convicted',
  'sentenced',
  'appealed',
  'quashed',
  'acquitted',
  'acquitted-posthumously',
  'pardoned',
  'recognised-as-victim',
  'victim-status-refused',
  'final-decision',
  'compensated',
  'compensation-refused',
] as const;
export type ProceedingStep = (typeof PROCEEDING_STEPS)[number];

export const PROCEEDING_ROLES = ['accused', 'victim', 'alleged-perpetrator'] as const;
export type ProceedingRole = (typeof PROCEEDING_ROLES)[number];

export const INTERVENTION_STAGES = [
  'demanded',
  'announced',
  'ordered',
  'opened',
  'refused',
  'suspended',
  'resumed',
  'closed',
] as const;
export type InterventionStage = (typeof INTERVENTION_STAGES)[number];

export const PERSON_KINDS = ['individual', 'group', 'body'] as const;
/** ESF counting unit; `body` is an organization or authority that speaks or acts. */
export type PersonKind = (typeof PERSON_KINDS)[number];

/** A code in plain letters: "arbitrary detention". */
export const codeWords = (code: string): string => code.replaceAll('-', ' ');
