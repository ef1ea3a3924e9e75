import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { request } from '../../state/api.ts';

/** The worker and the decoders of pdf.js, as files of their own beside the page's. */
const bundled = import.meta.glob<string>(
  ['../../../../node_modules/pdfjs-dist/build/pdf.worker.min.mjs', '../../../../node_modules/pdfjs-dist/wasm/*.wasm'],
  { query: '?url', import: 'default', eager: true },
);
const bundledAt = (name: string): string | undefined =>
  Object.entries(bundled).find(([path]) => path.endsWith(`/${name}`))?.[1];

GlobalWorkerOptions.workerSrc = bundledAt('pdf.worker.min.mjs') ?? '';

/** Where the program serves what it copies from pdf.js unchanged. */
const COPIED: Readonly<Record<string, string>> = {
  standardFontDataUrl: '/pdfjs/standard_fonts',
  cMapUrl: '/pdfjs/cmaps',
};

/** Fonts, character maps and decoders that a PDF may lack, from the program itself: pdf.js asks for them by file name. */
class OwnFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = COPIED[kind];
    const url = folder === undefined ? bundledAt(filename) : `${folder}/${filename}`;
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
