import { Button } from '@mantine/core';
import { useState } from 'react';
import type { JudgeBody } from '../../../http/api-bodies.ts';
import type { DeskFigureView, DeskPairView } from '../../../http/api-register.ts';
import { useDeeds } from '../../state/deeds.ts';
import { codeWord, t } from '../../words.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { VoiceHue } from '../reader/hues.ts';
import { WordsLink } from '../words-link.tsx';
import { pointing } from './figure-chart.tsx';
import { countOnly } from './figure-rows.ts';
import { WordsQuote } from '../words-quote.tsx';

type Judgement = JudgeBody['judgement'];
const JUDGEMENTS = ['same', 'not-same', 'unsure'] as const satisfies readonly Judgement[];

interface ToSettleProps {
  readonly pairs: readonly DeskPairView[];
  readonly figureOf: (id: string) => DeskFigureView | undefined;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly onPoint: (figures: readonly string[]) => void;
}

const FIRST = 4;

/** What nobody judged yet comes first; contradictions before differences; then what has the fewest reasons to differ. */
const order = (pair: DeskPairView): number =>
  (pair.judgement === null ? 0 : 2000) + (pair.kind === 'contradicts' ? 0 : 1000) + pair.because.length;

/** Pairs of figures that disagree, both sides' words beside each other, each to be judged by a person. */
export function ToSettle({ pairs, figureOf, hues, onPoint }: ToSettleProps) {
  const [shown, setShown] = useState(FIRST);
  const [judging, setJudging] = useState<{ readonly pair: DeskPairView; readonly judgement: Judgement } | null>(null);
  const deeds = useDeeds();
  const sorted = pairs.toSorted((a, b) => order(a) - order(b));
  return (
    <section className="settle" aria-labelledby="to-settle">
      <h2 id="to-settle">{t('figures.to-settle')}</h2>
      {pairs.length === 0 ? <p className="quiet">{t('figures.none-to-settle')}</p> : null}
      {sorted.slice(0, shown).map((pair) => (
        <Pair
          key={`${pair.a} ${pair.b}`}
          pair={pair}
          sides={[figureOf(pair.a), figureOf(pair.b)]}
          hues={hues}
          point={pointing(onPoint, [pair.a, pair.b])}
          onJudge={(judgement) => setJudging({ pair, judgement })}
        />
      ))}
      {pairs.length > shown ? (
        <Button onClick={() => setShown(shown + FIRST * 5)}>
          {t('figures.more-pairs', { n: pairs.length - shown })}
        </Button>
      ) : null}
      <ReasonDialog
        open={judging !== null}
        title={t(`figures.judge-${judging?.judgement ?? 'same'}`)}
        about={judging === null ? '' : titleOf(figureOf(judging.pair.a), figureOf(judging.pair.b))}
        note={t(`figures.then-${judging?.judgement ?? 'same'}`)}
        doIt={t('figures.judge')}
        onClose={() => setJudging(null)}
        onReason={(reason) => {
          if (judging === null) return;
          const { pair, judgement } = judging;
          const body: JudgeBody = { of: 'figure', a: pair.a, b: pair.b, judgement, reason };
          void deeds.run('/judgements', body);
        }}
      />
    </section>
  );
}

const sideTitle = (figure: DeskFigureView | undefined): string =>
  figure === undefined || figure.about === 'other'
    ? (figure?.number ?? '…')
    : t('figures.counted', { number: countOnly(figure), what: codeWord('code', figure.about) });

const titleOf = (a: DeskFigureView | undefined, b: DeskFigureView | undefined): string =>
  `${sideTitle(a)} · ${sideTitle(b)}`;

interface PairProps {
  readonly pair: DeskPairView;
  readonly sides: readonly [DeskFigureView | undefined, DeskFigureView | undefined];
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly point: ReturnType<typeof pointing>;
  readonly onJudge: (judgement: Judgement) => void;
}

function Pair({ pair, sides, hues, point, onJudge }: PairProps) {
  return (
    <article className="pair" data-kind={pair.judgement === 'same' ? 'contradicts' : pair.kind} {...point}>
      <h3>
        {titleOf(...sides)}
        <em>{pair.judgement === null ? t(`figures.${pair.kind}`) : t(`figures.judged-${pair.judgement}`)}</em>
      </h3>
      {sides.map((side) =>
        side === undefined ? null : (
          <WordsQuote
            key={side.id}
            words={side.words}
            chain={side.chain}
            hue={hues.get(side.voiceKey)?.hue ?? 'hue-0'}
          />
        ),
      )}
      <p className="because">
        {pair.because.join('; ')}
        {pair.askNext === null ? null : (
          <>
            <br />
            {t('figures.ask-next', { what: pair.askNext })}
          </>
        )}
      </p>
      <div className="bar">
        <ReadBoth sides={sides} />
        {JUDGEMENTS.map((judgement) => (
          <Button
            size="compact-xs"
            key={judgement}
            aria-pressed={pair.judgement === judgement}
            onClick={() => onJudge(judgement)}
          >
            {t(`figures.${judgement}`)}
          </Button>
        ))}
      </div>
    </article>
  );
}

/** Both in one text: one way there, with both lit. In two texts: a way to each. */
function ReadBoth({ sides: [a, b] }: Pick<PairProps, 'sides'>) {
  if (a === undefined || b === undefined) return null;
  if (a.words.text === b.words.text) {
    return (
      <WordsLink text={a.words.text} span={a.words.span} also={b.words.span} className="read-both">
        {t('figures.read-both')}
      </WordsLink>
    );
  }
  return [a, b].map((side, at) => (
    <WordsLink
      key={side.id}
      text={side.words.text}
      span={side.words.span}
      className={at === 0 ? 'read-both' : 'read-other'}
    >
      {t(at === 0 ? 'figures.read-first' : 'figures.read-second')}
    </WordsLink>
  ));
}
