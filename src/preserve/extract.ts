import { refuse, type Outcome } from '../kit/outcome.ts';
import type { Extracted, Hint } from './extracted.ts';
import { formatOf } from './formats/registry.ts';
import { LARGEST } from './limits.ts';
import { unread, type Unread } from './unread.ts';

/**
 * Bytes → text (SPEC C2). Pure: the same bytes and hint give the same text. Whatever is wrong with the bytes is an
 * `Unread` with its reason; a reader that throws met a file its library cannot read.
 */
export async function extract(bytes: Uint8Array, hint: Hint): Promise<Outcome<Extracted, Unread>> {
  if (bytes.length === 0) return refuse(unread('empty'));
  if (bytes.length > LARGEST.file) return refuse(unread('too-large'));
  if (hint.mediaType === 'application/octet-stream') return refuse(unread('binary'));
  const format = formatOf(hint.mediaType);
  if (format === undefined) return refuse(unread('unsupported', hint.mediaType));
  const { read } = await format.load();
  const outcome = await read(bytes, hint).catch((error: unknown) => refuse(unread('damaged', whatFailed(error))));
  if (!outcome.ok) return outcome;
  if (outcome.value.text.length > LARGEST.text) return refuse(unread('text-too-large'));
  return /\S/.test(outcome.value.text) || outcome.value.attachments.length > 0 ? outcome : refuse(unread('no-text'));
}

/** One line of what a library complained about; it may quote the file, so it goes where the source's own facts go. */
export const whatFailed = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160);
