import { Kbd } from '@mantine/core';
import { useKeys } from '../../state/keys.ts';
import type { RecordKind } from '../../../domain/record.ts';
import { codeWord, t } from '../../words.ts';
import type { Picked } from './use-picked.ts';

/** What selected words can be recorded as, and by which key. */
const KINDS = [
  ['person', 'p'],
  ['act', 't'],
  ['figure', 'f'],
  ['event', 'v'],
  ['statement', 's'],
  ['proceeding', 'r'],
  ['intervention', 'i'],
  ['cited-source', 'c'],
] as const satisfies readonly (readonly [RecordKind, string])[];

interface RecordBarProps {
  /** Where the selection begins, in pixels from the top of the column; `under`: where it ends, for there is no room above. */
  readonly at: Pick<Picked, 'top' | 'under'>;
  readonly onChoose: (kind: RecordKind) => void;
  readonly onAdd: () => void;
  /** A link asked for words for one record: adding comes first. */
  readonly adding: boolean;
}

/** The small bar over selected words. */
export function RecordBar({ at, onChoose, onAdd, adding }: RecordBarProps) {
  useKeys({
    ...Object.fromEntries(
      KINDS.map(([kind, key]) => [
        key,
        { does: t('reader.record-as', { kind: codeWord('kind', kind) }), run: () => onChoose(kind) },
      ]),
    ),
    b: { does: t('reader.add-title'), run: onAdd },
  });
  const add = (
    <button
      type="button"
      className="record-add"
      data-asked={adding || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onAdd}
    >
      {t(adding ? 'reader.add-asked' : 'reader.add-to')} <Kbd size="xs">B</Kbd>
    </button>
  );
  return (
    <div
      className="record-bar"
      role="toolbar"
      aria-label={t('reader.record-bar')}
      data-under={at.under || undefined}
      style={{ top: `${at.top}px` }}
    >
      {adding ? add : null}
      <span>{t('reader.record-bar')}</span>
      {KINDS.map(([kind, key]) => (
        <button key={kind} type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(kind)}>
          {codeWord('kind', kind)} <Kbd size="xs">{key.toUpperCase()}</Kbd>
        </button>
      ))}
      {adding ? null : add}
    </div>
  );
}
