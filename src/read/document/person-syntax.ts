import { RELATIONS } from '../syntax/tagset.ts';
import type { Matter } from './matter.ts';
import { wordAt, type Marks } from './victim-features.ts';

const S = {
  governor: 40,
  family: 41,
  through: 42,
  throughFamily: 43,
  child: 44,
  childFamily: 45,
  case: 46,
  upper: 47,
  upperFamily: 48,
} as const;

const relations = (...names: (typeof RELATIONS)[number][]): ReadonlySet<number> =>
  new Set(names.map((name) => RELATIONS.indexOf(name)));
/** Relations by which a name shares what is said of another. */
const SHARED = relations('conj', 'appos', 'flat', 'compound', 'list', 'parataxis');
/** Relations by which something is said of a name below it. */
const SAID_OF = relations('acl', 'acl:relcl', 'appos', 'nmod');
const CASE = RELATIONS.indexOf('case');
const STEPS = 4;
/** So many words after a name may hang on it. */
const REACH = 16;

/** What the sentence's parse says of the tokens `[first, last)`: what they depend on, and what depends on them. */
export function markSyntax(matter: Matter, first: number, last: number, into: Marks): void {
  const { syntax, families, sentenceOf } = matter;
  let at = first;
  while (at < last - 1 && inside(syntax.heads[at] ?? -1, first, last)) at += 1;
  let head = syntax.heads[at] ?? -1;
  let relation = syntax.relations[at] ?? 0;
  if (head < 0) return;
  into.once(S.governor, relation, wordAt(matter, head));
  if ((families[head] ?? 0) !== 0) into.half(S.family, relation, families[head]);
  for (let beside = first - 1; beside >= Math.max(0, first - 4); beside -= 1)
    if (syntax.relations[beside] === CASE && inside(syntax.heads[beside] ?? -1, first, last))
      into.once(S.case, wordAt(matter, beside), families[head]);
  for (let step = 0; step < STEPS && SHARED.has(relation) && head >= 0; step += 1) {
    relation = syntax.relations[head] ?? 0;
    head = syntax.heads[head] ?? -1;
  }
  if (head >= 0) {
    into.once(S.through, relation, wordAt(matter, head));
    into.half(S.throughFamily, relation, families[head]);
    const upper = syntax.heads[head] ?? -1;
    if (upper >= 0) {
      into.once(S.upper, relation, syntax.relations[head], wordAt(matter, upper));
      into.half(S.upperFamily, relation, syntax.relations[head], families[upper]);
    }
  }
  for (let below = last; below < Math.min(sentenceOf.length, last + REACH); below += 1) {
    const kind = syntax.relations[below] ?? 0;
    if (!SAID_OF.has(kind) || !inside(syntax.heads[below] ?? -1, first, last)) continue;
    into.once(S.child, kind, wordAt(matter, below));
    into.half(S.childFamily, kind, families[below]);
  }
}

const inside = (at: number, first: number, last: number): boolean => at >= first && at < last;
