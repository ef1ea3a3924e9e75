import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NoteView } from '../../http/api-types.ts';

/** To the reader, at this note. */
export function NoteLink({
  note,
  children,
}: {
  readonly note: Pick<NoteView, 'id' | 'text'>;
  readonly children: ReactNode;
}) {
  return (
    <Link to="/read/$textId" params={{ textId: note.text }} search={{}} hash={`note=${note.id}`}>
      {children}
    </Link>
  );
}
