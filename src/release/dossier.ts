import type { RecordKind } from '../domain/record.ts';
import type { ReleasedCell, ReleasedRecord, ReleasedSource } from './released.ts';

export interface DossierHead {
  readonly caseName: string;
  readonly audience: string;
  /** The ledger's size and root at the time of release: what a stranger compares. */
  readonly ledger: { readonly size: number; readonly root: string };
  readonly withheld: number;
}

export interface Dossier {
  readonly head: DossierHead;
  readonly sources: AsyncIterable<ReleasedSource>;
  /** Records of one kind, in the order they shall stand. */
  readonly records: (kind: RecordKind) => AsyncIterable<ReleasedRecord>;
}

const SECTIONS: readonly { readonly kind: RecordKind; readonly heading: string }[] = [
  { kind: 'event', heading: 'Events' },
  { kind: 'act', heading: 'Acts' },
  { kind: 'involvement', heading: 'Who took part' },
  { kind: 'figure', heading: 'Figures, side by side' },
  { kind: 'proceeding', heading: 'Proceedings' },
  { kind: 'intervention', heading: 'What was done about it' },
  { kind: 'statement', heading: 'Statements' },
  { kind: 'person', heading: 'Persons and bodies' },
  { kind: 'cited-source', heading: 'Cited sources' },
];

/** The dossier as one HTML file that needs nothing else and prints well; each sentence is footnoted to its words (SPEC R6). */
export async function* dossierHtml(dossier: Dossier): AsyncGenerator<string> {
  yield opening(dossier.head);
  const names = new Map<string, string>();
  yield '<section><h2>Sources</h2><ol class="sources">';
  for await (const source of dossier.sources) {
    names.set(source.id, source.name);
    yield `<li id="${attribute(source.id)}">${escape(source.name)} <small>${escape(source.mediaType)} · ${escape(source.id)}</small></li>`;
  }
  yield '</ol></section>';
  for (const { kind, heading } of SECTIONS) yield* section(heading, dossier.records(kind), names);
  yield '</main></body></html>\n';
}

async function* section(
  heading: string,
  records: AsyncIterable<ReleasedRecord>,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  let open = false;
  for await (const record of records) {
    if (!open) yield `<section><h2>${escape(heading)}</h2>`;
    open = true;
    yield recordHtml(record, names);
  }
  if (open) yield '</section>';
}

function recordHtml(record: ReleasedRecord, names: ReadonlyMap<string, string>): string {
  const cells = inOrder(record);
  const chains = new Set(cells.map((cell) => cell.chain.join(' → ')));
  const [shared] = chains.size === 1 ? chains : [undefined];
  const people = [...new Set(cells.map((cell) => cell.decidedBy))].map(escape).join(', ');
  const notes = cells
    .map((cell, at) => noteOf(record.id, cell, { number: at + 1, names, chain: shared === undefined }))
    .join('');
  const through = shared === undefined || shared === '' ? '' : `<small class="chain">${escape(shared)}</small>`;
  return `<article id="${attribute(record.id)}"><h3>${escape(record.title)}</h3><p>${sentence(record.kind, record.id, cells)}</p>${through}<ol class="notes">${notes}</ol><small>recorded by ${people}</small></article>`;
}

/** What stands before each field where a record is told in one sentence; fields that are not here follow by their names. */
const TOLD: Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>> = {
  act: { violation: '', victim: ' of ', when: ', ', where: ', ', means: ', by ', modality: '; ' },
  figure: {
    count: '',
    'of-whom': ' ',
    about: ', ',
    standing: ', ',
    period: ', ',
    where: ', ',
    'as-of': ', as of ',
    'part-of': ', part of ',
  },
  statement: { 'said-by': '', content: ': ', manner: ', ', when: ', ' },
  involvement: { person: '', degree: ', ', act: ', in ' },
  proceeding: {
    step: '',
    person: ' of ',
    role: ', as ',
    body: ', by ',
    when: ', ',
    term: ', ',
    'rests-on': ', resting on ',
  },
};

