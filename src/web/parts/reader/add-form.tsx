import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { fieldOf } from '../../../domain/record.ts';
import type { ClaimBody } from '../../../http/api-bodies.ts';
import type { RecordDetail } from '../../../http/api-register.ts';
import type { TextView } from '../../../http/api-types.ts';
import { codeWord, t } from '../../words.ts';
import { valueWords } from '../record/rows.ts';
import { addedDraft, fieldsToAdd, firstField, inOneLine, recordsHere, type Adding } from './adding.ts';
import { valueOf } from './drafts.ts';
import { FieldInput } from './field-input.tsx';
import type { RowTrouble } from './form-rows.ts';
import { FormShell, wordsOfRange } from './form-shell.tsx';
import { personsHere } from './persons-here.ts';
import { recordQuery } from './record-query.ts';
import { RecordChoice } from './record-choice.tsx';
import { voiceChoices } from './said-by.ts';
import type { Range } from './segments.ts';
import { VoiceSelect } from './voice-select.tsx';

interface AddFormProps {
  /** The words that were selected: they attest the value. */
  readonly range: Range;
  readonly view: TextView;
  /** What a link asked for. */
  readonly adding: Adding | null;
  readonly onAdd: (body: ClaimBody) => void;
  readonly onCancel: () => void;
}

/** One more value for a record that exists, from selected words: which record, which field, what value, in whose voice. */
export function AddForm({ range, view, adding, onAdd, onCancel }: AddFormProps) {
  const [id, setId] = useState(adding?.record ?? '');
  const here = useMemo(() => recordsHere(view.notes, range), [view.notes, range]);
  const { data: record } = useQuery(recordQuery(id));
  const head = (
    <>
      <h3>{t('reader.add-title')}</h3>
      <blockquote dir="auto">{wordsOfRange(view, range)}</blockquote>
    </>
  );
  if (id === '' || record === undefined) {
    return (
      <FormShell label={t('reader.add-title')} onCancel={onCancel}>
        {head}
        {id === '' ? <RecordChoice here={here} onChoose={setId} /> : null}
      </FormShell>
    );
  }
  return (
    <AddValue
      key={id}
      {...{ record, range, view, onAdd, onCancel }}
      asked={adding?.record === id ? adding.field : null}
    >
      {head}
      <p className="added-to">
        <span>{inOneLine(record)}</span>
        <Button size="compact-xs" variant="subtle" onClick={() => setId('')}>
          {t('reader.add-other')}
        </Button>
      </p>
    </AddValue>
  );
}

interface AddValueProps extends Omit<AddFormProps, 'adding'> {
  readonly record: RecordDetail;
  readonly asked: string | null;
  readonly children: ReactNode;
}

function AddValue({ record, asked, range, view, onAdd, onCancel, children }: AddValueProps) {
  const { kind } = record;
  const words = wordsOfRange(view, range);
  const [field, setField] = useState(() => firstField(record, asked));
  const [draft, setDraft] = useState(() => addedDraft(kind, field, words));
  const voices = voiceChoices(view);
  const persons = useMemo(() => personsHere(view.notes).filter((person) => person.record !== null), [view.notes]);
  const [voice, setVoice] = useState('');
  const [trouble, setTrouble] = useState<RowTrouble | null>(null);
  const add = (): void => {
    const value = valueOf(draft);
    if (!value.ok) return setTrouble({ kind: value.problem.kind, field });
    const saidBy = voices.find((each) => each.key === voice)?.saidBy;
    const claim = { record: record.id, text: view.text, field, value: value.value, words: [range] };
    onAdd(saidBy === undefined ? claim : { ...claim, saidBy });
  };
  const label = codeWord('field', field);
  return (
    <FormShell
      label={t('reader.add-title')}
      submit={t('reader.add')}
      onSubmit={add}
      onCancel={onCancel}
      trouble={trouble}
    >
      {children}
      <div className="form-field">
        <span className="form-label">{t('reader.add-field')}</span>
        <NativeSelect
          size="xs"
          aria-label={t('reader.add-field')}
          value={field}
          data={fieldsToAdd(kind).map((each) => ({ value: each, label: codeWord('field', each) }))}
          onChange={({ currentTarget: { value } }) => {
            setField(value);
            setDraft(addedDraft(kind, value, words));
            setTrouble(null);
          }}
        />
      </div>
      <div className="form-field">
        <span className="form-label">{t('reader.add-value')}</span>
        <div data-first={asked !== null || undefined}>
          <FieldInput
            key={field}
            {...{ kind, field, draft, label, persons }}
            holds={fieldOf(kind, field)?.holds ?? 'text'}
            onChange={setDraft}
          />
          <SoFar record={record} field={field} />
        </div>
      </div>
      <VoiceSelect voices={voices} voice={voice} onVoice={setVoice} />
    </FormShell>
  );
}

/** What the record has there already: both will stand side by side. */
function SoFar({ record, field }: { readonly record: RecordDetail; readonly field: string }) {
  const cells = record.cells.filter((cell) => cell.field === field && cell.status !== 'withdrawn');
  const values = [...new Set(cells.map(valueWords))].join(' · ');
  return <small>{values === '' ? t('reader.add-first') : t('reader.add-beside', { values })}</small>;
}
