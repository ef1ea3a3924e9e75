const LINE = { width: 88, height: 14, aPage: 50 };

/** A PDF (1.4, ISO 32000) of these paragraphs in Helvetica, which every reader has: nothing is embedded or compressed. */
export function pdfOf(title, paragraphs) {
  const lines = [title, '', ...paragraphs.flatMap((words) => [...wrapped(words), ''])];
  const pages = [];
  for (let at = 0; at < lines.length; at += LINE.aPage) pages.push(lines.slice(at, at + LINE.aPage));
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      streamOf(page),
    ]),
  ];
  return fileOf(objects);
}

function wrapped(words) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last.length + word.length < LINE.width) lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function streamOf(lines) {
  const shown = lines.map((line) => `(${winAnsi(line)}) Tj T*`).join('\n');
  const content = `BT /F1 10 Tf ${LINE.height} TL 50 790 Td\n${shown}\nET`;
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

const OCTAL = { '“': '\\223', '”': '\\224', '‘': '\\221', '’': '\\222', '–': '\\226', '—': '\\227' };
const winAnsi = (line) => line.replace(/[\\()]/g, '\\$&').replace(/[“”‘’–—]/g, (mark) => OCTAL[mark]);

function fileOf(objects) {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
