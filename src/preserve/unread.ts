/** Why no text could be read from preserved bytes, in one sentence a person understands. */
export interface Unread {
  readonly kind: UnreadKind;
  readonly reason: string;
}

const SENTENCES = {
  empty: () => 'the file is empty',
  'too-large': () => 'too large to read',
  'text-too-large': () => 'too large to read: its text is longer than 20 MB',
  binary: () => 'these bytes are not text in any known character set',
  unsupported: (kind) => `no text can be read from this kind of file yet (${kind})`,
  password: () => 'protected by a password: remove the password and add the file again',
  damaged: (how) => `damaged, or not what it claims to be: ${how}`,
  archive: (what) => `refused as a hostile archive: ${what}`,
  doctype: (part) => `refused: ${part} declares a document type, which these files never need`,
  'no-text': () => 'there is no text in it; it may hold only pictures',
  slow: (seconds) => `reading it took longer than ${seconds} seconds and was stopped`,
  memory: (mebibytes) => `reading it needed more than ${mebibytes} MB of memory and was stopped`,
  died: (how) => `the reading process ended while reading it (${how})`,
  changed: () => 'the file changed while it was being read: add it again',
} as const satisfies Record<string, (detail: string) => string>;

export type UnreadKind = keyof typeof SENTENCES;

export const unread = (kind: UnreadKind, detail = ''): Unread => ({ kind, reason: SENTENCES[kind](detail) });
