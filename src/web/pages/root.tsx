import { Outlet } from '@tanstack/react-router';

/** To come. */
export function Root() {
  return <Outlet />;
}
