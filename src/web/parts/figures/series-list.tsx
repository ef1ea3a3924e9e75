import { Fragment } from 'react';
import type { DeskFigureView } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import type { VoiceHue } from '../reader/hues.ts';
import { WordsQuote } from '../words-quote.tsx';
import { aboutWord } from './about-word.ts';
import type { DeskSeries } from './chart-layout.ts';
import { pointing } from './figure-chart.tsx';
import { whoOf } from './figure-rows.ts';
import { stepWords } from './step-words.ts';

interface SeriesListProps {
  readonly series: readonly DeskSeries[];
  readonly figureOf: (id: string) => DeskFigureView | undefined;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly onPoint: (figures: readonly string[]) => void;
}

/** One voice that counts on: nothing to settle, but to be read as one (SPEC W38). */
export function SeriesList({ series, figureOf, hues, onPoint }: SeriesListProps) {
  if (series.length === 0) return null;
  return (
    <section className="settle" aria-labelledby="series">
      <h2 id="series">{t('figures.series')}</h2>
      {series.map(({ figures }) => {
        const steps = figures.flatMap((id) => figureOf(id) ?? []);
        return steps[0] === undefined ? null : (
          <Steps
            key={figures.join(' ')}
            steps={steps}
            first={steps[0]}
            hues={hues}
            point={pointing(onPoint, figures)}
          />
        );
      })}
    </section>
  );
}

const factsOf = ({ about, ofWhom, standing }: DeskFigureView): readonly string[] => [
  ...(about === 'other' ? [] : [aboutWord(about)]),
  ...(ofWhom === null ? [] : [ofWhom]),
  ...(standing === 'plain' ? [] : [codeWord('code', standing)]),
];

interface StepsProps {
  readonly steps: readonly DeskFigureView[];
  readonly first: DeskFigureView;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly point: ReturnType<typeof pointing>;
}

function Steps({ steps, first, hues, point }: StepsProps) {
  const hue = hues.get(first.voiceKey)?.hue ?? 'hue-0';
  return (
    <article className="pair" data-kind="series" {...point}>
      <h3>
        <span>
          {steps.map((step, at) => (
            <Fragment key={step.id}>
              {at === 0 ? null : ' → '}
              {stepWords(step)}
            </Fragment>
          ))}
        </span>
      </h3>
      <p className="because">{[whoOf(first), ...factsOf(first)].join(' · ')}</p>
      {steps.map((step) => (
        <WordsQuote key={step.id} words={step.words} hue={hue} />
      ))}
    </article>
  );
}
