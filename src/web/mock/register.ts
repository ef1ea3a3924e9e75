import type { CellView, RecordDetail, RecordRow } from '../../http/api-register.ts';
import { claimId, recordId } from '../../domain/ids.ts';
import { RECORD_KINDS, type RecordKind } from '../../domain/record.ts';
import { line } from './sources.ts';
import { quoted, viaMotion, viaOrlan, viaState } from './text.ts';

export const uuid = (n: number): string => `0190f0aa-0000-7000-8000-${String(n).padStart(12, '0')}`;

const TITLES = {
  act: [
    'Death in custody of a group of nine',
    'Torture of a group of more than 140',
    'Arrest of Ilan Dorse',
    'Threat against Teya Marun',
  ],
  person: ['18 members of the Assembly', 'Teya Marun', 'Ilan Dorse', 'a group of nine'],
  event: ['Karsel barracks, spring 2022', 'The trials of Selm', 'The burial at Ostrey', 'Search of the third company'],
  statement: [
    'I do not expect a fair investigation, because I know how the court works.',
    'nobody was beaten in the barracks',
    'we were ordered to beat the others',
    'the case is closed',
  ],
  figure: ['more than 140 tortured', 'nine died', 'only 61 recognised', 'seventeen convicted'],
  proceeding: [
    'Conviction of 17 people',
    'Posthumous acquittal of five',
    'Complaint of 88 conscripts',
    'Recognition of 61 as victims',
  ],
  intervention: [
    'Motion No. 88 for an inquiry',
    'New investigation',
    'Letter of the ombudsman',
    'Visit to the barracks',
  ],
  'cited-source': [
    'document No. 88',
    'the video on Selm Live',
    'the prosecutor’s answer of 4 May',
    'list of the third company',
  ],
  involvement: [
    'Captain of the third company',
    'An officer no source names',
    'Ilan Dorse, made to act',
    'The investigator',
  ],
} as const satisfies Record<RecordKind, readonly string[]>;

const COLUMNS = {
  content: TITLES.statement,
  what: TITLES.intervention,
  name: TITLES.person,

  violation: ['death in custody', 'torture', 'arrest', 'threat'],
  victim: ['a group of nine', 'a group of more than 140', 'Ilan Dorse', 'Teya Marun'],
  when: ['May–June 2022', '', '4 May 2022', 'spring 2023'],
  where: ['Karsel barracks', 'Karsel', '', 'Selm'],
  'said-by': ['18 members of the Assembly', 'The Ardovian authorities', 'Teya Marun', ''],
  kind: ['body', 'individual', 'individual', 'group'],
  role: ['deputies', 'lawyer', 'conscript', ''],
  sensitivity: ['public role', 'restricted', 'protected', 'public role'],
  count: ['more than 140', 'nine', 'only 61', 'seventeen'],
  about: ['tortured', 'died', 'recognised', 'convicted'],
  'of-whom': ['conscripts', 'of them', '', 'people'],
  standing: ['alleged', 'alleged', 'recognised', 'plain'],
  step: ['convicted', 'acquitted after death', 'complaint', 'recognised as victim'],
  person: ['a group of 17', 'a group of 5', 'a group of 88', 'a group of 61'],
  stage: ['demanded', 'announced', 'closed', 'refused'],
  body: ['Assembly of the Straits', 'Prosecutor General', 'Ombudsman', ''],
  manner: ['direct', 'indirect', 'mixed', 'indirect'],
  identifier: ['No. 88', '', '', ''],
  published: ['3 February 2023', '', '4 May 2023', ''],
  'made-by': ['18 members', 'Selm Live', 'Prosecutor General', ''],
  hold: ['sought', 'held', 'sought', 'unobtainable'],
} as const;

const rowOf = (kind: RecordKind, n: number): RecordRow => ({
  id: uuid(RECORD_KINDS.indexOf(kind) * 1000 + n + 1),
  kind,
  title: TITLES[kind][n % 4] ?? '',
  columns: Object.fromEntries(Object.entries(COLUMNS).map(([name, values]) => [name, values[n % 4] ?? ''])),
  conflicts: n % 9 === 1 ? 1 : 0,
  work: n % 5 === 2 ? 1 : 0,
  sources: (n % 4) + 1,
  proposed: false,
  proposer: null,
});

