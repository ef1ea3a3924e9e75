import { useState } from 'react';
import type { RecordKind } from '../../../domain/record.ts';
import type { RecordBody } from '../../../http/api-bodies.ts';
import { codeWord, t } from '../../words.ts';
import { fieldsRecorded, recordRows, type RowTrouble } from './form-rows.ts';
import { FormFields, FormShell, useFormRows, wordsOfRange, type FormWords } from './form-shell.tsx';
import { voiceChoices } from './said-by.ts';
import type { Range } from './segments.ts';
import { VoiceSelect } from './voice-select.tsx';

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
  const title = t('reader.record-as', { kind: codeWord('kind', kind) });
  const form = useFormRows(() => recordRows(kind, words), picked);
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
    <FormShell
      label={title}
      submit={t('reader.record')}
      onSubmit={record}
      onCancel={onCancel}
      aim={form.aim}
      trouble={trouble}
    >
      <h3>{title}</h3>
      <blockquote dir="auto">{words}</blockquote>
      <FormFields form={form} kind={kind} view={view} />
      <VoiceSelect voices={voices} voice={voice} onVoice={setVoice} />
    </FormShell>
  );
}
