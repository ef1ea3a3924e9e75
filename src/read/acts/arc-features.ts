import { mix } from '../model/hash.ts';
import { APPOSITION, CONJUNCT } from './arcs.ts';
import type { Scene } from './chain-features.ts';
import { T } from './chain-templates.ts';
import { Kind } from './event-words.ts';

type Relate = (scene: Scene, template: number, a: number, b?: number) => void;

const MOST_STEPS = 5;

/** Whose subject, object or agent a phrase is, and the way up from it to what tells of something done. */
export function weighArcs(scene: Scene, relate: Relate): void {
  const { event, pool, kind } = scene;
  const { heads, relations } = event.syntax;
  const { arcs, triggers, kinds } = event;
  let at = topOf(scene);
  let path = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const head = heads[at] ?? -1;
    const relation = relations[at] ?? 0;
    if (head < 0) break;
    const voice = mix(relation, arcs.passive[head] ?? 0, step === 0 ? 0 : 1, 0);
    const marker = arcs.marker[at] ?? 0;
    path = mix(path, relation, marker, arcs.passive[head] ?? 0);
    if (step < 2) {
      relate(scene, T.arc, arcs.whole[head] ?? 0, voice);
      relate(scene, T.arcMarker, arcs.whole[head] ?? 0, mix(voice, marker, 0, 0));
      relate(scene, T.arcObject, mix(arcs.whole[head] ?? 0, arcs.object[head] ?? 0, 0, 0), voice);
      relate(scene, T.arcSubject, arcs.subject[head] ?? 0, voice);
      pool.add(T.clause, relation, kinds[head] ?? 0, kind);
    } else pool.add(T.climb, arcs.whole[head] ?? 0, path);
    if (triggers[head] !== 0) {
      relate(scene, T.climbTrigger, path);
      relate(scene, T.climbTrigger, path, triggers[head] ?? 0);
      pool.add(T.climb, arcs.whole[head] ?? 0, path);
      break;
    }
    at = head;
  }
}

/** The word of a phrase that its sentence hangs it by; of things joined or explained, the first. */
function topOf({ event, chunk }: Scene): number {
  const { heads, relations } = event.syntax;
  let at = chunk.last - 1;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const head = heads[at] ?? -1;
    if (head < 0) return at;
    const inside = head >= chunk.first && head < chunk.last;
    const joined = relations[at] === CONJUNCT || relations[at] === APPOSITION;
    if (!inside && !(joined && event.kinds[head] !== Kind.verb)) return at;
    at = head;
  }
  return at;
}
