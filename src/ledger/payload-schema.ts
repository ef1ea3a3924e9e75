import { z } from 'zod';
import { CLAIM_STATUSES, LINK_KINDS, type Claim } from '../domain/claim.ts';
import type { Count } from '../domain/count.ts';
import { JUDGEMENTS, type DeedKind, type DeedPayload } from '../domain/deed.ts';
import * as ids from '../domain/ids.ts';
import { PROPOSAL_KINDS } from '../domain/proposal.ts';
import { RECORD_KINDS } from '../domain/record.ts';
import { AUDIENCES, SENSITIVITIES } from '../domain/sensitivity.ts';
import type { Attestation } from '../domain/span.ts';

/** The payload of one kind of deed. */
export type PayloadOf<Kind extends DeedKind> = DeedPayload extends infer Each
  ? Each extends { readonly kind: infer Kinds }
    ? Kind extends Kinds
      ? Each
      : never
    : never
  : never;

const text = z.string();
const whole = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sourceId = text.refine((id) => ids.isHashedId(id, 'src')).transform(ids.sourceId);
const textId = text.refine((id) => ids.isHashedId(id, 'txt')).transform(ids.textId);
const proposalId = text.refine((id) => ids.isHashedId(id, 'prp')).transform(ids.proposalId);
const recordId = text.refine(ids.isUuid).transform(ids.recordId);
const claimId = text.refine(ids.isUuid).transform(ids.claimId);
const actorName = text.refine(ids.isActorName).transform(ids.actorName);
export const deedIdSchema = text.refine(ids.isUuid).transform(ids.deedId);

const span = z
  .strictObject({ start: whole, end: whole, text })
  .refine((s) => s.end > s.start && s.text.length === s.end - s.start);
const attestation = z.strictObject({ source: sourceId, text: textId, span }) satisfies z.ZodType<Attestation>;

const count = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['exactly', 'only', 'more-than', 'at-least', 'less-than', 'at-most', 'about', 'nearly']),
    n: z.number(),
  }),
  z.strictObject({ kind: z.literal('between'), low: z.number(), high: z.number() }),
  z.strictObject({
    kind: z.literal('vague'),
    word: z.enum(['several', 'dozens', 'scores', 'hundreds', 'thousands', 'many-more']),
  }),
]) satisfies z.ZodType<Count>;

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('code'), code: text }),
  z.strictObject({ kind: z.literal('count'), count }),
  z.strictObject({ kind: z.literal('when'), edtf: text }),
  z.strictObject({ kind: z.literal('record'), record: recordId }),
]);
const link = z.strictObject({ kind: z.enum(LINK_KINDS), to: recordId, words: attestation.nullable() });
const claimBase = { id: claimId, record: recordId, field: text, value, chain: z.array(link) };
const claim = z.discriminatedUnion('basis', [
  z.strictObject({
    ...claimBase,
    basis: z.enum(['words', 'inferred']),
    attestedBy: z.tuple([attestation], attestation),
  }),
  z.strictObject({ ...claimBase, basis: z.literal('finding'), attestedBy: z.tuple([]), reason: text }),
]) satisfies z.ZodType<Claim>;

const sensitivity = z.enum(SENSITIVITIES);
const tool = z.strictObject({ name: text, version: text, options: text });
const derived = { kind: z.literal('derive'), source: sourceId, tool };
const recording = z.strictObject({
  kind: z.enum(['accept', 'record']),
  proposal: proposalId.nullable(),
  reader: text.nullable(),
  anchors: z.array(attestation),
  made: z.array(z.strictObject({ id: recordId, kind: z.enum(RECORD_KINDS), named: text.nullable() })),
  claims: z.array(claim),
  marks: z.array(z.strictObject({ person: recordId, sensitivity })),
  amended: text.nullable(),
});

/** What each kind of deed must look like when it comes back from the disk (DESIGN rule 5): nothing more, nothing less. */
export const PAYLOAD_SCHEMAS = {
  open: z.strictObject({ kind: z.literal('open'), name: text }),
  member: z.strictObject({ kind: z.literal('member'), name: actorName, publicKey: sha256 }),
  ingest: z.strictObject({
    kind: z.literal('ingest'),
    source: sourceId,
    sha256,
    bytes: whole,
    mediaType: text,
    blob: text,
    foundAt: text,
  }),
  'found-again': z.strictObject({ kind: z.literal('found-again'), source: sourceId, foundAt: text }),
  derive: z.union([
    z.strictObject({
      ...derived,
      text: textId,
      sha256,
      units: whole,
      blob: text,
      pages: text.nullable(),
      title: text.nullable(),
    }),
    z.strictObject({ ...derived, text: z.null(), unread: text }),
  ]),
  accept: recording,
  record: recording,
  reject: z.strictObject({
    kind: z.literal('reject'),
    proposal: proposalId,
    of: z.enum(PROPOSAL_KINDS),
    reader: text,
    anchors: z.array(attestation),
    reason: text.nullable(),
  }),
  status: z.strictObject({
    kind: z.literal('status'),
    record: recordId,
    claim: claimId,
    to: z.enum(CLAIM_STATUSES),
    reason: text,
  }),
  adopt: z.strictObject({ kind: z.literal('adopt'), record: recordId, claim: claimId, reason: text }),
  judge: z.strictObject({
    kind: z.literal('judge'),
    of: z.enum(['person', 'source', 'figure']),
    a: text,
    b: text,
    judgement: z.enum(JUDGEMENTS),
    reason: text,
  }),
  mark: z.strictObject({ kind: z.literal('mark'), person: recordId, sensitivity, reason: text }),
  hold: z.strictObject({
    kind: z.literal('hold'),
    cited: recordId,
    state: z.enum(['sought', 'held', 'unobtainable']),
    source: sourceId.nullable(),
    reason: text.nullable(),
  }),
  'take-back': z.strictObject({ kind: z.literal('take-back'), deed: deedIdSchema, reason: text }),
  read: z.strictObject({ kind: z.literal('read'), source: sourceId, how: z.enum(['download', 'page']) }),
  release: z.strictObject({
    kind: z.literal('release'),
    profile: text,
    audience: z.enum(AUDIENCES),
    files: z.array(z.strictObject({ name: text, sha256 })),
    withheld: whole,
  }),
} as const satisfies { readonly [Kind in DeedKind]: z.ZodType<PayloadOf<Kind>> };
