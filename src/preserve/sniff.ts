import { looksBinary } from './charset.ts';

/** How many first bytes `sniff` wants; fewer are enough for small files. */
export const SNIFF_BYTES = 65_536;

const MAGIC: readonly (readonly [mediaType: string, bytes: string, at?: number])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'WEBP', 8],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/heic', 'ftyphei', 4],
  ['image/bmp', 'BM'],
  ['video/mp4', 'ftyp', 4],
  ['audio/mpeg', 'ID3'],
  ['audio/ogg', 'OggS'],
  ['audio/wav', 'WAVE', 8],
  ['video/x-matroska', '\x1a\x45\xdf\xa3'],
  ['application/gzip', '\x1f\x8b'],
  ['application/x-7z-compressed', "7z\xbc\xaf'\x1c"],
  ['application/vnd.rar', 'Rar!\x1a\x07'],
  ['application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/rtf', '{\\rtf'],
];
const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const OFFICE: readonly (readonly [folder: string, mediaType: string])[] = [
  ['word/', DOCX],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

const BY_NAME = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  eml: 'message/rfc822',
} as const satisfies Record<string, string>;

/** The WHATWG MIME Sniffing standard §7.1, its strong signs only: a Markdown file may well begin with a `<div>`. */
const HTML = /^(?:<(?:!--[^>]{0,2000}--|\?xml[^>]{0,200}\?)>\s{0,200}){0,9}<(?:!doctype\s+html|html|head|body)[\s>]/i;
const MAIL_HEADER = /^(received|return-path|message-id|mime-version|delivered-to|from|to|date|subject|x-[\w-]+):/i;
const MAIL_ONLY = /^(received|return-path|message-id|mime-version|delivered-to):/im;

/** The media type of a file: its first bytes decide, its name only between kinds of text (SPEC C3). */
export function sniff(bytes: Uint8Array, name: string): string {
  const head = bytes.subarray(0, SNIFF_BYTES);
  const latin = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const magic = MAGIC.find(([, bytes, at = 0]) => latin.startsWith(bytes, at));
  if (latin.startsWith(ZIP) || latin.startsWith(EMPTY_ZIP)) return zipKind(latin, name);
  // ISO 32000-1 annex H.3: readers accept the header anywhere in the first 1,024 bytes.
  if (latin.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  // "BM" and "ID3" may begin a text: a short mark counts only before bytes that are no text.
  if (magic !== undefined && (magic[1].length > 3 || looksBinary(head))) return magic[0];
  if (looksBinary(head)) return 'application/octet-stream';
  return textKind(latin, name);
}

function zipKind(latin: string, name: string): string {
  if (latin.includes('[Content_Types].xml') || latin.includes('_rels/')) {
    const office = OFFICE.find(([folder]) => latin.includes(folder));
    if (office !== undefined) return office[1];
  }
  return extension(name) === 'docx' ? DOCX : 'application/zip';
}

function textKind(latin: string, name: string): string {
  const text = latin.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '').replaceAll('\0', '');
  if (HTML.test(text.trimStart())) return 'text/html';
  const named: string | undefined = Object.entries(BY_NAME).find(([ending]) => ending === extension(name))?.[1];
  if (named !== undefined) return named;
  return isMail(text) ? 'message/rfc822' : 'text/plain';
}

/** RFC 5322: two header lines at the top, one of a kind that nobody types by hand. */
function isMail(text: string): boolean {
  const top = text.slice(0, 4096).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const [first = '', second = ''] = top.split(/\r?\n(?![ \t])/, 2);
  return MAIL_HEADER.test(first) && MAIL_HEADER.test(second) && MAIL_ONLY.test(top);
}

const extension = (name: string): string => /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
