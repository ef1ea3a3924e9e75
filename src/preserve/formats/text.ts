import { done } from '../../kit/outcome.ts';
import { decode } from '../decode.ts';
import { plainText, type Read } from '../extracted.ts';

/** The decoded file, unchanged: offsets hold in the file itself (SPEC S2). */
export const read: Read = async (bytes) => {
  const { text, charset } = decode(bytes);
  return done(plainText(text, null, { name: 'text', version: '1', options: charset }));
};
