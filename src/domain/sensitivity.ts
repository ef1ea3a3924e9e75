export const SENSITIVITIES = ['public-role', 'restricted', 'protected', 'sealed'] as const;
/** How much a person or voice must be guarded (Murad Code); anything unsaid is `restricted`. */
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const AUDIENCES = ['team', 'public'] as const;
/** For whom something leaves the program. */
export type Audience = (typeof AUDIENCES)[number];

export type Showing = 'name' | 'pseudonym';

/** Who may see whom: audience × sensitivity, default deny (DESIGN, Who may see whom). */
export const MAY_SEE = {
  team: { 'public-role': 'name', restricted: 'name', protected: 'pseudonym', sealed: 'pseudonym' },
  public: { 'public-role': 'name', restricted: 'pseudonym', protected: 'pseudonym', sealed: 'pseudonym' },
} as const satisfies Record<Audience, Record<Sensitivity, Showing>>;

/** In what quality a person comes into the register; decides the sensitivity from the first day. */
export const CAPACITIES = [
  'informant',
  'minor',
  'victim-of-sexual-violence',
  'victim',
  'accused',
  'commenter',
  'official',
  'body',
  'group',
  'other',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const DEFAULT_SENSITIVITY = {
  informant: 'sealed',
  minor: 'protected',
  'victim-of-sexual-violence': 'protected',
  victim: 'restricted',
  accused: 'restricted',
  commenter: 'restricted',
  official: 'public-role',
  body: 'public-role',
  group: 'public-role',
  other: 'restricted',
} as const satisfies Record<Capacity, Sensitivity>;

const RANK = { 'public-role': 0, restricted: 1, protected: 2, sealed: 3 } as const satisfies Record<
  Sensitivity,
  number
>;

/** Of two, the one that guards more. */
export const stricter = (a: Sensitivity, b: Sensitivity): Sensitivity => (RANK[a] >= RANK[b] ? a : b);

/** Names under the second key: never in an ordinary table or index. */
export const underSecondKey = (sensitivity: Sensitivity): boolean =>
  sensitivity === 'protected' || sensitivity === 'sealed';
