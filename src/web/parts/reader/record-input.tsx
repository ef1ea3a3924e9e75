import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RecordRow } from '../../../http/api-register.ts';
import type { Page } from '../../../http/api-types.ts';
import type { ValueKind } from '../../../domain/record.ts';
import { get } from '../../state/api.ts';
import { t } from '../../words.ts';
import type { Draft } from './drafts.ts';

const OFFERED = 5;

interface RecordInputProps {
  readonly holds: ValueKind;
  readonly draft: Extract<Draft, { kind: 'record' }>;
  readonly label: string;
  readonly onChange: (draft: Draft) => void;
}

/** Chooses a record of the register by its name: a person, an event, an act, a figure. */
export function RecordInput({ holds, draft, label, onChange }: RecordInputProps) {
  const asked = draft.record === '' ? draft.name.trim() : '';
  const { data } = useQuery({
    queryKey: ['records', 'choose', holds, asked],
    queryFn: () => get<Page<RecordRow>>('/records', { kind: holds, q: asked }),
    enabled: asked.length > 1,
  });
  const rows = asked.length > 1 ? (data?.rows.filter((row) => !row.proposed).slice(0, OFFERED) ?? []) : [];
  return (
    <div className="record-input">
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={t('reader.choose')}
        value={draft.name}
        onChange={(event) => onChange({ kind: 'record', record: '', name: event.currentTarget.value })}
      />
      {rows.length === 0 ? null : (
        <ul aria-label={t('reader.choose')}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => onChange({ kind: 'record', record: row.id, name: row.title })}>
                {row.title}
              </button>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && asked.length > 1 && rows.length === 0 ? <small>{t('reader.nobody-yet')}</small> : null}
    </div>
  );
}
