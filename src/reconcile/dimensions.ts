import type { Standing } from '../domain/vocabulary.ts';
import { whenBounds, whenMeet } from '../domain/when.ts';
import { fold } from '../kit/fold.ts';
import { classOf, type DeskFigure } from './desk-figure.ts';

/** How two counts stand in one respect; unknown is never the same (DESIGN §3, When two figures contradict). */
export type Alike = 'same' | 'unknown' | 'different';

export interface Dimension {
  readonly name: 'about' | 'standing' | 'of whom' | 'place' | 'period';
  readonly alike: Alike;
  /** What stands against "same". */
  readonly because: string;
}

/** The five respects in which two counts must agree before they can contradict (SPEC F3). Symmetric. */
export const dimensionsOf = (a: DeskFigure, b: DeskFigure): readonly Dimension[] => [
  about(a, b),
  standing(a, b),
  ofWhom(a, b),
  place(a, b),
  period(a, b),
];

function about(a: DeskFigure, b: DeskFigure): Dimension {
  const name = 'about';
  if (classOf(a) === null || classOf(a) !== classOf(b))
    return { name, alike: 'different', because: 'they count different things' };
  if (!a.aboutKnown || !b.aboutKnown)
    return { name, alike: 'unknown', because: 'one does not say what happened to those it counts' };
  if (a.about === b.about) return { name, alike: 'same', because: '' };
  return {
    name,
    alike: 'unknown',
    because: `${both(`“${a.about}”`, `“${b.about}”`)} may be one thing under two names`,
  };
}

/** Two wordings, in an order that does not depend on which came first. */
const both = (one: string, other: string): string => [one, other].sort().join(' and ');

/** Standings that can never be counts of one thing. */
const OTHER_STANDING: Readonly<Record<Standing, readonly Standing[]>> = {
  alleged: ['charged'],
  charged: ['alleged', 'recognised', 'confirmed', 'plain'],
  recognised: ['charged'],
  confirmed: ['charged'],
  plain: ['charged'],
};

function standing(a: DeskFigure, b: DeskFigure): Dimension {
  const name = 'standing';
  if (a.standing === b.standing) return { name, alike: 'same', because: '' };
  if (OTHER_STANDING[a.standing].includes(b.standing))
    return { name, alike: 'different', because: `their standing differs: ${both(a.standing, b.standing)}` };
  return { name, alike: 'unknown', because: `one is ${[a.standing, b.standing].sort().join(', the other ')}` };
}

function ofWhom(a: DeskFigure, b: DeskFigure): Dimension {
  const name = 'of whom';
  if (a.ofWhom === null || b.ofWhom === null)
    return { name, alike: 'unknown', because: 'whom one of them counts is not said' };
  if (fold(a.ofWhom) === fold(b.ofWhom)) return { name, alike: 'same', because: '' };
  const people = both(`“${a.ofWhom}”`, `“${b.ofWhom}”`);
  const oneBreath = a.voiceKey === b.voiceKey && a.source === b.source;
  if (oneBreath) return { name, alike: 'different', because: `one voice counts ${people} apart` };
  return { name, alike: 'unknown', because: `${people} may not be the same people` };
}

/** Consonants alone, q as k: Karsel, Qarsel, Kyarsel and Qərsəl are told apart by no more than spelling. */
const skeleton = (place: string): string =>
  fold(place)
    .replace(/q/g, 'k')
    .replace(/[aeiouyh\s'’-]/g, '');

function place(a: DeskFigure, b: DeskFigure): Dimension {
  const name = 'place';
  if (a.place === null || b.place === null) return { name, alike: 'unknown', because: 'the place is not said by both' };
  if (fold(a.place) === fold(b.place)) return { name, alike: 'same', because: '' };
  const places = both(a.place, b.place);
  if (skeleton(a.place) === skeleton(b.place)) return { name, alike: 'unknown', because: `${places} may be one place` };
  return { name, alike: 'different', because: `the places differ: ${places}` };
}

function period(a: DeskFigure, b: DeskFigure): Dimension {
  const name = 'period';
  const known =
    a.period !== null && b.period !== null && whenBounds(a.period) !== null && whenBounds(b.period) !== null;
  if (!known || a.period === null || b.period === null)
    return { name, alike: 'unknown', because: 'the time is not said by both' };
  if (a.period === b.period) return { name, alike: 'same', because: '' };
  const times = both(a.period, b.period);
  if (!whenMeet(a.period, b.period)) return { name, alike: 'different', because: `the times differ: ${times}` };
  return { name, alike: 'unknown', because: `the times only overlap: ${times}` };
}
