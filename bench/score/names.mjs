// Names: mentions by kind, exact and by overlap. Gold: `{ id, text, entities: [{ kind, spans }] }`.
import { allMeasures, byId, count, countKeys, keyOf, likeness, newTally, paired } from './spans.mjs';

const KINDS = ['person', 'organization'];

/** Exact: kind, start and end equal. Overlap: paired one to one by any shared unit. A group counts as an organization. */
export function scoreNames(golds, readings) {
  const found = byId(readings);
  const exact = Object.fromEntries(KINDS.map((kind) => [kind, newTally()]));
  const overlap = Object.fromEntries(KINDS.map((kind) => [kind, newTally()]));
  for (const gold of golds) {
    const [given, read] = [mentionsOf(gold), mentionsOf(found.get(gold.id) ?? { mentions: [] })];
    for (const kind of KINDS) {
      const [wanted, offered] = [given, read].map((all) => distinct(all.filter((mention) => mention.kind === kind)));
      countKeys(exact[kind], wanted.map(keyOf), offered.map(keyOf));
      const pairs = paired(wanted, offered, (one, other) => likeness([one], [other]));
      count(overlap[kind], wanted.length, offered.length, pairs.length);
    }
  }
  return { exact: allMeasures(exact), overlap: allMeasures(overlap) };
}

const mentionsOf = ({ entities, mentions = entities }) =>
  mentions
    .filter(({ span, spans = [] }) => span !== undefined || spans.length > 0)
    .map(({ kind, span, spans }) => ({
      kind: kind === 'group' ? 'organization' : kind,
      start: (span ?? spans[0]).start,
      end: (span ?? spans.at(-1)).end,
    }));

const distinct = (spans) => [...new Map(spans.map((span) => [keyOf(span), span])).values()];
