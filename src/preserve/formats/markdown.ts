import { done } from '../../kit/outcome.ts';
import { decode } from '../decode.ts';
import { plainText, type Format } from '../extracted.ts';

/** CommonMark §4.2: an ATX heading of the first level. */
const HEADING = /^#[ \t]+([^\r\n]{1,300})/m;

/** The decoded file, unchanged, marks and all (SPEC S2); the first heading is its title. */
export const markdown: Format = {
  mediaTypes: ['text/markdown'],
  called: 'Text',
  read: async (bytes) => {
    const decoded = decode(bytes);
    const title = HEADING.exec(decoded.text.slice(0, 4096))?.[1]?.trim() ?? null;
    return done(plainText(decoded.text, title, { name: 'markdown', version: '1', options: decoded.charset }));
  },
};
