import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** To the page of a record of the register. */
export function RecordLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Link to="/records/$id" params={{ id }}>
      {children}
    </Link>
  );
}
