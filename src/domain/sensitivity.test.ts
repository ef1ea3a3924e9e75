import { expect, test } from 'vitest';
import {
  AUDIENCES,
  CAPACITIES,
  DEFAULT_SENSITIVITY,
  MAY_SEE,
  SENSITIVITIES,
  stricter,
  underSecondKey,
} from './sensitivity.ts';

test('N1 the public sees by name only who has a public role, the team nobody who is protected or sealed', () => {
  const named = AUDIENCES.map((audience) =>
    SENSITIVITIES.filter((sensitivity) => MAY_SEE[audience][sensitivity] === 'name'),
  );
  expect(named).toEqual([['public-role', 'restricted'], ['public-role']]);
  expect(SENSITIVITIES.filter(underSecondKey)).toEqual(['protected', 'sealed']);
});

test('N1 of two marks the stricter holds, whichever comes first, and nobody is seen more for it', () => {
  for (const a of SENSITIVITIES) {
    for (const b of SENSITIVITIES) {
      expect(stricter(a, b)).toBe(stricter(b, a));
      for (const audience of AUDIENCES)
        if (MAY_SEE[audience][stricter(a, b)] === 'name')
          expect([MAY_SEE[audience][a], MAY_SEE[audience][b]]).toEqual(['name', 'name']);
    }
  }
});

test('N2 who speaks in an office, a body or a group is public; everybody else is guarded without being asked', () => {
  const open = CAPACITIES.filter((capacity) => DEFAULT_SENSITIVITY[capacity] === 'public-role');
  expect(open).toEqual(['official', 'body', 'group']);
  expect([DEFAULT_SENSITIVITY.informant, DEFAULT_SENSITIVITY.minor]).toEqual(['sealed', 'protected']);
});
