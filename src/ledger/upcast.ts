import { z } from 'zod';
import { PAYLOAD_SCHEMA, type DeedKind, type DeedPayload } from '../domain/deed.ts';
import type { DeedId } from '../domain/ids.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { fault, type DeedFault } from './deed-fault.ts';
import { PAYLOAD_SCHEMAS, deedIdSchema } from './payload-schema.ts';

/** Makes of a payload of one schema a payload of the next. What is on the disk stays as it is (MECHANICS, Deeds and the fold). */
type Lift = (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** For each kind the steps up from schema 1, in order; a kind whose shape did not change has an identity step. */
const UPCAST = {
  open: [],
  member: [],
  ingest: [],
  'found-again': [],
  derive: [],
  accept: [],
  record: [],
  reject: [],
  status: [],
  adopt: [],
  judge: [],
  mark: [],
  hold: [],
  'take-back': [],
  read: [],
  release: [],
} as const satisfies Record<DeedKind, readonly Lift[]>;

const stored = z.looseObject({ schema: z.number().int().positive(), id: z.unknown() });

/** From the JSON of a payload, of this schema or an older one, to the payload the fold knows (SPEC L5). */
export function lift(
  kind: DeedKind,
  json: unknown,
): Outcome<{ readonly id: DeedId; readonly payload: DeedPayload }, DeedFault> {
  const whole = stored.safeParse(json);
  if (!whole.success) return fault('payload', 'its payload says no schema');
  const { schema, id, ...rest } = whole.data;
  if (schema > PAYLOAD_SCHEMA) return fault('newer', `its payload is of schema ${schema}`);
  const steps: readonly Lift[] = UPCAST[kind].slice(schema - 1);
  const lifted = steps.reduce<Readonly<Record<string, unknown>>>((payload, step) => step(payload), rest);
  const payload = PAYLOAD_SCHEMAS[kind].safeParse(lifted);
  const deed = deedIdSchema.safeParse(id);
  if (!payload.success || !deed.success || payload.data.kind !== kind) {
    return fault('payload', `its payload is not what a deed of kind ${kind} has`);
  }
  return done({ id: deed.data, payload: payload.data });
}
