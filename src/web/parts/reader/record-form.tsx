import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { RecordBody } from '../../../http/api-bodies.ts';
import type { RecordKind } from '../../../domain/record.ts';
import { codeWord, t } from '../../words.ts';
import { focusFirst, FormTrouble, useFormRows, wordsOfRange, type FormWords } from './amend-form.tsx';
import { FormField } from './form-field.tsx';
import { fieldsRecorded, recordRows, type RowTrouble } from './form-rows.ts';
import { voiceChoices } from './said-by.ts';
import type { Range } from './segments.ts';

interface RecordFormProps extends FormWords {
  readonly kind: RecordKind;
  /** The words that were selected: they attest every field that has no words of its own. */
  readonly range: Range;
  readonly onRecord: (body: RecordBody) => void;
  readonly onCancel: () => void;
}

/** A record by hand, from selected words. */
export function RecordForm({ kind, range, view, picked, onRecord, onCancel }: RecordFormProps) {
  const words = wordsOfRange(view, range);
  const form = useFormRows(() => recordRows(kind, words), { view, picked });
  const voices = voiceChoices(view);
  const [voice, setVoice] = useState('');
  const [trouble, setTrouble] = useState<RowTrouble | null>(null);
  const record = (): void => {
    const fields = fieldsRecorded(form.rows, range);
    if (!fields.ok) return setTrouble(fields.problem);
    const saidBy = voices.find((each) => each.key === voice)?.saidBy;
    onRecord({ kind, text: view.text, fields: fields.value, ...(saidBy === undefined ? {} : { saidBy }) });
  };
  return (
    <form
      className="note-form"
      aria-label={t('reader.record-as', { kind: codeWord('kind', kind) })}
      ref={focusFirst}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <h3>{t('reader.record-as', { kind: codeWord('kind', kind) })}</h3>
      <blockquote dir="auto">{words}</blockquote>
      {form.rows.map((row) => (
        <FormField
          key={row.field}
          kind={kind}
          row={row}
          quoted={row.words === null ? null : wordsOfRange(view, row.words)}
          aimed={form.aim === row.field}
          onAim={() => form.setAim(row.field)}
          onChange={form.change}
          mayLeave={false}
        />
      ))}
      <div className="form-field">
        <span className="form-label">{t('reader.said-by')}</span>
        <NativeSelect
          size="xs"
          aria-label={t('reader.said-by')}
          value={voice}
          data={[
            { value: '', label: t('reader.own-voice') },
            ...voices.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(event) => setVoice(event.currentTarget.value)}
        />
      </div>
      <p className="hint">{t('reader.words-hint', { field: codeWord('field', form.aim) })}</p>
      <FormTrouble trouble={trouble} />
      <div className="bar">
        <Button type="submit" variant="filled">
          {t('reader.record')}
        </Button>
        <Button onClick={onCancel}>{t('reader.cancel')}</Button>
      </div>
    </form>
  );
}
