import { useState, type ReactNode } from 'react';
import type { TextView } from '../../../http/api-types.ts';
import type { RecordKind } from '../../../domain/record.ts';
import { useDeeds } from '../../state/deeds.ts';
import { RecordForm } from './record-form.tsx';
import type { Range } from './segments.ts';
import type { Review } from './use-review.ts';

export interface Making {
  /** The words a record is being made of; null while none is. */
  readonly range: Range | null;
  readonly form: ReactNode;
  readonly begin: (kind: RecordKind) => void;
  readonly cancel: () => void;
}

interface Picking {
  readonly picked: Range | null;
  /** What is selected at this moment: a key may come before the page has drawn the last selection. */
  readonly pick: () => Range | null;
}

/** A record by hand, from the words that are selected to the note it becomes. */
export function useMaking(view: TextView, { picked, pick }: Picking, review: Review): Making {
  const deeds = useDeeds();
  const [made, setMade] = useState<{ readonly kind: RecordKind; readonly range: Range } | null>(null);
  const cancel = (): void => setMade(null);
  const begin = (kind: RecordKind): void => {
    const now = pick();
    if (now === null) return;
    review.goTo(null);
    setMade({ kind, range: { start: now.start, end: now.end } });
    window.getSelection()?.removeAllRanges();
  };
  const form = made && (
    <RecordForm
      key={`${made.kind} ${made.range.start}`}
      kind={made.kind}
      range={made.range}
      view={view}
      picked={picked}
      onCancel={cancel}
      onRecord={async (body) => {
        const done = await deeds.run('/records', body);
        if (done === undefined) return;
        cancel();
        review.goTo(done.record);
      }}
    />
  );
  return { range: made?.range ?? null, form, begin, cancel };
}