export function recordRows(asked: URLSearchParams): readonly RecordRow[] {
  const kind = RECORD_KINDS.find((known) => known === asked.get('kind')) ?? 'act';
  const rows = Array.from({ length: kind === 'event' ? 4 : 460 }, (_, n) => rowOf(kind, n));
  const read = Array.from({ length: 6 }, (_, n) => ({ ...rowOf(kind, n), id: `prp_${'bcdefg'[n]}`, proposed: true }));
  return asked.get('proposed') === '1' ? [...read, ...rows] : rows;
}

let claims = 0;
const cell = (over: Partial<CellView> & Pick<CellView, 'field' | 'value'>): CellView => {
  claims += 1;
  return {
    claim: uuid(90_000 + claims),
    raw: { kind: 'text', text: over.value },
    bounds: null,
    status: 'recorded',
    basis: 'words',
    reason: null,
    words: [],
    chain: viaMotion,
    adopted: null,
    decidedBy: 'reader 2',
    at: '2026-11-23T10:02:00.000Z',
    deed: uuid(17),
    unsettled: null,
    to: null,
    ...over,
  };
};

const cells: readonly CellView[] = [
  cell({
    field: 'victim',
    value: 'a group of nine, none named',
    raw: { kind: 'record', record: recordId(uuid(4)) },
    to: uuid(4),
    words: [quoted('of whom nine died'), quoted('nine')],
  }),
  cell({
    field: 'violation',
    value: 'death in custody',
    raw: { kind: 'code', code: 'death-in-custody' },
    words: [quoted('died')],
    adopted: {
      by: 'reader 1',
      at: '2026-11-24T10:00:00.000Z',
      reason: 'Three lists of the dead name the barracks as the place.',
    },
  }),
  cell({
    field: 'violation',
    value: 'killing',
    raw: { kind: 'code', code: 'killing' },
    status: 'conflict',
    chain: [],
    words: [quoted('Killed')],
  }),
  cell({
    field: 'when',
    value: 'May–June 2022',
    raw: { kind: 'when', edtf: '2022-05/2022-06' },
    bounds: { from: '2022-05-01', to: '2022-06-30' },
    basis: 'inferred',
    chain: viaState,
    words: [quoted('The Ardovian authorities')],
  }),
  cell({
    field: 'modality',
    value: 'alleged',
    raw: { kind: 'code', code: 'alleged' },
    status: 'work-needed',
    chain: viaOrlan,
    words: [quoted('claim')],
  }),
  cell({
    field: 'event',
    value: 'Karsel barracks, spring 2022',
    basis: 'finding',
    chain: [],
    reason: 'The same barracks and the same weeks.',
    to: uuid(1001),
    raw: { kind: 'record', record: recordId(uuid(1001)) },
  }),
];

export function recordDetail(id: string): RecordDetail {
  const kind = RECORD_KINDS[Math.floor((Number(id.slice(-6)) - 1) / 1000)] ?? 'act';
  const shown = kind === 'event' ? [] : cells;
  return {
    id,
    kind,
    lead: [
      { text: 'A group of nine conscripts died in custody', known: true },
      { text: ', ', known: true },
      { text: 'where these words do not say', known: false },
      { text: ', at the hands of ', known: true },
      { text: 'somebody no source names', known: false },
    ],
    cells: shown,
    missing: ['where', 'means'],
    relations: [
      {
        field: 'violation',
        kind: 'gloss',
        a: claimId(shown[1]?.claim ?? uuid(1)),
        b: claimId(shown[2]?.claim ?? uuid(1)),
        because: 'the article’s own voice; a qualification',
      },
    ],
    related: [
      { id: uuid(1), kind: 'act', title: 'Torture of a group of more than 140', as: 'same event' },
      { id: uuid(6001), kind: 'proceeding', title: 'Posthumous acquittal of five', as: 'afterwards' },
      { id: uuid(8001), kind: 'cited-source', title: 'document No. 88', as: 'cited' },
    ],
    history: [
      line(19, 'adopt', 'adopted violation: death in custody', 'Three lists of the dead name the barracks.'),
      line(17, 'status', 'violation to work needed', 'check the verb'),
      line(16, 'accept', 'recorded act: death in custody of a group of nine'),
    ],
    sensitivity: kind === 'person' ? 'restricted' : null,
    hold: kind === 'cited-source' ? 'sought' : null,
    heldBy: null,
    chains: 1,
    sought: 1,
    unsettled: null,
  };
}
