import { mix } from '../model/hash.ts';
import type { Syntax } from '../passes.ts';
import { RELATIONS } from '../syntax/tagset.ts';

const relation = (name: (typeof RELATIONS)[number]): number => RELATIONS.indexOf(name);
const CASE = relation('case');
const PARTICLE = relation('compound:prt');
const OBJECT = relation('obj');
const SUBJECT = relation('nsubj');
const PASSIVE_SUBJECT = relation('nsubj:pass');
const PASSIVE = relation('aux:pass');
const AGENT = relation('obl:agent');
export const CONJUNCT = relation('conj');
export const APPOSITION = relation('appos');

/** What hangs on each word, as columns: read off the heads and relations once. */
export interface Arcs {
  /** 1 where a verb stands in the passive. */
  readonly passive: Uint8Array;
  /** Stem of the preposition before a noun. */
  readonly marker: Int32Array;
  /** A verb with its particle ("blow up"), else the word's own stem. */
  readonly whole: Int32Array;
  /** Stem of a verb's object, of its subject. */
  readonly object: Int32Array;
  readonly subject: Int32Array;
}

export function arcsOf({ heads, relations }: Syntax, stems: Int32Array): Arcs {
  const { length } = stems;
  const arcs = {
    passive: new Uint8Array(length),
    marker: new Int32Array(length),
    whole: stems.slice(),
    object: new Int32Array(length),
    subject: new Int32Array(length),
  };
  for (let at = 0; at < length; at += 1) {
    const head = heads[at] ?? -1;
    if (head < 0) continue;
    const stem = stems[at] ?? 0;
    const kind = relations[at];
    if (kind === CASE && at < head) arcs.marker[head] = stem;
    else if (kind === PARTICLE) arcs.whole[head] = mix(PARTICLE, stems[head] ?? 0, stem, 0);
    else if (kind === OBJECT) arcs.object[head] = stem;
    else if (kind === SUBJECT) arcs.subject[head] = stem;
    else if (kind === PASSIVE_SUBJECT || kind === PASSIVE || kind === AGENT) {
      arcs.passive[head] = 1;
      if (kind === PASSIVE_SUBJECT) arcs.object[head] = stem;
      if (kind === AGENT) arcs.subject[head] = stem;
    }
  }
  return arcs;
}