/** The fields of the sentence first, in its order; each value keeps its own note. */
function inOrder(record: ReleasedRecord): ReleasedCell[] {
  const order = Object.keys(TOLD[record.kind] ?? {});
  const place = (cell: ReleasedCell): number => (order.includes(cell.field) ? order.indexOf(cell.field) : order.length);
  return record.cells.toSorted((a, b) => place(a) - place(b));
}

function sentence(kind: RecordKind, id: string, cells: readonly ReleasedCell[]): string {
  const told = TOLD[kind] ?? {};
  const parts = cells.map((cell, at) => {
    const before =
      cells[at - 1]?.field === cell.field
        ? ' / '
        : (told[cell.field] ?? `${at === 0 ? '' : '; '}${cell.field.replaceAll('-', ' ')}: `);
    return `${at === 0 ? before.trimStart() : before}${valueHtml(id, cell, at + 1)}`;
  });
  return `${parts.join('')}.`;
}

function valueHtml(id: string, cell: ReleasedCell, number: number): string {
  const marks = [
    cell.status === 'recorded' ? '' : cell.status,
    cell.basis === 'inferred' ? 'inferred' : '',
    cell.finding ? 'a finding' : '',
  ].filter((mark) => mark !== '');
  const tag = marks.length === 0 ? '' : ` <i>(${escape(marks.join(', '))})</i>`;
  return `<b>${escape(cell.shown)}</b>${tag}<sup><a href="#n-${attribute(id)}-${number}">${number}</a></sup>`;
}

interface NoteAt {
  readonly number: number;
  readonly names: ReadonlyMap<string, string>;
  /** Whether the note tells its own chain. */
  readonly chain: boolean;
}

function noteOf(id: string, cell: ReleasedCell, at: NoteAt): string {
  const masked = cell.masked ? ', names masked' : '';
  const words = cell.attestedBy
    .map(
      ({ span, source }) =>
        `<q>${escape(span.text)}</q> <small>${escape(at.names.get(source) ?? source)}, ${span.start}–${span.end}${masked}</small>`,
    )
    .join(' ');
  const chain = at.chain && cell.chain.length > 0 ? ` <small>${cell.chain.map(escape).join(' → ')}</small>` : '';
  const finding = cell.reason === null ? '' : ` <small>finding: ${escape(cell.reason)}</small>`;
  return `<li id="n-${attribute(id)}-${at.number}" value="${at.number}">${words}${chain}${finding}</li>`;
}

const STYLE = `body{font:11pt/1.5 "Source Serif 4","Noto Serif",Georgia,serif;color:#1d1c1a;margin:0}main{max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.15rem;border-bottom:1px solid #ccc6b8;margin-top:2rem}h3{font-size:1rem;margin:1.2rem 0 .2rem}
small,.meta{font:8.5pt/1.4 "Inter","Noto Sans",sans-serif;color:#5d5a54}q{quotes:"“" "”"}.notes{padding-left:1.6rem;margin:.2rem 0;font-size:9.5pt}
.notes li{margin:.15rem 0}.chain{display:block}p b{font-weight:600}sup a{text-decoration:none;color:#0f5e5a}article{break-inside:avoid-page}
@page{margin:20mm}@media print{main{max-width:none;margin:0}a{color:inherit}}`;

function opening(head: DossierHead): string {
  const withheld =
    head.withheld === 0
      ? 'No person is withheld.'
      : `${head.withheld} persons stand under a pseudonym; a namesake of theirs is masked as well.`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(head.caseName)}: dossier</title><style>${STYLE}</style></head><body><main>
<h1>${escape(head.caseName)}</h1><p class="meta">For: ${escape(head.audience)}. ${withheld} Each value stands on the words in its note; what disagrees stands side by side.
Ledger: ${head.ledger.size} deeds, root ${escape(head.ledger.root)}.</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text for HTML; bidi controls are shown, not obeyed. */
const escape = (text: string): string =>
  text
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, (mark) => `⟨U+${mark.codePointAt(0)?.toString(16).toUpperCase()}⟩`);
const attribute = (id: string): string => id.replace(/[^\w-]/g, '');
