import { Button, Kbd, Loader, TextInput } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type RefObject } from 'react';
import type { DeskFigureView, FiguresDesk } from '../../http/api-register.ts';
import { FigureChart, type FiguresShown } from '../parts/figures/figure-chart.tsx';
import { figuresFound, folded, groupsOf, type GroupBy } from '../parts/figures/figure-rows.ts';
import { FigureStack } from '../parts/figures/figure-stack.tsx';
import { FigureTable } from '../parts/figures/figure-table.tsx';
import { SeriesList } from '../parts/figures/series-list.tsx';
import { ToSettle } from '../parts/figures/to-settle.tsx';
import { leaveField } from '../parts/leave-field.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { huesOf } from '../parts/reader/hues.ts';
import { Trouble } from '../parts/trouble.tsx';
import { get } from '../state/api.ts';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';
import '../parts/figures/figures.css';

/** The figures desk: every count by voice, and the pairs to settle. */
export function FiguresPage() {
  const { data, error } = useQuery({ queryKey: ['figures'], queryFn: () => get<FiguresDesk>('/figures') });
  if (data !== undefined) return <Desk desk={data} />;
  return (
    <PageFrame title={t('nav.figures')}>
      {error === null ? <Loader aria-label={t('loading')} /> : <Trouble error={error} />}
    </PageFrame>
  );
}

const factsOf = (desk: FiguresDesk): string => {
  const voices = new Set(desk.figures.map((figure) => figure.voiceKey)).size;
  const sources = new Set(desk.figures.map((figure) => figure.words.source)).size;
  const open = desk.pairs.filter((pair) => pair.judgement === null).length;
  return t('figures.facts', { figures: desk.figures.length, voices, sources, open });
};

/** Somebody else than the source itself says it: such voices have hues. */
const isSaid = (figure: DeskFigureView): boolean => figure.chain.length > 0;
const voiceOf = (figure: DeskFigureView) => ({ key: figure.voiceKey, name: figure.voice });

function Desk({ desk }: { readonly desk: FiguresDesk }) {
  const search = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState<GroupBy>('what');
  const [typed, setTyped] = useState('');
  const other = by === 'what' ? 'voice' : 'what';
  const shown = useMemo(() => figuresFound(desk.figures, typed), [desk.figures, typed]);
  const groups = useMemo(() => groupsOf(shown, desk.pairs, by), [shown, desk.pairs, by]);
  const [pointed, onPoint] = useState<readonly string[]>([]);
  const hues = useMemo(() => huesOf(desk.figures.filter(isSaid).map(voiceOf)), [desk.figures]);
  const figures = useMemo(() => new Map(desk.figures.map((figure) => [figure.id, figure])), [desk.figures]);
  const figureOf = (id: string): DeskFigureView | undefined => figures.get(id);
  useKeys({
    '/': { does: t('figures.key-filter'), run: () => search.current?.focus() },
    g: { does: t('figures.key-group'), run: () => setBy(other) },
  });
  if (desk.figures.length === 0) {
    return (
      <PageFrame title={t('nav.figures')}>
        <p>{t('figures.none')}</p>
      </PageFrame>
    );
  }
  const series = desk.series.filter(({ figures: ids }) => typed === '' || shown.some(({ id }) => ids.includes(id)));
  const pairs = desk.pairs.filter((pair) => typed === '' || shown.some(({ id }) => id === pair.a || id === pair.b));
  return (
    <PageFrame
      title={t('nav.figures')}
      under={factsOf(desk)}
      aside={<Tools {...{ search, typed, other }} onType={setTyped} onGroup={() => setBy(other)} />}
      bare
    >
      <div className="figures-desk">
        <Picture
          {...{ groups, by, hues, pointed, onPoint }}
          pairs={desk.pairs}
          series={desk.series}
          capped={desk.capped}
        />
        <div className="figures-side">
          <ToSettle {...{ pairs, figureOf, hues, onPoint }} />
          <SeriesList {...{ series, figureOf, hues, onPoint }} />
        </div>
      </div>
      <h2 className="figures-all">{t('figures.table')}</h2>
      <FigureTable {...{ by, hues }} figures={shown} />
    </PageFrame>
  );
}

interface ToolsProps {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  /** How the figures may be grouped instead. */
  readonly other: GroupBy;
  readonly onType: (typed: string) => void;
  readonly onGroup: () => void;
}

function Tools({ search, typed, other, onType, onGroup }: ToolsProps) {
  return (
    <div className="figure-tools">
      <TextInput
        ref={search}
        type="search"
        size="xs"
        aria-label={t('figures.key-filter')}
        placeholder={t('reader.filter-words')}
        value={typed}
        rightSection={<Kbd size="xs">/</Kbd>}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={leaveField}
      />
      <Button rightSection={<Kbd size="xs">G</Kbd>} onClick={onGroup}>
        {t(`figures.by-${other}`)}
      </Button>
    </div>
  );
}

/** Narrower than this the chart has no room for its labels. */
const NARROW = 480;
/** Rows of a group that are drawn before somebody asks for all. */
const ROWS = 7;

function Picture({ capped, ...shown }: FiguresShown & { readonly capped: boolean }) {
  const { ref, width } = useElementSize();
  const [whole, setWhole] = useState(false);
  const { groups, pairs, series } = shown;
  const fold = useMemo(
    () => folded(groups, { pairs, series }, whole ? Infinity : ROWS),
    [groups, pairs, series, whole],
  );
  const drawn = { ...shown, groups: fold.groups };
  return (
    <figure className="figures-picture">
      <div ref={ref}>
        {width > 0 && width < NARROW ? <FigureStack {...drawn} /> : null}
        {width >= NARROW ? <FigureChart {...drawn} width={width} /> : null}
      </div>
      {fold.hidden === 0 ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('figures.unfold', { n: fold.hidden })}
        </Button>
      )}
      <figcaption>
        {t('figures.caption')}
        {capped ? ` ${t('figures.capped')}` : ''}
      </figcaption>
    </figure>
  );
}
