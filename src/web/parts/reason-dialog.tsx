import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { t } from '../words.ts';

interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What it is about, in the record's own words. */
  readonly about?: string;
  /** What will follow. */
  readonly note?: string;
  readonly doIt: string;
  /** False while something above the reason is still to be chosen. */
  readonly ready?: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
  /** More to choose, above the reason. */
  readonly children?: ReactNode;
}

/** Every decision that changes something asks why; Ctrl and Enter sends it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, title, about, note, doIt, ready = true, onClose, onReason, children } = props;
  const [reason, setReason] = useState('');
  const complete = ready && reason.trim() !== '';
  const send = () => {
    if (!complete) return;
    onReason(reason.trim());
    setReason('');
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <Modal opened={open} onClose={onClose} title={title}>
      <form onSubmit={onSubmit} className="reason">
        {about === undefined ? null : <p>{about}</p>}
        {children}
        <Textarea
          label={t('reason.label')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          autosize
          minRows={2}
          data-autofocus
          required
        />
        {note === undefined ? null : <p className="quiet">{note}</p>}
        <div className="reason-bar">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!complete}>
            {doIt}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
