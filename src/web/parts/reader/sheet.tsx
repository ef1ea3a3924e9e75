import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';
import type { Beside } from './beside.ts';
import type { VoiceHue } from './hues.ts';
import { Note } from './note.tsx';
import { placeAmongWaiting, waits } from './review.ts';
import type { Review } from './use-review.ts';

interface SheetProps {
  readonly notes: readonly NoteView[];
  readonly beside: Beside;
  readonly review: Review;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly form: ReactNode;
  readonly making: ReactNode;
}

/** Where the page is narrow: one note at a time in a sheet under the text. */
export function Sheet({ notes, beside, review, hues, form, making }: SheetProps) {
  const note = notes.find(({ id }) => id === review.focus);
  const place = note && placeAmongWaiting(notes, note.id);
  return (
    <aside className="sheet" aria-label={t('reader.margin')}>
      {making ?? (
        <>
          <div className="sheet-bar">
            <ActionIcon aria-label={t('reader.key-back')} onClick={() => review.step(-1)}>
              ‹
            </ActionIcon>
            <span>{place ? t('reader.place', place) : t('reader.waiting', { n: notes.filter(waits).length })}</span>
            <ActionIcon aria-label={t('reader.key-next')} onClick={() => review.step(1)}>
              ›
            </ActionIcon>
            {note === undefined ? null : (
              <Button size="compact-xs" variant="subtle" onClick={() => review.goTo(null)}>
                {t('close')}
              </Button>
            )}
          </div>
          {note === undefined ? null : (
            <ol className="notes">
              <Note
                note={note}
                review={review}
                hue={note.voice === null ? 'hue-0' : (hues.get(note.voice)?.hue ?? 'hue-0')}
                top={undefined}
                place={undefined}
                beside={beside}
                form={form}
              />
            </ol>
          )}
        </>
      )}
    </aside>
  );
}
