import type { Draft } from './name-draft.ts';
import * as words from './name-words.ts';
import type { Token, View } from '../passes.ts';
import { phraseAt } from './name-phrases.ts';

/** Which draft covers a token; what names already take is no role of its own but may stand inside one. */
export type Taken = ReadonlyMap<number, Draft>;

export function takenBy(drafts: readonly Draft[]): Taken {
  const taken = new Map<number, Draft>();
  for (const draft of drafts) for (let at = draft.first; at < draft.last; at += 1) taken.set(at, draft);
  return taken;
}

interface Here {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly limit: number;
  readonly taken: Taken;
}
type Kind = 'role' | 'group' | 'organization';
interface Head {
  readonly kind: Kind;
  readonly at: number;
  readonly last: number;
}

/** Roles ("an Ardovian senator"), groups ("24 members of the Assembly") and bodies without a name ("the Ardovian authorities"). */
export function scanRoles(view: View, taken: Taken): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of view.sentences) {
    const here: Here = { tokens: view.tokens, first: sentence.firstToken, limit: sentence.lastToken, taken };
    for (let at = here.first; at < here.limit; at += 1) {
      const head = headAt(here, at);
      const draft = head === undefined ? undefined : phraseOf(here, head);
      if (draft === undefined) continue;
      if (drafts.at(-1)?.first === draft.first) drafts.pop();
      drafts.push(draft);
      at = Math.max(at, (head?.last ?? 0) - 1, draft.last - 1);
    }
  }
  return drafts;
}

function headAt({ tokens, taken, limit }: Here, at: number): Head | undefined {
  const token = tokens[at];
  if (token === undefined || token.shape === 'mark' || token.shape === 'number' || taken.has(at)) return undefined;
  const generic = phraseAt(words.GENERIC_BODIES, tokens, at) || (words.GENERIC_HEADS.has(token.lower) ? 1 : 0);
  if (generic > 0 && at + generic <= limit) {
    const next = tokens[at + generic];
    return isNounHead(next) || words.FOLLOWERS.has(next?.lower ?? '')
      ? undefined
      : { kind: 'organization', at, last: at + generic };
  }
  if (words.GROUPS.has(token.lower) || words.PEOPLES.has(token.text)) return { kind: 'group', at, last: at + 1 };
  const titled = phraseAt(words.RANKS_AND_TITLES, tokens, at) || (words.ROLES.has(token.lower) ? 1 : 0);
  if (titled === 0 || at + titled > limit || isNounHead(tokens[at + titled])) return undefined;
  return { kind: 'role', at, last: at + titled };
}

/** The word after makes this one its attribute: police | spokesman. */
const isNounHead = (next: Token | undefined): boolean =>
  next !== undefined &&
  next.shape === 'lower' &&
  (words.ROLES.has(next.lower) || words.GROUPS.has(next.lower) || words.GENERIC_HEADS.has(next.lower));

const REACH = 8;

/** The noun phrase around a head: back to its determiner or number, on through "of …" where the noun asks for it. */
function phraseOf(here: Here, head: Head): Draft | undefined {
  const before = backwards(here, head);
  const last = complementEnd(here, head);
  const named = here.taken.get(head.last)?.kind === 'person';
  switch (head.kind) {
    case 'group':
      return { kind: 'group', first: before.first, last };
    case 'organization': {
      const bare = phraseAt(words.GENERIC_BODIES, here.tokens, head.at) > 0;
      const first = before.article ? before.first + 1 : before.first;
      return bare || before.determined || first < head.at
        ? { kind: 'organization', first, last: head.last }
        : undefined;
    }
    case 'role':
      if (here.tokens[head.at]?.lower === 'head' && last === head.last && !named) return undefined;
      return before.determined || named || last > head.last ? { kind: 'role', first: before.first, last } : undefined;
  }
}

interface Before {
  readonly first: number;
  /** A determiner or an owner begins the phrase. */
  readonly determined: boolean;
  /** The phrase begins with an article or the like. */
  readonly article: boolean;
}

