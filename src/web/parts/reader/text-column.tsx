import { memo, useMemo, type ReactNode } from 'react';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import { t } from '../../words.ts';
import type { VoiceHue } from './hues.ts';
import { ParagraphView } from './paragraph-view.tsx';
import { paragraphsOf } from './paragraphs.ts';
import type { Range } from './segments.ts';
import { marksByParagraph, ownMarks } from './text-marks.ts';

interface TextColumnProps {
  readonly view: TextView;
  readonly notes: readonly NoteView[];
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly asked: readonly Range[];
  readonly covered: boolean;
  /** What stands under the last paragraph: the sentinel that asks for more. */
  readonly children?: ReactNode;
}

/** The source's own words as a column of serif, with its spans in place. */
export const TextColumn = memo(function TextColumn({ view, notes, hues, asked, covered, children }: TextColumnProps) {
  const paragraphs = useMemo(() => paragraphsOf(view.words, view.from), [view.words, view.from]);
  const own = useMemo(() => ownMarks(view, asked), [view, asked]);
  const marks = useMemo(() => marksByParagraph(paragraphs, notes, own), [paragraphs, notes, own]);
  const none = useMemo(() => [], []);
  return (
    <article className="text" lang={view.language === 'und' ? undefined : view.language} aria-label={t('reader.text')}>
      {paragraphs.map((paragraph, at) => (
        <ParagraphView
          key={paragraph.start}
          paragraph={paragraph}
          words={view.words.slice(paragraph.start - view.from, paragraph.end - view.from)}
          marks={marks[at] ?? none}
          hues={hues}
          covered={covered}
        />
      ))}
      {children}
    </article>
  );
});
