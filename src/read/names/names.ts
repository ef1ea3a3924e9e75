import { spanAt } from '../../domain/span.ts';
import { commentName } from '../text/comments.ts';
import { datesOf } from '../dates/dates.ts';
import { joinEntities } from './name-entities.ts';
import type { Draft } from './name-draft.ts';
import { scanRoles, takenBy } from './name-roles.ts';
import { modelNamed } from '../model/models.ts';
import { decideKinds, NAME_KINDS, surroundingsOf, type Candidate, type NameKind } from './name-kinds.ts';
import { scanNames, type Scan } from './name-scan.ts';
import { settleOpen } from './name-settle.ts';
import type { Names, NamesPass, View } from '../passes.ts';

/** Pass: persons, bodies, groups, places, roles and dates, by rules of English (SPEC E3, E5). */
export const namesOf: NamesPass = (view) =>
  namedFrom(view, namesIn(view), (drafts) =>
    joinEntities(
      view,
      [...drafts, ...scanRoles(view, takenBy(drafts))].toSorted((a, b) => a.first - b.first || b.last - a.last),
    ),
  );

/** Pass of a language without rules for names: dates, and the heads of readers' comments. */
export const namesByMarks: NamesPass = (view) => namedFrom(view, [], (drafts) => joinEntities(view, drafts));

/** Names with what needs no rules of a language: commenters before they are joined to entities, dates after. */
export const namedFrom = (view: View, names: readonly Draft[], join: (drafts: Draft[]) => Names): Names =>
  withDates(view, join(withCommenters(view, names)));

function namesIn(view: View): Draft[] {
  const scan = scanNames(view);
  const candidates = candidatesOf(view, scan);
  const model = modelNamed('names');
  if (model === null) return ruled(candidates);
  const kinds = decideKinds(surroundingsOf(view, scan.evidence, candidates), model);
  return ruled(candidates.map((candidate, at) => ({ ...candidate, guess: kinds[at] ?? candidate.guess })));
}

/** Every capitalised stretch of the text in order, with what the rules make of it. */
export function candidatesOf(view: View, scan: Scan): Candidate[] {
  const { settled, dropped } = settleOpen(view, scan);
  const named = [...scan.drafts, ...settled].map((draft): Candidate => ({
    ...draft,
    draft,
    guess: nameKind(draft.kind),
  }));
  const rest = [...scan.dropped, ...dropped].map((run): Candidate => ({ ...run, draft: null, guess: 'none' }));
  return [...named, ...rest].toSorted((a, b) => a.first - b.first || b.last - a.last);
}

const nameKind = (kind: Draft['kind']): NameKind => NAME_KINDS.find((known) => known === kind) ?? 'none';

const ruled = (candidates: readonly Candidate[]): Draft[] =>
  candidates.flatMap(({ guess, draft, first, last }) => {
    if (guess === 'none') return [];
    return [draft?.kind === guess ? draft : { kind: guess, first, last }];
  });

/** The name that heads a reader's comment is a commenter, whatever the rules made of it. */
function withCommenters(view: View, names: readonly Draft[]): Draft[] {
  const heads: Draft[] = [];
  let at = 0;
  for (const block of view.blocks) {
    if (block.kind !== 'comment') continue;
    const name = commentName(view.text, block);
    if (name === null) continue;
    while ((view.tokens[at]?.start ?? Infinity) < name.start) at += 1;
    const first = at;
    while ((view.tokens[at]?.end ?? Infinity) <= name.end) at += 1;
    if (at > first) heads.push({ kind: 'person', first, last: at, commenter: true });
  }
  if (heads.length === 0) return [...names];
  const taken = takenBy(heads);
  const free = names.filter((draft) => !taken.has(draft.first) && !taken.has(draft.last - 1));
  return [...free, ...heads].toSorted((a, b) => a.first - b.first);
}

/** Dates take their place among the mentions, where no name already stands. */
function withDates(view: View, names: Names): Names {
  const dates = datesOf(view);
  const named = names.mentions.filter((mention) => mention.kind !== 'role' && mention.kind !== 'group');
  let at = 0;
  const free = dates.filter(({ span }) => {
    while ((named[at]?.span.end ?? Infinity) <= span.start) at += 1;
    return (named[at]?.span.start ?? Infinity) >= span.end;
  });
  const mentions = [...names.mentions, ...free].toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  return {
    mentions: mentions.map((mention, n) => ({
      ...mention,
      id: `m${n + 1}`,
      span: spanAt(view.text, mention.span.start, mention.span.end),
    })),
    entities: names.entities,
  };
}
