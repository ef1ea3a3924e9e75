import type { DeskFigureView, DeskPairView, FiguresDesk } from '../../../http/api-register.ts';
import { fold } from '../../../kit/fold.ts';
import { aboutWord } from './about-word.ts';

export type GroupBy = 'what' | 'voice';

/** One mark of the chart: a count as one voice gives it, however often it is said. */
export interface FigureRow {
  readonly id: string;
  readonly figures: readonly [DeskFigureView, ...DeskFigureView[]];
}

export interface FigureGroup {
  readonly key: string;
  /** The code of what is counted, or the name of the voice. */
  readonly name: string;
  readonly rows: readonly FigureRow[];
}

/** The figures whose words, voice, source or subject hold what was typed, however it is spelt. */
export function figuresFound(figures: readonly DeskFigureView[], typed: string): readonly DeskFigureView[] {
  const asked = fold(typed.trim());
  if (asked === '') return figures;
  return figures.filter((figure) =>
    [
      figure.number,
      figure.about,
      aboutWord(figure.about),
      figure.ofWhom,
      figure.voice,
      figure.standing,
      figure.words.span.text,
      figure.words.sourceName,
    ].some((words) => words !== null && fold(words).includes(asked)),
  );
}

const sameCount = (figure: DeskFigureView): string =>
  [
    figure.voiceKey,
    figure.about,
    figure.standing,
    figure.ofWhom ?? '',
    figure.bounds.low,
    figure.bounds.high ?? '',
    figure.vague,
  ].join('\n');

/** Rows of one group: what one voice says alike, once or many times, is one row (SPEC W33). Smallest first. */
function rowsOf(figures: readonly DeskFigureView[]): readonly FigureRow[] {
  const rows = new Map<string, [DeskFigureView, ...DeskFigureView[]]>();
  for (const figure of figures) {
    const row = rows.get(sameCount(figure));
    if (row === undefined) rows.set(sameCount(figure), [figure]);
    else row.push(figure);
  }
  return [...rows.values()]
    .map((said) => ({ id: said[0].id, figures: said }))
    .sort((a, b) => a.figures[0].bounds.low - b.figures[0].bounds.low);
}

const openPairs = (pairs: readonly DeskPairView[]): ReadonlySet<string> =>
  new Set(pairs.filter((pair) => pair.judgement === null).flatMap((pair) => [pair.a, pair.b]));

/** Who says it: a voice, or, where nobody else is named, the source by its neutral name. */
export const whoOf = (figure: DeskFigureView): string =>
  figure.chain.length === 0 ? figure.words.sourceName : figure.voice;

/** What happened to those it counts is not said: such figures stand last, whatever is open between them. */
const UNSAID = 'other';

/** Figures grouped by what they count or by who says them; groups with something to settle come first, then the larger. */
export function groupsOf(
  figures: readonly DeskFigureView[],
  pairs: readonly DeskPairView[],
  by: GroupBy,
): readonly FigureGroup[] {
  const open = openPairs(pairs);
  const groups = new Map<string, DeskFigureView[]>();
  for (const figure of figures) {
    const key = by === 'what' ? figure.about : figure.voiceKey;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  const rank = (key: string, members: readonly DeskFigureView[]): number => {
    if (by === 'what' && key === UNSAID) return 2;
    return members.some((figure) => open.has(figure.id)) ? 0 : 1;
  };
  return [...groups]
    .map(([key, members]) => ({ key, members, rank: rank(key, members) }))
    .sort((a, b) => a.rank - b.rank || b.members.length - a.members.length)
    .map(({ key, members }) => ({
      key,
      name: by === 'what' || members[0] === undefined ? key : whoOf(members[0]),
      rows: rowsOf(members),
    }));
}

/**
 * The groups with at most `most` rows each, those with something to settle kept first, then the steps of a series; and how
 * many rows that hides.
 */
export function folded(
  groups: readonly FigureGroup[],
  { pairs, series }: Pick<FiguresDesk, 'pairs' | 'series'>,
  most: number,
): { readonly groups: readonly FigureGroup[]; readonly hidden: number } {
  const open = openPairs(pairs);
  const steps = new Set(series.flatMap(({ figures }) => figures));
  const settles = ({ figures }: FigureRow): number => {
    if (figures.some(({ id }) => open.has(id))) return 0;
    return figures.some(({ id }) => steps.has(id)) ? 1 : 2;
  };
  const kept = groups.map((group) => {
    const first = new Set(group.rows.toSorted((a, b) => settles(a) - settles(b)).slice(0, most));
    return { ...group, rows: group.rows.filter((row) => first.has(row)) };
  });
  const count = (of: readonly FigureGroup[]): number => of.reduce((sum, group) => sum + group.rows.length, 0);
  return { groups: kept, hidden: count(groups) - count(kept) };
}

/** The count without the words of whom it counts, which stand elsewhere: "more than 140" for "more than 140 conscripts". */
export function countOnly({ number, ofWhom }: DeskFigureView): string {
  const words =
    ofWhom !== null && number.endsWith(ofWhom)
      ? number.slice(0, -ofWhom.length).replace(/\s+(?:of\s*)?$/u, '')
      : number;
  return words === '' ? number : words;
}

/** "more than 140", or each way it was written: "11 · eleven". */
export const numberOf = (row: FigureRow): string => [...new Set(row.figures.map(countOnly))].join(' · ');

/** Recorded as soon as one of the figures is. */
export const isRecorded = (row: FigureRow): boolean => row.figures.some((figure) => figure.state === 'recorded');
