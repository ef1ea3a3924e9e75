import { ActionIcon } from '@mantine/core';
import type { RecordKind } from '../../../domain/record.ts';
import { codeWord, t } from '../../words.ts';
import { FieldInput } from './field-input.tsx';
import type { FormRow } from './form-rows.ts';
import type { PersonHere } from './persons-here.ts';

interface FormFieldProps {
  readonly kind: RecordKind;
  readonly row: FormRow;
  readonly persons?: readonly PersonHere[] | undefined;
  /** Words of the text, for a field that has its own. */
  readonly quoted: string | null;
  /** The next words that are chosen (W) go to this field. */
  readonly aimed: boolean;
  readonly onAim: () => void;
  readonly onChange: (row: FormRow) => void;
  /** Whether the field may be left out: where it was proposed. */
  readonly mayLeave: boolean;
}

/** One line of a form: the field, its input, and the words it rests on where they are its own. */
export function FormField({ kind, row, persons, quoted, aimed, onAim, onChange, mayLeave }: FormFieldProps) {
  const label = codeWord('field', row.field);
  return (
    <div className="form-field" data-aimed={aimed || undefined} onFocus={onAim}>
      <span className="form-label">{label}</span>
      <div>
        {row.out || row.fixed ? (
          <span className={row.out ? 'left-out' : undefined}>{row.shown}</span>
        ) : (
          <FieldInput
            kind={kind}
            field={row.field}
            holds={row.holds}
            draft={row.draft}
            label={label}
            persons={persons}
            onChange={(draft) => onChange({ ...row, draft })}
          />
        )}
        {quoted === null ? null : <small dir="auto">{t('reader.on-words', { words: quoted })}</small>}
      </div>
      {mayLeave ? (
        <ActionIcon
          size="sm"
          aria-pressed={row.out}
          aria-label={t('reader.leave-out', { field: label })}
          title={t('reader.leave-out', { field: label })}
          onClick={() => onChange({ ...row, out: !row.out })}
        >
          {row.out ? '↺' : '×'}
        </ActionIcon>
      ) : null}
    </div>
  );
}
