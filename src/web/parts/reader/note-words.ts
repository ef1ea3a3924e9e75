import type { FieldView, NoteView } from '../../../http/api-types.ts';
import type { Beside } from './beside.ts';
import { showWhen } from '../../../domain/when.ts';
import { codeWord, t, type Word } from '../../words.ts';

/** A row of a note: fields that are read together, and whether their absence is said ("these words do not say"). */
interface Row {
  readonly label: Word | null;
  readonly fields: readonly [string, ...string[]];
  readonly asked: boolean;
}

const row = (label: Word | null, fields: Row['fields'], asked = false): Row => ({ label, fields, asked });

/** What the title of a note says, field by field until one is there, and which rows stand under it, in what order. */
const SHAPE = {
  figure: {
    main: ['count'],
    rows: [
      row(null, ['of-whom'], true),
      row('reader.what', ['about', 'standing'], true),
      row(null, ['period'], true),
      row(null, ['as-of']),
      row(null, ['where']),
      row(null, ['part-of']),
    ],
  },
  act: {
    main: ['violation'],
    rows: [
      row(null, ['victim'], true),
      row('reader.by', ['perpetrator'], true),
      row(null, ['where'], true),
      row(null, ['when'], true),
      row(null, ['means']),
      row(null, ['modality']),
    ],
  },
  statement: { main: ['said-by'], rows: [row('reader.says', ['content']), row(null, ['when'])] },
  person: { main: ['name'], rows: [row(null, ['kind', 'count']), row(null, ['role'])] },
  'cited-source': {
    main: ['title'],
    rows: [row(null, ['identifier'], true), row(null, ['published'], true), row(null, ['made-by'])],
  },
  event: { main: ['title'], rows: [row(null, ['when'], true), row(null, ['where'], true)] },
  proceeding: { main: ['step'], rows: [row(null, ['person'], true), row(null, ['when'], true), row(null, ['body'])] },
  intervention: { main: ['what'], rows: [row(null, ['stage'], true), row(null, ['body'], true), row(null, ['when'])] },
  involvement: { main: ['degree'], rows: [row(null, ['person'], true), row(null, ['act'])] },
} as const satisfies Record<NoteView['kind'], { main: readonly string[]; rows: readonly Row[] }>;

const CODED: ReadonlySet<string> = new Set([
  'violation',
  'about',
  'standing',
  'unit',
  'modality',
  'kind',
  'sex',
  'age-group',
  'step',
  'stage',
  'degree',
  'manner',
]);

const DATED: ReadonlySet<string> = new Set(['when', 'period', 'as-of', 'born', 'published']);

/** A value in the page's words: codes have labels, dates are as precise as they are said. */
export function valueWord({ field, value }: Pick<FieldView, 'field' | 'value'>): string {
  if (CODED.has(field)) return codeWord('code', value);
  return DATED.has(field) ? showWhen(value) : value;
}

const valuesOf = (note: NoteView, field: string): readonly string[] =>
  note.fields.filter((each) => each.field === field).map(valueWord);

/** "Figure: more than 140". */
export function titleOf(note: NoteView): string {
  const main = SHAPE[note.kind].main.flatMap((field) => valuesOf(note, field))[0];
  const voice = note.kind === 'statement' ? (note.chain[0]?.name ?? t('reader.own-voice')) : undefined;
  return t('reader.title', { kind: codeWord('kind', note.kind), what: main ?? voice ?? note.summary });
}

/** What stands small beside the title when the note has nothing more pressing to say. */
export function besideTitle(note: NoteView): string | undefined {
  if (note.decidedBy !== null)
    return t(note.state === 'rejected' ? 'reader.rejected-by' : 'reader.by-whom', { name: note.decidedBy });
  if (note.state === 'read-differently') return t('reader.read-differently');
  if (note.proposer !== null) return t('reader.by-model');
  const partOf = valuesOf(note, 'part-of')[0];
  if (partOf !== undefined) return t('reader.part-of', { what: partOf });
  if (note.kind === 'statement') return valuesOf(note, 'manner')[0];
  return undefined;
}

export interface NoteRow {
  readonly label: string;
  /** Null where the words do not say. */
  readonly value: string | null;
  readonly beside: string | null;
  readonly inferred: boolean;
}

/** The rows of a note, those its words do not fill among them, then what else was read. */
export function rowsOf(note: NoteView, wordsAt: Beside['wordsAt']): readonly NoteRow[] {
  const { main, rows }: { main: readonly string[]; rows: readonly Row[] } = SHAPE[note.kind];
  const set = new Set([...main, 'manner', ...rows.flatMap((each) => each.fields)]);
  const full = { ...note, fields: [...note.fields, ...perpetrators(note, wordsAt)] };
  const others = [...new Set(full.fields.map((field) => field.field))].filter((field) => !set.has(field));
  return [...rows, ...others.map((field) => row(null, [field]))].flatMap((each) => rowOf(full, each));
}

/** Who did it becomes an involvement, not a field of the act: the note has their words only as marks. */
const perpetrators = (note: NoteView, wordsAt: Beside['wordsAt']): readonly FieldView[] =>
  note.marks
    .filter((mark) => mark.role === 'perpetrator')
    .map(({ start, end }) => ({ field: 'perpetrator', value: wordsAt(start, end), words: [], inferred: false }));

function rowOf(note: NoteView, { label, fields, asked }: Row): readonly NoteRow[] {
  const [main, ...beside] = fields;
  const values = valuesOf(note, main);
  const others = beside.flatMap((field) =>
    valuesOf(note, field).map((value) => `${codeWord('field', field).toLowerCase()}: ${value}`),
  );
  if (values.length === 0 && others.length === 0 && !asked) return [];
  return [
    {
      label: label === null ? codeWord('field', main) : t(label),
      value: values.length === 0 ? null : values.join(', '),
      beside: others.length === 0 ? null : others.join(' · '),
      inferred: note.fields.some((field) => field.field === main && field.inferred),
    },
  ];
}
