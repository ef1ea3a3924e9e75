import type { NoteView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';
import { modelName, reasonsOf } from './why-words.ts';
import './why.css';

/** Why the words were read so: closed until somebody asks, one reason a line, the weight of a trained feature beside it. */
export function Why({ note }: { readonly note: Pick<NoteView, 'why'> }) {
  if (note.why.length === 0) return null;
  return (
    <details className="why">
      <summary>{t('reader.why')}</summary>
      <ul>
        {reasonsOf(note.why).map(({ words, weight }) => (
          <li key={`${words} ${weight}`}>
            <span dir="auto">{words}</span>
            {weight === null ? null : <b>{weight}</b>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who proposed it, where that is not the built-in reader. */
export function Proposer({ note }: { readonly note: Pick<NoteView, 'proposer'> }) {
  if (note.proposer === null) return null;
  return (
    <p className="proposer">
      {t('reader.proposer')} <bdi>{modelName(note.proposer)}</bdi>
    </p>
  );
}
