import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { request } from '../../state/api.ts';

const urls = {
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/build/pdf.worker.min.mjs', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/wasm/*.wasm', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
};
const byName = new Map(Object.entries(urls).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

GlobalWorkerOptions.workerSrc = byName.get('pdf.worker.min.mjs') ?? '';

/** Fonts and decoders that a PDF may lack, from the program itself: pdf.js asks for them by file name. */
class OwnFiles {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = byName.get(filename);
    if (url === undefined) throw new Error(`no such file of pdf.js: ${filename}`);
    return new Uint8Array(await (await request(url)).arrayBuffer());
  }
}

/** Opens the original of a source. Its bytes leave the vault: the ledger notes it, once a session (MECHANICS, Deeds). */
export async function openPdf(source: string): Promise<PDFDocumentProxy> {
  const response = await request(`/api/sources/${source}/original?how=page`);
  const data = new Uint8Array(await response.arrayBuffer());
  const options = { data, isEvalSupported: false, useWorkerFetch: false, BinaryDataFactory: OwnFiles };
  return getDocument(options).promise;
}
