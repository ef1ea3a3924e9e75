import type { Brand } from '../kit/brand.ts';

/** `src_` + 128 bits in base32: HMAC(idKey, 'source' ‖ sha256), so no id can be computed from bytes without the case key (MECHANICS, Ids). */
export type SourceId = Brand<string, 'SourceId'>;
/** `txt_` + 128 bits in base32, over the text's UTF-8. */
export type TextId = Brand<string, 'TextId'>;
/** UUIDv7 of a record of the register. */
export type RecordId = Brand<string, 'RecordId'>;
/** UUIDv7 of one claim. */
export type ClaimId = Brand<string, 'ClaimId'>;
/** UUIDv7 of one deed. */
export type DeedId = Brand<string, 'DeedId'>;
/** `prp_` + 128 bits in base32: a hash of text id, kind, anchor spans and proposed values; the same words read alike give the same id. */
export type ProposalId = Brand<string, 'ProposalId'>;
/** The name a member of the case works under: a pseudonym, never an account name of the machine. */
export type ActorName = Brand<string, 'ActorName'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const HASHED = /^(src|txt|prp)_[a-z2-7]{26}$/;

function checked(text: string, form: RegExp, what: string): string {
  if (!form.test(text)) throw new RangeError(`not a ${what}: ${text.slice(0, 60)}`);
  return text;
}

export const isUuid = (text: string): boolean => UUID.test(text);
export const isHashedId = (text: string, prefix: 'src' | 'txt' | 'prp'): boolean =>
  HASHED.test(text) && text.startsWith(prefix);

export const sourceId = (text: string): SourceId => checked(text, HASHED, 'source id') as SourceId;
export const textId = (text: string): TextId => checked(text, HASHED, 'text id') as TextId;
export const proposalId = (text: string): ProposalId => checked(text, HASHED, 'proposal id') as ProposalId;
export const recordId = (text: string): RecordId => checked(text, UUID, 'record id') as RecordId;
export const claimId = (text: string): ClaimId => checked(text, UUID, 'claim id') as ClaimId;
export const deedId = (text: string): DeedId => checked(text, UUID, 'deed id') as DeedId;

const NAME = /^[^\p{Cc}\p{Cf}\s][^\p{Cc}\p{Cf}]{0,79}$/u;
export const isActorName = (text: string): boolean => NAME.test(text);
export const actorName = (text: string): ActorName => checked(text, NAME, 'name of a member') as ActorName;
