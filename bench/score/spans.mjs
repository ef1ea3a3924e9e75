// What the scorers share. A span is `{ start, end }`, half-open, in UTF-16 units; a tally counts gold, found, right.

/** Null, one span or a list of spans, as a list. */
export const listOf = (spans) => [spans ?? []].flat();

export const keyOf = ({ start, end }) => `${start}-${end}`;

/** How many units of the text at least one of the spans covers. */
export function sizeOf(spans) {
  let [size, reached] = [0, 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    size += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return size;
}

/** How many units both sets of spans cover. */
export const sharedSize = (one, other) => sizeOf(one) + sizeOf(other) - sizeOf([...one, ...other]);

export const touches = (one, other) =>
  one.start < other.end && other.start < one.end && sizeOf([one]) * sizeOf([other]) > 0;

/** Jaccard by units of the text: 1 where both cover the same, 0 where they share nothing. */
export function likeness(one, other) {
  const union = sizeOf([...one, ...other]);
  return union === 0 ? 0 : sharedSize(one, other) / union;
}

/** Pairs `[gold, found]`, one to one, the most alike first, none below the floor. */
export function paired(golds, finds, alike, floor = Number.MIN_VALUE) {
  const candidates = golds
    .flatMap((gold, g) => finds.map((found, f) => ({ gold, found, g, f, degree: alike(gold, found) })))
    .filter(({ degree }) => degree >= floor)
    .toSorted((a, b) => b.degree - a.degree || a.g - b.g || a.f - b.f);
  const [goldsTaken, findsTaken] = [new Set(), new Set()];
  return candidates.flatMap(({ gold, found, g, f }) => {
    if (goldsTaken.has(g) || findsTaken.has(f)) return [];
    goldsTaken.add(g);
    findsTaken.add(f);
    return [[gold, found]];
  });
}

export const newTally = () => ({ gold: 0, found: 0, right: 0 });

export function count(tally, gold, found, right) {
  tally.gold += gold;
  tally.found += found;
  tally.right += right;
}

/** Counts two sets of keys: right is what both hold. */
export function countKeys(tally, gold, found) {
  const [golds, finds] = [new Set(gold), new Set(found)];
  count(tally, golds.size, finds.size, [...finds].filter((key) => golds.has(key)).length);
}

/** A share in percent, two digits; null where there is nothing to share. */
export const percent = (part, whole) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 100);

/** Precision, recall and F1 in percent. */
export const measuresOf = ({ gold, found, right }) => ({
  precision: percent(right, found) ?? 0,
  recall: percent(right, gold) ?? 0,
  f1: percent(2 * right, gold + found) ?? 0,
});

/** Every tally of a record of tallies as its measures. */
export const allMeasures = (tallies) =>
  Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, measuresOf(tally)]));

/** id → record. */
export const byId = (records) => new Map(records.map((record) => [record.id, record]));
