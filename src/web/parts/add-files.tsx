import { Button, FileButton, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { announceTrouble } from '../state/deeds.ts';
import { announce } from '../state/toasts.ts';
import { upload } from '../state/upload.ts';
import { t } from '../words.ts';
import './add-files.css';

interface Sending {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly share: number;
}

/** Sends files one after the other; a refused one is said and the others go on. */
function useSending() {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const send = async (files: readonly File[]) => {
    let kept = 0;
    for (const [at, file] of files.entries()) {
      const step = { name: file.name, done: at, total: files.length };
      setSending({ ...step, share: 0 });
      try {
        await upload(file, (share) => setSending({ ...step, share }));
        kept += 1;
      } catch (error) {
        announceTrouble(error);
      }
    }
    setSending(null);
    if (kept > 0) announce({ kind: 'done', text: t('add.done', { n: kept }), deed: null });
    await client.invalidateQueries();
  };
  return { sending, send };
}

function SendingLine({ sending }: { readonly sending: Sending }) {
  const percent = (100 * (sending.done + sending.share)) / sending.total;
  const label = t('add.sending', { n: sending.done + 1, total: sending.total });
  return (
    <div className="sending">
      <p>
        {label} <span className="quiet">{sending.name}</span>
      </p>
      <Progress value={percent} size={2} aria-label={label} />
    </div>
  );
}

/** Files into custody: dropped here or chosen. `compact`: the button alone. */
export function AddFiles({ compact = false }: { readonly compact?: boolean }) {
  const { sending, send } = useSending();
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, now: boolean) => {
    event.preventDefault();
    setOver(now);
  };
  const drop = (event: DragEvent) => {
    hover(event, false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <div
      className={compact ? 'add compact' : 'add'}
      data-over={over || undefined}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={drop}
    >
      {sending === null ? (
        <>
          <FileButton multiple onChange={(files) => void send(files)}>
            {(props) => (
              <Button {...props} variant={compact ? 'default' : 'filled'} size={compact ? 'compact-sm' : 'sm'}>
                {t('add.choose')}
              </Button>
            )}
          </FileButton>
          {compact ? null : <p className="quiet">{t('add.drop')}</p>}
        </>
      ) : (
        <SendingLine sending={sending} />
      )}
    </div>
  );
}
