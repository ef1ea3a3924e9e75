import { useRef, type ReactNode } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';
import type { Beside } from './beside.ts';
import type { VoiceHue } from './hues.ts';
import { Note } from './note.tsx';
import { placeAmongWaiting } from './review.ts';
import { usePlaces, type LinesOf } from './use-places.ts';
import type { Review } from './use-review.ts';

interface MarginProps {
  readonly notes: readonly NoteView[];
  readonly beside: Beside;
  readonly review: Review;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly linesOf: LinesOf;
  /** The form that is open in the note in focus. */
  readonly form: ReactNode;
  /** Many notes on few words: those not in focus take one line. */
  readonly dense: boolean;
  /** A record that is being made by hand: it stands at the height of its words. */
  readonly making: { readonly at: number; readonly form: ReactNode } | null;
}

/** The margin: one note a proposal or record, beside its words. */
export function Margin({ notes, beside, review, hues, linesOf, form, dense, making }: MarginProps) {
  const list = useRef<HTMLOListElement>(null);
  const places = usePlaces({ notes, focus: review.focus, list, linesOf });
  return (
    <aside className="margin" aria-label={t('reader.margin')} data-making={making !== null || undefined}>
      {making === null ? null : (
        <div className="making" style={{ top: `${linesOf([making.at])?.[0] ?? 0}px` }}>
          {making.form}
        </div>
      )}
      {places.tops.size === 0 || places.tops.size === notes.length ? null : (
        <button type="button" className="above" onClick={() => review.goTo(null)}>
          {t('reader.above', { n: notes.length - places.tops.size })}
        </button>
      )}
      <ol ref={list} className="notes" data-dense={dense || undefined} style={{ minHeight: `${places.bottom}px` }}>
        {notes.map((note) =>
          places.tops.size > 0 && !places.drawn.has(note.id) ? null : (
            <Note
              key={note.id}
              note={note}
              review={review}
              hue={note.voice === null ? 'hue-0' : (hues.get(note.voice)?.hue ?? 'hue-0')}
              top={places.tops.get(note.id)}
              place={placeOf(notes, note.id)}
              beside={beside}
              form={review.focus === note.id ? form : null}
            />
          ),
        )}
      </ol>
    </aside>
  );
}

function placeOf(notes: readonly NoteView[], id: string): string | undefined {
  const place = placeAmongWaiting(notes, id);
  return place && t('reader.place', place);
}
