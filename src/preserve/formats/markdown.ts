import { done } from '../../kit/outcome.ts';
import { decode } from '../decode.ts';
import { plainText, type Read } from '../extracted.ts';

/** CommonMark §4.2: an ATX heading of the first level. */
const HEADING = /^#[ \t]+([^\r\n]{1,300})/m;

/** The decoded file, unchanged, marks and all (SPEC S2); the first heading is its title. */
export const read: Read = async (bytes) => {
  const { text, charset } = decode(bytes);
  const title = HEADING.exec(text.slice(0, 4096))?.[1]?.trim() ?? null;
  return done(plainText(text, title, { name: 'markdown', version: '1', options: charset }));
};
