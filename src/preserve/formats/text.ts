import { done } from '../../kit/outcome.ts';
import { decode } from '../decode.ts';
import { plainText, type Format } from '../extracted.ts';

/** The decoded file, unchanged: offsets hold in the file itself (SPEC S2). */
export const text: Format = {
  mediaTypes: ['text/plain'],
  called: 'Text',
  read: async (bytes) => {
    const decoded = decode(bytes);
    return done(plainText(decoded.text, null, { name: 'text', version: '1', options: decoded.charset }));
  },
};
