import type { RecordDetail } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import { History } from '../history.tsx';
import { RecordLink } from '../record-link.tsx';
import { HoldBox } from './hold.tsx';
import { SensitivityBox } from './sensitivity.tsx';

/** By which fields another record leans on this one: `victim, event`. */
const asWords = (as: string): string =>
  as
    .split(', ')
    .map((field) => codeWord('field', field).toLowerCase())
    .join(', ');

function Related({ related }: Pick<RecordDetail, 'related'>) {
  if (related.length === 0) return null;
  return (
    <section className="box">
      <h2>{t('record.related')}</h2>
      <ul className="related">
        {related.map((other) => (
          <li key={`${other.id} ${other.as}`}>
            <span className="quiet">{asWords(other.as)}</span>
            <RecordLink id={other.id}>{other.title}</RecordLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the cells: how it is guarded or held, what it hangs together with, and who decided what. */
export function Side({ record }: { readonly record: RecordDetail }) {
  return (
    <aside className="side-boxes" aria-label={t('record.side')}>
      {record.sensitivity === null ? null : (
        <SensitivityBox key={record.sensitivity} person={record.id} sensitivity={record.sensitivity} />
      )}
      {record.hold === null ? null : <HoldBox cited={record.id} state={record.hold} heldBy={record.heldBy} />}
      <Related related={record.related} />
      <section className="box">
        <h2>{t('record.history')}</h2>
        <History lines={record.history} />
      </section>
    </aside>
  );
}
