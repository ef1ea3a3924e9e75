import { Button, PasswordInput } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Trouble } from '../parts/trouble.tsx';
import { post } from '../state/api.ts';
import { t } from '../words.ts';

function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useDocumentTitle(t('page.title', { page: title }));
  return (
    <main className="door">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** Nobody came through the printed link: says which link to open. */
export function NoSession() {
  return (
    <Door title={t('session.title')}>
      <p>{t('session.text')}</p>
      <p>
        <code>actum start</code>
      </p>
      <p className="quiet">{t('session.why')}</p>
    </Door>
  );
}

/** The case is locked: its key is nowhere but in this passphrase. */
export function Unlock() {
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await post('/unlock', { passphrase });
      await client.resetQueries();
    } catch (error) {
      setTrouble(error);
    }
    setPassphrase('');
    setBusy(false);
  };
  return (
    <Door title={t('unlock.title')}>
      <p>{t('unlock.text')}</p>
      <form onSubmit={(event) => void unlock(event)}>
        <PasswordInput
          label={t('unlock.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="current-password"
          autoFocus
          required
        />
        {trouble === null ? null : <Trouble error={trouble} />}
        <Button type="submit" variant="filled" size="sm" mt="md" loading={busy}>
          {t('unlock.do')}
        </Button>
      </form>
    </Door>
  );
}
