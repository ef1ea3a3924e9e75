import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../words.ts';
import { FormShell } from './form-shell.tsx';

interface RejectFormProps {
  readonly onReject: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Rejecting asks for a reason and takes none for an answer. */
export function RejectForm({ onReject, onCancel }: RejectFormProps) {
  const [reason, setReason] = useState('');
  return (
    <FormShell
      label={t('reader.reject')}
      submit={t('reader.reject')}
      onSubmit={() => onReject(reason)}
      onCancel={onCancel}
    >
      <TextInput
        size="xs"
        label={t('reader.reject-why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormShell>
  );
}
