import { Kbd, Modal } from '@mantine/core';
import { useKeyList } from '../state/keys.ts';
import { t } from '../words.ts';

interface KeysHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function KeyLines() {
  return (
    <dl className="keys-help">
      {useKeyList().map(([key, action]) => (
        <div key={key}>
          <dt>
            <Kbd>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
          </dt>
          <dd>{action.does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every key that works on this page now. */
export function KeysHelp({ open, onClose }: KeysHelpProps) {
  return (
    <Modal opened={open} onClose={onClose} title={t('keys.title')}>
      <KeyLines />
    </Modal>
  );
}
