import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseHome } from '../../http/api-types.ts';
import { post } from '../state/api.ts';
import { announceTrouble } from '../state/deeds.ts';
import { t } from '../words.ts';
import { ThemeSwitch } from './theme-switch.tsx';

function LockButton() {
  const client = useQueryClient();
  const lock = async () => {
    try {
      await post('/lock');
      // First the case alone: its pages go before any of them asks a locked case for more.
      await client.resetQueries({ queryKey: ['case'] });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'case' });
    } catch (error) {
      announceTrouble(error);
    }
  };
  return (
    <Button size="compact-xs" onClick={() => void lock()}>
      {t('lock.do')}
    </Button>
  );
}

interface StreetFootProps {
  readonly home: CaseHome;
  readonly connected: boolean;
}

/** At the foot of the street, on every page: the ledger's state, the lock, who works here. */
export function StreetFoot({ home, connected }: StreetFootProps) {
  const { ledger } = home;
  return (
    <footer className="foot" aria-label={t('foot.label')}>
      {connected ? null : (
        <p className="warn" role="status">
          {t('foot.no-answer')}
        </p>
      )}
      <p>
        <Link to="/ledger">{t('foot.ledger', { n: ledger.deeds })}</Link>
      </p>
      {ledger.unanchored === 0 ? null : <p className="warn">{t('foot.unanchored', { n: ledger.unanchored })}</p>}
      {home.passphrase ? null : <p className="warn">{t('lock.none')}</p>}
      <p>{t('foot.actor', { name: home.actor })}</p>
      <div className="foot-bar">
        {home.passphrase ? <LockButton /> : null}
        <ThemeSwitch />
      </div>
    </footer>
  );
}
