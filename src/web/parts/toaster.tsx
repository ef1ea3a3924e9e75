import { Button, CloseButton, Kbd } from '@mantine/core';
import { useDeeds } from '../state/deeds.ts';
import { dismiss, type Toast, useToasts } from '../state/toasts.ts';
import { t } from '../words.ts';
import './toast.css';

function DoneToast({ toast }: { readonly toast: Extract<Toast, { kind: 'done' }> }) {
  const { takeBack } = useDeeds();
  const { deed } = toast;
  const undo = () => {
    dismiss(toast.id);
    if (deed !== null) void takeBack(deed, '');
  };
  return (
    <div className="toast">
      <p className="toast-text">{toast.text}.</p>
      {deed === null ? null : (
        <Button size="compact-xs" rightSection={<Kbd size="xs">U</Kbd>} onClick={undo}>
          {t('undo.do')}
        </Button>
      )}
    </div>
  );
}

function TroubleToast({ toast }: { readonly toast: Extract<Toast, { kind: 'trouble' }> }) {
  return (
    <div className="toast" data-trouble>
      <p>
        <b>{toast.problem.happened}</b> {toast.problem.toDo}
      </p>
      <CloseButton size="sm" aria-label={t('close')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}

/** What was just done, with its undo; what went wrong, with what to do. */
export function Toaster() {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {useToasts().map((toast) =>
        toast.kind === 'done' ? (
          <DoneToast key={toast.id} toast={toast} />
        ) : (
          <TroubleToast key={toast.id} toast={toast} />
        ),
      )}
    </div>
  );
}
