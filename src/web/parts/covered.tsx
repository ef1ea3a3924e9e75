import { useState, type ReactNode } from 'react';
import type { NoteView } from '../../http/api-types.ts';
import { t } from '../words.ts';
import './covered.css';

interface CoveredProps {
  readonly because: NoteView['covered'];
  readonly children: ReactNode;
}

/** Words that nobody should read over a shoulder: covered until asked, each place by itself. */
export function Covered({ because, children }: CoveredProps) {
  const [shown, setShown] = useState(false);
  if (because === null || shown) return children;
  return (
    <button type="button" className="covered" onClick={() => setShown(true)}>
      {t(`covered.${because}`)}
    </button>
  );
}
