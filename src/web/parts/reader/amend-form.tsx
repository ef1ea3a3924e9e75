import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import { useKeys } from '../../state/keys.ts';
import { codeWord, t } from '../../words.ts';
import { FormField } from './form-field.tsx';
import { amendRows, changesOf, type FormRow, type RowTrouble } from './form-rows.ts';
import type { Range } from './segments.ts';
import type { Changes } from './use-review.ts';

export interface FormWords {
  readonly view: TextView;
  /** What is selected in the text now: W makes it the words of the field the form points at. */
  readonly picked: Range | null;
}

export const wordsOfRange = (view: TextView, { start, end }: Range): string =>
  view.words.slice(start - view.from, end - view.from);

/** The rows of a form, which field the chosen words go to, and the key that takes them. */
export function useFormRows(first: () => readonly FormRow[], { picked }: FormWords) {
  const [rows, setRows] = useState(first);
  const [aim, setAim] = useState(rows[0]?.field ?? '');
  const change = (next: FormRow): void => setRows(rows.map((row) => (row.field === next.field ? next : row)));
  const take = (): void => {
    const row = rows.find((each) => each.field === aim);
    if (picked === null || row === undefined) return;
    change({ ...row, words: { start: picked.start, end: picked.end } });
    window.getSelection()?.removeAllRanges();
  };
  useKeys({ w: { does: t('reader.key-words'), run: take } });
  return { rows, aim, setAim, change, take };
}

/** Once, when the form opens. */
export function focusFirst(form: HTMLFormElement | null): void {
  if (form === null || form.contains(document.activeElement)) return;
  const first = form.querySelector('input, select');
  if (first instanceof HTMLElement) first.focus({ preventScroll: true });
}

/** What keeps a form from being saved, in a sentence. */
export function FormTrouble({ trouble }: { readonly trouble: RowTrouble | null }) {
  if (trouble === null) return null;
  return (
    <p className="form-trouble" role="alert">
      {t(`reader.trouble-${trouble.kind}`, { field: codeWord('field', trouble.field) })}
    </p>
  );
}

interface AmendFormProps extends FormWords {
  readonly note: NoteView;
  readonly onSave: (changes: Changes) => void;
  readonly onCancel: () => void;
}

/** Accepts a proposal with other values: what is changed stands in the deed beside what was proposed. */
export function AmendForm({ note, view, picked, onSave, onCancel }: AmendFormProps) {
  const form = useFormRows(() => amendRows(note), { view, picked });
  const [trouble, setTrouble] = useState<RowTrouble | null>(null);
  const save = (): void => {
    const changes = changesOf(form.rows, (range) => ({ ...range, text: wordsOfRange(view, range) }));
    if (changes.ok) onSave(changes.value);
    else setTrouble(changes.problem);
  };
  return (
    <form
      className="note-form"
      aria-label={t('reader.amend')}
      ref={focusFirst}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {form.rows.map((row) => (
        <FormField
          key={row.field}
          kind={note.kind}
          row={row}
          quoted={row.words === null ? null : wordsOfRange(view, row.words)}
          aimed={form.aim === row.field}
          onAim={() => form.setAim(row.field)}
          onChange={form.change}
          mayLeave={row.shown !== ''}
        />
      ))}
      <p className="hint">{t('reader.words-hint', { field: codeWord('field', form.aim) })}</p>
      <FormTrouble trouble={trouble} />
      <div className="bar">
        <Button type="submit" variant="filled">
          {t('reader.accept-amended')}
        </Button>
        <Button onClick={onCancel}>{t('reader.cancel')}</Button>
      </div>
    </form>
  );
}
