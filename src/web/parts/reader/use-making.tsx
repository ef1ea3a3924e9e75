import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { TextView } from '../../../http/api-types.ts';
import type { RecordKind } from '../../../domain/record.ts';
import { useDeeds } from '../../state/deeds.ts';
import { AddForm } from './add-form.tsx';
import type { Adding } from './adding.ts';
import { RecordBar } from './record-bar.tsx';
import { RecordForm } from './record-form.tsx';
import type { Range } from './segments.ts';
import type { Picked } from './use-picked.ts';
import type { Review } from './use-review.ts';

export interface Making {
  /** The words a record is being made of, or get another value from; null while none is. */
  readonly range: Range | null;
  readonly form: ReactNode;
  /** What the selected words can become, while some are selected and no form takes them. */
  readonly bar: ReactNode;
  readonly cancel: () => void;
}

interface Picking {
  readonly picked: Picked | null;
  /** What is selected at this moment: a key may come before the page has drawn the last selection. */
  readonly pick: () => Range | null;
  /** The record that a link asked words for. */
  readonly adding: Adding | null;
}

interface Made {
  readonly as: RecordKind | 'another-value';
  readonly range: Range;
}

/** A record by hand, or one more value for a record, from the words that are selected to the note or the page it becomes. */
export function useMaking(view: TextView, { picked, pick, adding }: Picking, review: Review): Making {
  const deeds = useDeeds();
  const navigate = useNavigate();
  const [made, setMade] = useState<Made | null>(null);
  const cancel = (): void => setMade(null);
  const begin = (as: Made['as']): void => {
    const now = pick();
    if (now === null) return;
    review.goTo(null);
    setMade({ as, range: { start: now.start, end: now.end } });
    window.getSelection()?.removeAllRanges();
  };
  const send = async (path: '/records' | '/claims', body: object): Promise<void> => {
    const done = await deeds.run(path, body);
    if (done === undefined) return;
    cancel();
    if (adding !== null && path === '/claims' && done.record !== null)
      return navigate({ to: '/records/$id', params: { id: done.record } });
    review.goTo(view.notes.find((note) => note.record === done.record)?.id ?? done.record);
  };
  const free = picked !== null && made === null && review.editing !== 'amend';
  return {
    range: made?.range ?? null,
    form: made && (
      <MakingForm key={`${made.as} ${made.range.start}`} {...{ made, view, picked, adding, send, cancel }} />
    ),
    bar: free ? (
      <RecordBar at={picked} onChoose={begin} onAdd={() => begin('another-value')} adding={adding !== null} />
    ) : null,
    cancel,
  };
}

interface MakingFormProps {
  readonly made: Made;
  readonly view: TextView;
  readonly picked: Range | null;
  readonly adding: Adding | null;
  readonly send: (path: '/records' | '/claims', body: object) => Promise<void>;
  readonly cancel: () => void;
}

function MakingForm({ made: { as, range }, view, picked, adding, send, cancel }: MakingFormProps) {
  if (as === 'another-value')
    return <AddForm {...{ range, view, adding }} onCancel={cancel} onAdd={(body) => void send('/claims', body)} />;
  return (
    <RecordForm
      kind={as}
      {...{ range, view, picked }}
      onCancel={cancel}
      onRecord={(body) => void send('/records', body)}
    />
  );
}
