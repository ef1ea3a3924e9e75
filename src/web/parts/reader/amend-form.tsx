import { useMemo, useState } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';
import { amendRows, changesOf, type RowTrouble } from './form-rows.ts';
import { FormFields, FormShell, useFormRows, wordsOfRange, type FormWords } from './form-shell.tsx';
import { personsHere } from './persons-here.ts';
import type { Changes } from './use-review.ts';

interface AmendFormProps extends FormWords {
  readonly note: NoteView;
  readonly onSave: (changes: Changes) => void;
  readonly onCancel: () => void;
}

/** Accepts a proposal with other values: what is changed stands in the deed beside what was proposed. */
export function AmendForm({ note, view, picked, onSave, onCancel }: AmendFormProps) {
  const form = useFormRows(() => amendRows(note), picked);
  const persons = useMemo(() => personsHere(view.notes), [view.notes]);
  const [trouble, setTrouble] = useState<RowTrouble | null>(null);
  const save = (): void => {
    const changes = changesOf(form.rows, (range) => ({ ...range, text: wordsOfRange(view, range) }));
    if (changes.ok) onSave(changes.value);
    else setTrouble(changes.problem);
  };
  return (
    <FormShell
      label={t('reader.amend')}
      submit={t('reader.accept-amended')}
      onSubmit={save}
      onCancel={onCancel}
      aim={form.aim}
      trouble={trouble}
    >
      <FormFields form={form} kind={note.kind} view={view} persons={persons} />
    </FormShell>
  );
}
