import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Unix mode with the file type; a plain file otherwise. */
  readonly mode?: number;
  /** What the headers claim to be the size inflated. */
  readonly claims?: number;
}

/** A ZIP archive for tests, honest or not. */
export function madeZip(entries: readonly MadeEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, bytes, mode = 0o100644, claims } of entries) {
    const plain = Buffer.from(bytes);
    const packed = deflateRawSync(plain);
    const sizes = [crc32(plain), packed.length, claims ?? plain.length];
    const common = [20, 0x0800, 8, 0, 0];
    const local = header(0x04034b50, common, sizes, [Buffer.byteLength(name), 0]);
    const central = header(0x02014b50, [0x0314, ...common], sizes, [Buffer.byteLength(name), 0, 0, 0, 0]);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE((mode << 16) >>> 0, 0);
    tail.writeUInt32LE(place, 4);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, tail, Buffer.from(name));
    place += local.length + Buffer.byteLength(name) + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function header(mark: number, before: readonly number[], sizes: readonly number[], after: readonly number[]): Buffer {
  const out = Buffer.alloc(4 + before.length * 2 + sizes.length * 4 + after.length * 2);
  let at = out.writeUInt32LE(mark, 0);
  for (const value of before) at = out.writeUInt16LE(value, at);
  for (const value of sizes) at = out.writeUInt32LE(value, at);
  for (const value of after) at = out.writeUInt16LE(value, at);
  return out;
}

/** A Word file for tests, around the paragraphs' XML. */
export const madeDocx = (body: string, more: readonly MadeEntry[] = [], before = ''): Uint8Array =>
  madeZip([
    {
      name: '[Content_Types].xml',
      bytes:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      bytes:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
