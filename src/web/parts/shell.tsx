import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CaseHome } from '../../http/api-types.ts';
import { useDeeds } from '../state/deeds.ts';
import { useLive } from '../state/events.ts';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';
import { JobLine } from './job-line.tsx';
import { KeysHelp } from './keys-help.tsx';
import { SearchBox } from './search-box.tsx';
import { Street } from './street.tsx';
import { StreetFoot } from './street-foot.tsx';
import './shell.css';

const NARROW = '(max-width: 60rem)';

function StreetAndFoot({ home, connected }: { readonly home: CaseHome; readonly connected: boolean }) {
  return (
    <>
      <Street counts={home.counts} />
      <StreetFoot home={home} connected={connected} />
    </>
  );
}

function TopBar({ home, connected }: { readonly home: CaseHome; readonly connected: boolean }) {
  const [open, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  return (
    <div className="top-bar">
      <ActionIcon onClick={toggle} aria-label={t('nav.open')} aria-expanded={open} size="lg">
        ☰
      </ActionIcon>
      <Link to="/" className="case-name">
        {home.name}
      </Link>
      <Link to="/search" className="top-search">
        {t('nav.search')}
      </Link>
      <Drawer opened={open} onClose={close} title={home.name} size="17rem" classNames={{ body: 'drawer-body' }}>
        <StreetAndFoot home={home} connected={connected} />
      </Drawer>
    </div>
  );
}

interface ShellKeysProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

function useShellKeys({ onSearch, onHelp }: ShellKeysProps): void {
  const { undo } = useDeeds();
  useKeys({
    '/': { does: t('keys.search'), run: onSearch },
    u: { does: t('keys.undo'), run: () => void undo() },
    '?': { does: t('keys.help'), run: onHelp },
  });
}

/** The street at the side (behind a bar where it is narrow), the page beside it. */
export function Shell({ home, children }: { readonly home: CaseHome; readonly children: ReactNode }) {
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const connected = useLive();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const onSearch = () => {
    if (search.current === null) void navigate({ to: '/search' });
    else search.current.focus();
  };
  useShellKeys({ onSearch, onHelp: openHelp });
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('nav.skip')}
      </a>
      {narrow ? (
        <TopBar home={home} connected={connected} />
      ) : (
        <div className="side">
          <Link to="/" className="case-name">
            {home.name}
          </Link>
          <SearchBox ref={search} />
          <StreetAndFoot home={home} connected={connected} />
        </div>
      )}
      <main id="page" tabIndex={-1}>
        <JobLine jobs={home.jobs.filter((job) => job.state === 'running')} />
        {children}
      </main>
      <KeysHelp open={help} onClose={closeHelp} />
    </div>
  );
}
