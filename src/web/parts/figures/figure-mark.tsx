import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { codeWord, t } from '../../words.ts';
import { RecordLink } from '../record-link.tsx';
import { aboutWord } from './about-word.ts';
import { WordsQuote } from '../words-quote.tsx';
import { isRecorded, numberOf, whoOf, type FigureRow } from './figure-rows.ts';

interface FigureMarkProps {
  readonly row: FigureRow;
  readonly hue: string;
  readonly style?: CSSProperties;
  readonly point?: ComponentProps<'button'>;
  readonly children?: ReactNode;
}

/** The button that a mark is: it opens the words. */
export function FigureMark({ row, hue, style, point, children }: FigureMarkProps) {
  const [open, { toggle, close }] = useDisclosure(false);
  const [figure] = row.figures;
  const said = t('figures.mark', {
    number: numberOf(row),
    what: aboutWord(figure.about),
    voice: whoOf(figure),
    state: t(isRecorded(row) ? 'figures.recorded' : 'figures.read'),
  });
  return (
    <Popover
      opened={open}
      onChange={close}
      width={380}
      position="bottom-start"
      shadow="none"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className="figure-mark"
          aria-label={said}
          aria-expanded={open}
          onClick={toggle}
          {...point}
          {...(style && { style })}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="figure-words">
        <FigureWords row={row} hue={hue} />
      </Popover.Dropdown>
    </Popover>
  );
}

const SHOWN = 6;

function FigureWords({ row, hue }: { readonly row: FigureRow; readonly hue: string }) {
  const [figure] = row.figures;
  const facts = [
    aboutWord(figure.about),
    figure.ofWhom,
    figure.standing === 'plain' ? null : codeWord('code', figure.standing),
    figure.period,
    figure.asOf === null ? null : t('figures.as-of', { when: figure.asOf }),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p>
        <b>{numberOf(row)}</b> <span className="quiet">{facts.join(' · ')}</span>
      </p>
      {row.figures.slice(0, SHOWN).map((each) => (
        <WordsQuote key={each.id} words={each.words} chain={each.chain} hue={hue} />
      ))}
      {row.figures.length > SHOWN ? (
        <p className="quiet">{t('figures.more', { n: row.figures.length - SHOWN })}</p>
      ) : null}
      {figure.record === null ? (
        <p className="quiet">{t('figures.only-read')}</p>
      ) : (
        <p>
          <RecordLink id={figure.record}>{t('reader.open-record')}</RecordLink>
        </p>
      )}
    </>
  );
}
