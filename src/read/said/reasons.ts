import { eachPart } from './assemble.ts';
import type { Table } from '../model/table.ts';
import { weightOf } from './packed.ts';
import { PAIR, PER_KIND, WHOLE, type Grouping } from './pair-features.ts';
import { PER_ROLE, SPAN, type Scene } from './span-features.ts';

/** What features look at, as people read it; `cue` is followed by the words of the cue. */
const SIGHTS = [
  'cue',
  'words at the edges',
  'quote marks',
  'grammar',
  'order and distance',
  'each word by itself',
] as const;
const [CUE, EDGES, MARKS, GRAMMAR, ORDER, LABELS] = [0, 1, 2, 3, 4, 5] as const;

const listOf = (length: number, rows: readonly (readonly [number, number, number])[]): Uint8Array => {
  const list = new Uint8Array(length).fill(EDGES);
  for (const [from, to, sight] of rows) list.fill(sight, from, to + 1);
  return list;
};
const OF_SPAN = listOf(PER_ROLE, [
  [0, 5, LABELS],
  [20, 21, LABELS],
  [25, 34, MARKS],
  [35, 37, LABELS],
  [40, 52, GRAMMAR],
  [53, 62, CUE],
  [63, 66, CUE],
]);
const OF_PAIR = listOf(PER_KIND, [
  [0, 1, ORDER],
  [3, 4, ORDER],
  [8, 8, CUE],
  [9, 11, GRAMMAR],
  [12, 12, MARKS],
  [13, 16, ORDER],
  [17, 18, CUE],
  [19, 19, MARKS],
  [20, 21, GRAMMAR],
  [22, 22, CUE],
]);
const OF_WHOLE = listOf(16, [
  [0, 0, ORDER],
  [1, 1, CUE],
  [2, 2, ORDER],
  [3, 3, MARKS],
  [4, 5, CUE],
  [6, 13, ORDER],
]);

function sightOf(template: number): number {
  if (template >= WHOLE) return OF_WHOLE[template - WHOLE] ?? ORDER;
  if (template >= PAIR) return OF_PAIR[(template - PAIR) % PER_KIND] ?? ORDER;
  return OF_SPAN[(template - SPAN) % PER_ROLE] ?? EDGES;
}

const MOST = 3;

/** What speaks loudest for an attribution, each with its weight in logits: `cue "said"  +2.1`. */
export function reasonsOf(
  scene: Scene,
  grouping: Grouping,
  { spans: table, slope }: { readonly spans: Table; readonly slope: number },
  cue: string,
): string[] {
  const sums = new Float64Array(SIGHTS.length);
  eachPart(scene, grouping, ({ ids, templates, count }) => {
    for (let at = 0; at < count; at += 1) {
      const sight = sightOf(templates[at] ?? 0);
      sums[sight] = (sums[sight] ?? 0) + weightOf(table, ids[at] ?? 0);
    }
  });
  return [...sums.keys()]
    .filter((sight) => (sums[sight] ?? 0) > 0)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
    .slice(0, MOST)
    .map((sight) => {
      const words = sight === CUE ? `cue "${cue}"` : (SIGHTS[sight] ?? '');
      return `${words}  +${((sums[sight] ?? 0) * table.unit * slope).toFixed(1)}`;
    });
}
