import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RecordKind } from '../../../domain/record.ts';
import type { TextView } from '../../../http/api-types.ts';
import { useKeys } from '../../state/keys.ts';
import { codeWord, t } from '../../words.ts';
import { FormField } from './form-field.tsx';
import type { FormRow, RowTrouble } from './form-rows.ts';
import type { PersonHere } from './persons-here.ts';
import type { Range } from './segments.ts';

export interface FormWords {
  readonly view: TextView;
  /** What is selected in the text now: W makes it the words of the field the form points at. */
  readonly picked: Range | null;
}

export const wordsOfRange = (view: TextView, { start, end }: Range): string =>
  view.words.slice(start - view.from, end - view.from);

export interface FormRows {
  readonly rows: readonly FormRow[];
  /** The row that the next chosen words go to: the one that last had the focus. */
  readonly aim: string;
  readonly setAim: (key: string) => void;
  readonly change: (row: FormRow) => void;
}

/** The rows of a form, and the key that gives selected words to one of them. */
export function useFormRows(first: () => readonly FormRow[], picked: Range | null): FormRows {
  const [rows, setRows] = useState(first);
  const [aim, setAim] = useState(rows[0]?.key ?? '');
  const change = (next: FormRow): void => setRows(rows.map((row) => (row.key === next.key ? next : row)));
  const take = (): void => {
    const row = rows.find((each) => each.key === aim);
    if (picked === null || row === undefined) return;
    change({ ...row, words: { start: picked.start, end: picked.end } });
    window.getSelection()?.removeAllRanges();
  };
  useKeys({ w: { does: t('reader.key-words'), run: take } });
  return { rows, aim, setAim, change };
}

interface FormFieldsProps {
  readonly form: FormRows;
  readonly kind: RecordKind;
  readonly view: TextView;
  /** Persons that a person field may be given as this text names them. */
  readonly persons?: readonly PersonHere[];
}

export function FormFields({ form, kind, view, persons }: FormFieldsProps) {
  return form.rows.map((row) => (
    <FormField
      key={row.key}
      kind={kind}
      persons={persons}
      row={row}
      quoted={row.words === null ? null : wordsOfRange(view, row.words)}
      aimed={form.aim === row.key}
      onAim={() => form.setAim(row.key)}
      onChange={form.change}
      mayLeave={row.shown !== ''}
    />
  ));
}

interface FormShellProps {
  readonly label: string;
  /** None while there is nothing to end yet. */
  readonly submit?: string;
  readonly onSubmit?: () => void;
  readonly onCancel: () => void;
  /** The field that chosen words go to; none where a form takes no words. */
  readonly aim?: string;
  readonly trouble?: RowTrouble | null;
  readonly children: ReactNode;
}

/** A form in the margin: the focus goes into it, Escape leaves it, one accent button ends it. */
export function FormShell({ label, submit, onSubmit, onCancel, aim, trouble, children }: FormShellProps) {
  return (
    <form
      className="note-form"
      aria-label={label}
      ref={focusFirst}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      {children}
      {aim === undefined ? null : (
        <p className="hint">{t('reader.words-hint', { field: codeWord('field', aim.replace(/ \d+$/, '')) })}</p>
      )}
      {trouble ? (
        <p className="form-trouble" role="alert">
          {t(`reader.trouble-${trouble.kind}`, { field: codeWord('field', trouble.field) })}
        </p>
      ) : null}
      <div className="bar">
        {submit === undefined ? null : (
          <Button type="submit" variant="filled">
            {submit}
          </Button>
        )}
        <Button onClick={onCancel}>{t('reader.cancel')}</Button>
      </div>
    </form>
  );
}

/** Once, when the form opens. */
function focusFirst(form: HTMLFormElement | null): void {
  if (form === null || form.contains(document.activeElement)) return;
  const first =
    form.querySelector('input[data-first], [data-first] :is(input, select)') ?? form.querySelector('input, select');
  if (first instanceof HTMLElement) first.focus({ preventScroll: true });
}
