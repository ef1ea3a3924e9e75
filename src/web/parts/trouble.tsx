import { ApiTrouble } from '../state/api.ts';
import { t } from '../words.ts';
import './trouble.css';

/** An error in its place: what happened and was kept, what to do. */
export function Trouble({ error }: { readonly error: unknown }) {
  const known = error instanceof ApiTrouble;
  return (
    <div className="trouble" role="alert">
      <p>
        <b>{known ? error.happened : t('trouble.bug')}</b>
      </p>
      <p>{known ? error.toDo : t('trouble.bug-do')}</p>
    </div>
  );
}
