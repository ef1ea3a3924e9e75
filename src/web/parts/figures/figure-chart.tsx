import { useMemo } from 'react';
import type { DeskPairView } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import type { VoiceHue } from '../reader/hues.ts';
import { layChart, threadsShown, type Chart, type DeskSeries, type Label, type PlacedRow } from './chart-layout.ts';
import { aboutWord } from './about-word.ts';
import { FigureMark } from './figure-mark.tsx';
import { isRecorded, whoOf, type FigureGroup, type FigureRow, type GroupBy } from './figure-rows.ts';

export interface FiguresShown {
  readonly groups: readonly FigureGroup[];
  readonly pairs: readonly DeskPairView[];
  readonly series: readonly DeskSeries[];
  readonly by: GroupBy;
  readonly hues: ReadonlyMap<string, VoiceHue>;
  /** Figures that the mouse or the focus is on. */
  readonly pointed: readonly string[];
  readonly onPoint: (figures: readonly string[]) => void;
}

/** What stands beside a row: who says it, or, where figures are grouped by voice, what is counted. */
export function besideOf(row: FigureRow, by: GroupBy): string {
  const [figure] = row.figures;
  const who = by === 'what' ? whoOf(figure) : aboutWord(figure.about);
  const how = figure.standing === 'plain' ? who : t('figures.who-how', { who, how: codeWord('code', figure.standing) });
  return row.figures.length === 1 ? how : t('figures.times', { who: how, n: row.figures.length });
}

export const nameOf = (group: FigureGroup, by: GroupBy): string => (by === 'what' ? aboutWord(group.name) : group.name);

export const hueOf = (row: FigureRow, hues: ReadonlyMap<string, VoiceHue>): string =>
  hues.get(row.figures[0].voiceKey)?.hue ?? 'hue-0';

/** Shows the threads of what the mouse or the focus is on. */
export const pointing = (point: (figures: readonly string[]) => void, figures: readonly string[]) => ({
  onMouseEnter: () => point(figures),
  onMouseLeave: () => point([]),
  onFocus: () => point(figures),
  onBlur: () => point([]),
});

/** Widths of words in the labels' own face, from the browser. */
function useMeasure(): (text: string) => number {
  return useMemo(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen !== null) pen.font = `12.5px ${getComputedStyle(document.body).fontFamily}`;
    return (text) => (pen?.measureText(text).width ?? text.length * 7) * 1.03;
  }, []);
}

/** Dots and ranges by voice on one axis; every mark opens its words. */
export function FigureChart(props: FiguresShown & { readonly width: number }) {
  const { groups, pairs, series, by, hues, pointed, onPoint, width } = props;
  const measure = useMeasure();
  const chart = useMemo(
    () =>
      layChart({
        groups,
        pairs,
        series,
        width,
        measure,
        besideOf: (row) => besideOf(row, by),
        nameOf: (group) => nameOf(group, by),
      }),
    [groups, pairs, series, by, width, measure],
  );
  return (
    <div className="chart" style={{ height: `${chart.height}px` }}>
      <svg width={width} height={chart.height} aria-hidden>
        <Grid chart={chart} />
        {threadsShown(chart.threads, pointed).map((thread) => (
          <path
            key={thread.key}
            d={thread.path}
            className={`thread ${hues.get(thread.voice)?.hue ?? 'hue-0'}`}
            data-kind={thread.kind}
          />
        ))}
        {chart.rows.map((row) => (
          <Mark key={row.row.id} placed={row} hue={hueOf(row.row, hues)} />
        ))}
      </svg>
      {chart.rows.map((row) => (
        <FigureMark
          key={row.row.id}
          row={row.row}
          point={pointing(onPoint, [row.row.id])}
          hue={hueOf(row.row, hues)}
          style={{
            left: `${row.x - 13}px`,
            top: `${row.y - 12}px`,
            width: `${row.number.x - row.x + 13 + measure(row.number.text)}px`,
          }}
        />
      ))}
    </div>
  );
}

function Grid({ chart }: { readonly chart: Chart }) {
  return (
    <>
      {chart.ticks.map(({ x, label }) => (
        <g key={label.text}>
          <line x1={x} x2={x} y1={22} y2={chart.height - 4} className="grid" />
          <Words label={label} className="axis" />
        </g>
      ))}
      {chart.groups.map((label) => (
        <Words key={`${label.text} ${label.y}`} label={label} className="group" />
      ))}
    </>
  );
}

function Words({ label, className }: { readonly label: Label; readonly className: string }) {
  return (
    <text x={label.x} y={label.y} textAnchor={label.anchor} className={className}>
      {label.text}
    </text>
  );
}

function Mark({ placed, hue }: { readonly placed: PlacedRow; readonly hue: string }) {
  const { x, y, range, row } = placed;
  return (
    <g className={hue} data-recorded={isRecorded(row) || undefined}>
      <Words label={placed.beside} className="beside" />
      {range === null ? null : (
        <line x1={range.from} x2={range.to} y1={y} y2={y} className="range" data-open={range.open || undefined} />
      )}
      <circle cx={x} cy={y} r={5.5} className="dot" data-plain={range === null || undefined} />
      <Words label={placed.number} className="number" />
    </g>
  );
}
