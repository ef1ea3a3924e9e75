import type { Syntax } from '../passes.ts';
import type { Predicate } from '../figures/predicates.ts';
import { UPOS, RELATIONS } from '../syntax/tagset.ts';
import { phraseAfter, type NounPhrase } from './noun-phrase.ts';
import type { Scene } from './roles.ts';

type Relation = (typeof RELATIONS)[number];
const relation = (name: Relation): number => RELATIONS.indexOf(name);
const SUBJECT = relation('nsubj');
const PASSIVE_SUBJECT = relation('nsubj:pass');
const OBJECT = relation('obj');
const AGENT = relation('obl:agent');
const CONJUNCT = relation('conj');
const RELATIVE = relation('acl:relcl');
const PARTICIPIAL = relation('acl');
const ADVERBIAL = new Set([relation('advcl'), relation('xcomp')]);
/** What stands before a noun and belongs to its phrase. */
const BEFORE = new Set(
  (['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'advmod', 'flat', 'case'] as const).map(relation),
);
const CASE = relation('case');
const VERB = UPOS.indexOf('VERB');

/** How far a word's dependents are looked for, and how many clauses up its subject. */
const REACH = 40;
const MOST_STEPS = 3;

/** Who does a verb's deed and to whom, as the parse has it; null where it does not say. */
export interface ArcRoles {
  readonly doer: NounPhrase | null;
  readonly sufferer: NounPhrase | null;
}

export function arcRoles(scene: Scene, syntax: Syntax, { first: verb, form }: Predicate): ArcRoles {
  if (syntax.tags[verb] !== VERB || form === 'noun' || form === 'state') return { doer: null, sufferer: null };
  const phrase = (head: number): NounPhrase | null => phraseAt(scene, syntax, head);
  if (form === 'passive') {
    return {
      sufferer: phrase(subjectOf(scene, syntax, { verb, kinds: [PASSIVE_SUBJECT, SUBJECT], suffers: true })),
      doer: phrase(childOf(scene, syntax, verb, [AGENT])),
    };
  }
  const doer = subjectOf(scene, syntax, { verb, kinds: [SUBJECT], suffers: false });
  if (form === 'intransitive') return { sufferer: phrase(doer), doer: null };
  return { sufferer: phrase(objectOf(scene, syntax, verb)), doer: phrase(doer) };
}

/** The first dependent of a word with one of these relations; -1 where it has none. */
function childOf({ sentence }: Scene, { heads, relations }: Syntax, head: number, kinds: readonly number[]): number {
  const to = Math.min(sentence.lastToken, head + REACH);
  for (let at = Math.max(sentence.firstToken, head - REACH); at < to; at += 1)
    if (heads[at] === head && kinds.includes(relations[at] ?? 0)) return at;
  return -1;
}

/** A verb's own object, else that of a verb joined to it: "killing and injuring thousands". */
function objectOf(scene: Scene, syntax: Syntax, verb: number): number {
  const own = childOf(scene, syntax, verb, [OBJECT]);
  const joined = own >= 0 ? -1 : childOf(scene, syntax, verb, [CONJUNCT]);
  return joined > verb ? childOf(scene, syntax, joined, [OBJECT]) : own;
}

interface Sought {
  readonly verb: number;
  readonly kinds: readonly number[];
  readonly suffers: boolean;
}

/** A verb's own subject, else that of the verb it is joined to or hangs from, else the noun that it describes. */
function subjectOf(scene: Scene, syntax: Syntax, { verb, kinds, suffers }: Sought): number {
  let at = verb;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const own = childOf(scene, syntax, at, kinds);
    if (own >= 0 && !isRelative(scene, own)) return own;
    const described = governing(scene, syntax, at, suffers);
    if (described >= 0) return described;
    const kind = syntax.relations[at] ?? 0;
    if (kind !== CONJUNCT && (suffers || !ADVERBIAL.has(kind))) return -1;
    at = syntax.heads[at] ?? -1;
    if (at < 0) return -1;
  }
  return -1;
}

const RELATIVES = new Set(['who', 'that', 'which']);
const isRelative = ({ tokens }: Scene, at: number): boolean => RELATIVES.has(tokens[at]?.lower ?? '');

/** "gunmen who killed", "men armed": the noun that a verb describes; an "-ing" verb only where it is no sufferer. */
function governing({ tokens }: Scene, { heads, relations }: Syntax, verb: number, suffers: boolean): number {
  const kind = relations[verb];
  if (kind === RELATIVE) return heads[verb] ?? -1;
  const doing = tokens[verb]?.lower.endsWith('ing') === true;
  return kind === PARTICIPIAL && doing !== suffers ? (heads[verb] ?? -1) : -1;
}

/** The phrase around a noun. */
function phraseAt(scene: Scene, { heads, relations }: Syntax, head: number): NounPhrase | null {
  if (head < 0) return null;
  let first = head;
  for (let at = head - 1; at >= Math.max(scene.sentence.firstToken, head - REACH); at -= 1) {
    const inside = (heads[at] ?? -1) >= first && (heads[at] ?? -1) <= head;
    if (!inside || !BEFORE.has(relations[at] ?? 0)) break;
    if (relations[at] === CASE && heads[at] === head) break;
    first = at;
  }
  const whole = phraseAfter(scene, first, scene.sentence.lastToken);
  return whole === null || whole.last <= head ? { first, last: head + 1 } : whole;
}
