import { done } from '../../kit/outcome.ts';
import { decode } from '../decode.ts';
import { plainText, type Read } from '../extracted.ts';
import { furnitureOf } from './html-furniture.ts';
import { htmlText } from './html-text.ts';

/** WHATWG HTML §13.2.3.2: a page declares its character set within its first 1,024 bytes. */
const DECLARED = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i;

/** The text of a page is all its visible words in document order; Readability only marks furniture (SPEC C10, C11). */
export const read: Read = async (bytes) => {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1];
  const { text: source, charset } = decode(bytes, declared);
  const page = htmlText(source);
  const tool = { name: 'html', version: '1 (htmlparser2 10.1.0, readability 0.6.0)', options: charset };
  return done({ ...plainText(page.text, page.title, tool), furniture: furnitureOf(source, page) });
};
