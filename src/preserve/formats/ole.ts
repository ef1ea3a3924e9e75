import { refuse } from '../../kit/outcome.ts';
import type { Read } from '../extracted.ts';
import { unread } from '../unread.ts';

/** [MS-OFFCRYPTO] §2.3.4.4: an office file under a password is a stream of this name in an OLE container. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Containers of office programs before 2007, and of any office file that has a password: only the latter can be helped. */
export const read: Read = async (bytes) => {
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
  return refuse(isLocked ? unread('password') : unread('unsupported', 'an office file of before 2007'));
};
