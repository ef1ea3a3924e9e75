// Role fillers of MUC as sets of entities, each a list of strings that may name it; scored as CEAF-REE does.

export const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'];

/** Strings as the published scorer compares them. */
export const normal = (words) =>
  words
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');

/** Largest one-to-one alignment of proposed strings to entities. */
export function aligned(entities, strings) {
  const owner = entities.map(() => -1);
  const take = (n, seen) =>
    entities.some((entity, at) => {
      if (seen.has(at) || !entity.includes(strings[n])) return false;
      seen.add(at);
      if (owner[at] >= 0 && !take(owner[at], seen)) return false;
      owner[at] = n;
      return true;
    });
  return strings.reduce((sum, _, n) => sum + (take(n, new Set()) ? 1 : 0), 0);
}

/** Hits, proposed and wanted a role, over documents with `gold` and what `chosen` gives for each. */
export function tallied(documents, chosen) {
  const counts = ROLES.map(() => ({ hits: 0, proposed: 0, wanted: 0 }));
  for (const document of documents) {
    chosen(document).forEach((strings, role) => {
      counts[role].hits += aligned(document.gold[role], strings);
      counts[role].proposed += strings.length;
      counts[role].wanted += document.gold[role].length;
    });
  }
  return counts;
}

export const f1 = ({ hits, proposed, wanted }) =>
  proposed + wanted === 0 ? 0 : Math.round((2000 * hits) / (proposed + wanted)) / 10;

export const summed = (counts) =>
  counts.reduce(
    (sum, { hits, proposed, wanted }) => ({
      hits: sum.hits + hits,
      proposed: sum.proposed + proposed,
      wanted: sum.wanted + wanted,
    }),
    { hits: 0, proposed: 0, wanted: 0 },
  );

/** One threshold a role, chosen together: for the F1 over all roles, and for the mean of theirs, so that none is given up. */
export function tuned(documents, chosenWith) {
  const grid = Array.from({ length: 23 }, (_, n) => -3.5 + n * 0.25);
  const table = grid.map((threshold) =>
    tallied(documents, (document) =>
      chosenWith(
        document,
        ROLES.map(() => threshold),
      ),
    ),
  );
  const share = ({ hits, proposed, wanted }) => (2 * hits) / (proposed + wanted);
  const overall = (picks) => {
    const counts = picks.map((pick, role) => table[pick][role]);
    return share(summed(counts)) + counts.reduce((sum, count) => sum + share(count), 0) / ROLES.length;
  };
  let picks = ROLES.map(() => 12);
  for (let round = 0; round < 4; round += 1)
    for (const role of ROLES.keys())
      for (const at of grid.keys()) {
        const other = picks.with(role, at);
        if (overall(other) > overall(picks)) picks = other;
      }
  return picks.map((pick) => grid[pick]);
}
