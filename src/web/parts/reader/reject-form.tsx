import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../words.ts';

interface RejectFormProps {
  readonly onReject: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Rejecting asks for a reason and takes none for an answer. */
export function RejectForm({ onReject, onCancel }: RejectFormProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="note-form"
      aria-label={t('reader.reject')}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason);
      }}
    >
      <TextInput
        size="xs"
        data-autofocus
        ref={(input) => input?.focus({ preventScroll: true })}
        label={t('reader.reject-why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="bar">
        <Button type="submit" variant="filled">
          {t('reader.reject')}
        </Button>
        <Button onClick={onCancel}>{t('reader.cancel')}</Button>
      </div>
    </form>
  );
}