function backwards({ tokens, first, taken }: Here, head: Head): Before {
  let at = head.at;
  let counted = false;
  while (at > first && head.at - at < REACH) {
    const token = tokens[at - 1];
    const draft = taken.get(at - 1);
    const quantity = head.kind === 'group' && isQuantity(tokens, at - 1);
    if (token === undefined || draft?.kind === 'person' || (draft !== undefined && draft.first < first)) break;
    if (token.text === '’s' || token.text === "'s") return owner({ tokens, first, limit: head.last, taken }, at);
    if (quantity) {
      at -= 1;
      counted = true;
    } else if (words.DETERMINERS.has(token.lower)) return { first: at - 1, determined: true, article: true };
    else if (counted) break;
    else if (draft !== undefined) at = draft.first;
    else if (isAttribute(tokens, at - 1, head.kind)) at -= 1;
    else break;
  }
  return { first: trimmed(tokens, at, head), determined: false, article: false };
}

/** "al-Danir’s office", "the sergeant’s widow". */
function owner({ tokens, first, taken }: Here, at: number): Before {
  const draft = taken.get(at - 2);
  const noun = draft === undefined && tokens[at - 2]?.shape === 'lower' && at - 2 >= first;
  const article = noun && at - 3 >= first && words.DETERMINERS.has(tokens[at - 3]?.lower ?? '') ? 1 : 0;
  const from = noun ? at - 2 - article : at;
  return {
    first: draft !== undefined && draft.first >= first ? draft.first : from,
    determined: true,
    article: article === 1,
  };
}

const isAttribute = (tokens: readonly Token[], at: number, kind: Kind): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  if (words.MODIFIERS.has(token.lower))
    return kind !== 'organization' || !words.QUANTITIES.has(token.lower) ? !isVerb(tokens, at) : false;
  return words.isNational(tokens, at) || /-(?:based|born|old|year-old|led|backed)$/.test(token.lower);
};

/** "police detained journalists": a participle is an attribute only after a word that begins or carries on a noun phrase. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower.endsWith('ed') !== true) return false;
  const before = tokens[at - 1];
  const carriesOn =
    before !== undefined &&
    (words.DETERMINERS.has(before.lower) || words.QUANTITIES.has(before.lower) || before.shape === 'number');
  return (
    !carriesOn &&
    before !== undefined &&
    !['in', 'for', 'by', 'with', 'and', 'from', 'against', ','].includes(before.lower)
  );
}

const isQuantity = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.shape === 'number') return true;
  const joins = token.lower === 'of' || token.lower === 'the' || token.lower === 'than' || token.lower === 'to';
  return words.QUANTITIES.has(token.lower) && (!joins || words.QUANTITIES.has(tokens[at - 1]?.lower ?? ''));
};

/** A phrase does not begin with "of" or "than". */
function trimmed(tokens: readonly Token[], at: number, head: Head): number {
  let first = at;
  while (
    first < head.at &&
    ['of', 'than', 'to', 'as', 'up', 'other'].includes(tokens[first]?.lower ?? '') &&
    tokens[first]?.lower !== 'up'
  )
    first += 1;
  return first;
}

/** "of the Ardovian party Dawn": to the last name or body word that belongs to the noun. */
function complementEnd({ tokens, taken, limit }: Here, head: Head): number {
  const noun = tokens[head.last - 1]?.lower ?? '';
  const link = tokens[head.last]?.lower;
  if (
    head.kind === 'organization' ||
    !words.RELATIONAL.has(noun) ||
    (link !== 'of' && !(link === 'for' && noun.startsWith('spokes')))
  )
    return head.last;
  let end = head.last;
  for (let at = head.last + 1; at < Math.min(limit, head.last + 1 + 2 * REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const draft = taken.get(at);
    if (draft?.kind === 'person') break;
    if (draft !== undefined) {
      at = draft.last - 1;
      end = draft.last;
    } else if (isBodyWord(token)) end = at + 1;
    else if (
      !(
        words.DETERMINERS.has(token.lower) ||
        isAttribute(tokens, at, 'role') ||
        token.text === '’s' ||
        token.text === "'s"
      )
    ) {
      const acronym = token.text === '(' && taken.has(at + 1) && tokens[at + 2]?.text === ')';
      if (!acronym) break;
      end = at + 3;
      at += 2;
    }
  }
  return end;
}

const isBodyWord = (token: Token): boolean =>
  token.shape === 'lower' &&
  (words.BODY_HEADS.has(token.lower) || words.GENERIC_HEADS.has(token.lower) || words.LEAD_NOUNS.has(token.lower));
