import { isRecorded, numberOf, type FigureRow } from './figure-rows.ts';
import { saidOf } from './chart-layout.ts';
import { besideOf, hueOf, nameOf, type FiguresShown } from './figure-chart.tsx';
import { FigureMark } from './figure-mark.tsx';

const at = (n: number): number => Math.log10(1 + n);

/** Where the page is narrow: the same figures as a list, each with a small bar on a shared scale. */
export function FigureStack({ groups, by, hues }: FiguresShown) {
  const tops = groups.flatMap((group) =>
    group.rows.map(({ figures: [figure] }) => figure.bounds.high ?? figure.bounds.low * 2),
  );
  const top = Math.max(10, ...tops);
  return (
    <div className="stack">
      {groups.map((group) => (
        <section key={group.key}>
          <h3>{nameOf(group, by)}</h3>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id} className={hueOf(row, hues)} data-recorded={isRecorded(row) || undefined}>
                <FigureMark row={row} hue={hueOf(row, hues)}>
                  <span className="stack-words">
                    <b>{numberOf(row)}</b> <span>{besideOf(row, by)}</span>
                  </span>
                  <Bar row={row} top={top} />
                </FigureMark>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Bar({ row, top }: { readonly row: FigureRow; readonly top: number }) {
  const { bounds } = row.figures[0];
  const share = (n: number): string => `${(at(Math.min(n, top)) / at(top)) * 92}%`;
  const x = share(saidOf(row.figures[0]));
  return (
    <svg className="stack-bar" aria-hidden>
      <line x1="0" x2="100%" y1="8" y2="8" className="grid" />
      {bounds.high === bounds.low ? null : (
        <line
          x1={share(bounds.low)}
          x2={bounds.high === null ? '100%' : share(bounds.high)}
          y1="8"
          y2="8"
          className="range"
          data-open={bounds.high === null || undefined}
        />
      )}
      <circle cx={x} cy="8" r="5.5" className="dot" data-plain={bounds.high === bounds.low || undefined} />
    </svg>
  );
}
