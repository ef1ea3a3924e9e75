import { NativeSelect, TextInput } from '@mantine/core';
import { assertNever } from '../../../kit/assert-never.ts';
import type { Count } from '../../../domain/count.ts';
import { countBounds } from '../../../domain/count.ts';
import type { RecordKind, ValueKind } from '../../../domain/record.ts';
import { showWhen, whenBounds } from '../../../domain/when.ts';
import { codeWord, t } from '../../words.ts';
import { codesOf } from '../../../domain/field-codes.ts';
import { COUNT_KINDS, VAGUE_WORDS, valueOf, type Draft } from './drafts.ts';
import type { PersonHere } from './persons-here.ts';
import { RecordInput } from './record-input.tsx';

export interface FieldInputProps {
  readonly kind: RecordKind;
  readonly field: string;
  readonly holds: ValueKind;
  readonly draft: Draft;
  readonly label: string;
  readonly onChange: (draft: Draft) => void;
  readonly persons?: readonly PersonHere[] | undefined;
}

/** The input of one field, by what it holds. */
export function FieldInput(props: FieldInputProps) {
  const { draft, label, onChange } = props;
  switch (draft.kind) {
    case 'text':
      return (
        <TextInput
          size="xs"
          aria-label={label}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      );
    case 'code':
      return (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={draft.code}
          data={optionsOf(codesOf(props.kind, props.field), draft.code)}
          onChange={(event) => onChange({ ...draft, code: event.currentTarget.value })}
        />
      );
    case 'count':
      return <CountInput draft={draft} label={label} onChange={onChange} />;
    case 'when':
      return <WhenInput draft={draft} label={label} onChange={onChange} />;
    case 'record':
      return (
        <RecordInput
          holds={props.holds}
          draft={draft}
          label={label}
          here={props.holds === 'person' ? props.persons : undefined}
          onChange={onChange}
        />
      );
    default:
      return assertNever(draft);
  }
}

const optionsOf = (codes: readonly string[], now: string) => [
  { value: '', label: t('reader.not-said-short') },
  ...[...new Set(now === '' || codes.includes(now) ? codes : [now, ...codes])].map((code) => ({
    value: code,
    label: codeWord('code', code),
  })),
];

interface InputProps<Kind extends Draft['kind']> {
  readonly draft: Extract<Draft, { kind: Kind }>;
  readonly label: string;
  readonly onChange: (draft: Draft) => void;
}

const isCountKind = (text: string): text is Count['kind'] => COUNT_KINDS.some((kind) => kind === text);

function CountInput({ draft, label, onChange }: InputProps<'count'>) {
  const change = (part: Partial<typeof draft>): void => onChange({ ...draft, ...part });
  const number = (name: 'n' | 'high') => (
    <TextInput
      size="xs"
      inputMode="numeric"
      aria-label={t(name === 'n' ? 'reader.number' : 'reader.number-high', { label })}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="count-input">
      <NativeSelect
        size="xs"
        aria-label={t('reader.comparator', { label })}
        value={draft.as}
        data={COUNT_KINDS.map((kind) => ({ value: kind, label: codeWord('code', kind) }))}
        onChange={({ currentTarget: { value } }) => isCountKind(value) && change({ as: value })}
      />
      {draft.as === 'vague' ? (
        <NativeSelect
          size="xs"
          aria-label={t('reader.vague-word', { label })}
          value={draft.word}
          data={VAGUE_WORDS.map((word) => ({ value: word, label: codeWord('code', word) }))}
          onChange={(event) =>
            change({ word: VAGUE_WORDS.find((word) => word === event.currentTarget.value) ?? draft.word })
          }
        />
      ) : (
        number('n')
      )}
      {draft.as === 'between' ? number('high') : null}
      <CountMeans draft={draft} />
    </div>
  );
}

/** What the words allow, once they are a count: "201 or more". */
function CountMeans({ draft }: { readonly draft: Draft }) {
  const value = valueOf(draft);
  if (!value.ok || value.value.kind !== 'count') return null;
  const { low, high } = countBounds(value.value.count);
  if (low === high) return null;
  return <small>{high === Infinity ? t('reader.or-more', { low }) : t('reader.low-to-high', { low, high })}</small>;
}

function WhenInput({ draft, label, onChange }: InputProps<'when'>) {
  const edtf = draft.edtf.trim();
  const bounds = edtf === '' ? null : whenBounds(edtf);
  return (
    <div className="when-input">
      <TextInput
        size="xs"
        aria-label={label}
        placeholder="2017-05/2017-06"
        value={draft.edtf}
        error={edtf !== '' && bounds === null ? t('reader.no-date') : undefined}
        onChange={(event) => onChange({ ...draft, edtf: event.currentTarget.value })}
      />
      {bounds === null ? null : (
        <small>
          {showWhen(edtf)} · {bounds.from} – {bounds.to}
        </small>
      )}
    </div>
  );
}
