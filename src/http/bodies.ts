import { z } from '@hono/zod-openapi';
import { CLAIM_STATUSES, type ClaimValue } from '../domain/claim.ts';
import { VAGUE_FLOOR, type Count, type VagueWord } from '../domain/count.ts';
import { JUDGEMENTS } from '../domain/deed.ts';
import { recordId, isUuid } from '../domain/ids.ts';
import { RECORD_KINDS } from '../domain/record.ts';
import { AUDIENCES, SENSITIVITIES } from '../domain/sensitivity.ts';
import type {
  AcceptBody,
  AdoptBody,
  ClaimBody,
  HoldBody,
  JudgeBody,
  MarkBody,
  RecordBody,
  RejectBody,
  StatusBody,
} from './api-bodies.ts';

const n = z.number().int().min(0).max(1e12);
const VAGUE = Object.keys(VAGUE_FLOOR) as [VagueWord, ...VagueWord[]];
const count: z.ZodType<Count> = z.union([
  z.strictObject({
    kind: z.enum(['exactly', 'only', 'more-than', 'at-least', 'less-than', 'at-most', 'about', 'nearly']),
    n,
  }),
  z.strictObject({ kind: z.literal('between'), low: n, high: n }),
  z.strictObject({ kind: z.literal('vague'), word: z.enum(VAGUE) }),
]);
const text = z.string().min(1).max(20_000);
const value: z.ZodType<ClaimValue> = z.union([
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('code'), code: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('count'), count }),
  z.strictObject({ kind: z.literal('when'), edtf: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('record'), record: z.string().refine(isUuid).transform(recordId) }),
]);
const offset = z.number().int().min(0).max(1e9);
const range = z.object({ start: offset, end: offset });
const span = z.strictObject({ start: offset, end: offset, text: z.string() });
const id = z.string().min(1).max(80);
const field = z.string().min(1).max(40);
const reason = z.string().max(2000);
const saidBy = z.union([z.strictObject({ person: id }), z.strictObject({ name: text, words: range })]).optional();
const namedIn = z.strictObject({ kind: z.literal('named'), proposal: id, name: text });

/** The door: what comes in is unknown until it has passed here; each schema is tied to the page's type. */
export const acceptBody = z.strictObject({
  changes: z
    .array(
      z.strictObject({ field, value: z.union([value, namedIn]).nullable(), words: z.array(span).max(50).optional() }),
    )
    .max(50)
    .optional(),
}) satisfies z.ZodType<AcceptBody>;
export const rejectBody = z.strictObject({ reason: reason.optional() }) satisfies z.ZodType<RejectBody>;
export const recordBody = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  text: id,
  fields: z.array(z.strictObject({ field, value, words: z.array(range).max(50) })).max(50),
  saidBy,
}) satisfies z.ZodType<RecordBody>;
export const claimBody = z.strictObject({
  record: id,
  text: id,
  field,
  value,
  words: z.array(range).max(50),
  saidBy,
}) satisfies z.ZodType<ClaimBody>;
export const statusBody = z.strictObject({
  record: id,
  to: z.enum(CLAIM_STATUSES),
  reason,
}) satisfies z.ZodType<StatusBody>;
export const adoptBody = z.strictObject({ record: id, reason }) satisfies z.ZodType<AdoptBody>;
export const judgeBody = z.strictObject({
  of: z.enum(['person', 'source', 'figure']),
  a: id,
  b: id,
  judgement: z.enum(JUDGEMENTS),
  reason,
}) satisfies z.ZodType<JudgeBody>;
export const markBody = z.strictObject({ sensitivity: z.enum(SENSITIVITIES), reason }) satisfies z.ZodType<MarkBody>;
export const holdBody = z.strictObject({
  state: z.enum(['sought', 'held', 'unobtainable']),
  source: id.optional(),
  reason: reason.optional(),
}) satisfies z.ZodType<HoldBody>;
export const takeBackBody = z.strictObject({ reason });
export const sessionBody = z.strictObject({ token: z.string().min(1).max(200) });
export const unlockBody = z.strictObject({ passphrase: z.string().max(1000) });
export const releaseBody = z.strictObject({ format: z.enum(['csv', 'jsonl', 'dossier']), audience: z.enum(AUDIENCES) });
export const nothing = z.strictObject({});
