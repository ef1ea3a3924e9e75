import mammoth from 'mammoth';
import { done } from '../../kit/outcome.ts';
import { plainText, type Read } from '../extracted.ts';
import { checkZip } from '../zip-check.ts';
import { htmlText } from './html-text.ts';

/** Links from a note back to where it is called for; Word shows none. */
const BACK_LINK = /<a href="#(?:foot|end)note-ref-[^"]{1,40}">[^<]{0,4}<\/a>/g;

/** Paragraphs, lists, tables and notes of a Word file; the notes stand at its end. The archive is checked first (SPEC C14). */
export const read: Read = async (bytes) => {
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  const page = htmlText(value.replace(BACK_LINK, ''));
  return done(plainText(page.text, null, { name: 'docx', version: '1 (mammoth 1.13.0)', options: '' }));
};
