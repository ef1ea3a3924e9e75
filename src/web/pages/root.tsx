import { Loader } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Shell } from '../parts/shell.tsx';
import { Toaster } from '../parts/toaster.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ApiTrouble } from '../state/api.ts';
import { useCase } from '../state/case.ts';
import { t } from '../words.ts';
import { NoSession, Unlock } from './doors.tsx';

function Gate() {
  const { data, error, isPending } = useCase();
  if (isPending) return <Loader className="waiting" aria-label={t('loading')} />;
  if (error instanceof ApiTrouble && error.status === 401) return <NoSession />;
  if (data?.locked === true || (error instanceof ApiTrouble && error.kind === 'case-locked')) return <Unlock />;
  if (data === undefined) return <Trouble error={error} />;
  return (
    <Shell home={data}>
      <Outlet />
    </Shell>
  );
}

/** Around every page: no session, locked, or the shell with the page in it; what was done is said at the side. */
export function Root() {
  return (
    <>
      <Gate />
      <Toaster />
    </>
  );
}
