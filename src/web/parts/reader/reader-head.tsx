import { Button, Kbd, SegmentedControl } from '@mantine/core';
import type { TextView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';

export type Shape = 'text' | 'pages';

/** What is known of the source, in one quiet line. */
export const factsOf = (view: TextView): string =>
  [
    languageName(view.language),
    view.strange ? t('reader.strange') : undefined,
    t('reader.taken', { date: view.source.takenAt.slice(0, 10) }),
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const languageName = (code: string): string | undefined => (code === 'und' ? undefined : NAMES.of(code));

interface ReaderToolsProps {
  readonly view: TextView;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  readonly covered: boolean;
  readonly onCover: (covered: boolean) => void;
}

/** Headline, pages, keys: what stands at the right of the reader's head. */
export function ReaderTools({ view, shape, onShape, covered, onCover }: ReaderToolsProps) {
  return (
    <div className="reader-tools">
      {view.title === null ? null : (
        <Button size="compact-xs" variant="subtle" aria-pressed={!covered} onClick={() => onCover(!covered)}>
          {t(covered ? 'reader.show-headline' : 'reader.hide-headline')}
        </Button>
      )}
      {view.pages === null ? null : (
        <SegmentedControl
          size="xs"
          aria-label={t('reader.shape')}
          value={shape}
          data={[
            { value: 'text', label: t('reader.as-text') },
            { value: 'pages', label: t('reader.as-pages') },
          ]}
          onChange={(value) => onShape(value === 'pages' ? 'pages' : 'text')}
        />
      )}
      <span className="keys" aria-hidden>
        <Kbd size="xs">J</Kbd> {t('reader.hint-next')} <Kbd size="xs">A</Kbd> {t('reader.hint-accept')}{' '}
        <Kbd size="xs">E</Kbd> {t('reader.hint-amend')} <Kbd size="xs">X</Kbd> {t('reader.hint-reject')}{' '}
        <Kbd size="xs">?</Kbd> {t('reader.hint-all')}
      </span>
    </div>
  );
}
