/** A small PDF for tests: each page is a content stream; one Helvetica named F1. */
export function madePdf(pages: readonly string[], trailer = '', annotations = ''): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 400 600] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [${annotations}] >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${file}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Lines of text down a page, each at `[x, y, words]` in PDF points from the bottom left. */
export const drawn = (lines: readonly (readonly [x: number, y: number, words: string, size?: number])[]): string =>
  lines
    .map(
      ([x, y, words, size = 12]) =>
        `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    )
    .join('\n');
