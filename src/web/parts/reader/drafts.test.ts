import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, type Count } from '../../../domain/count.ts';
import { FIELDS, RECORD_KINDS } from '../../../domain/record.ts';
import { codesOf } from '../../../domain/field-codes.ts';
import { COUNT_KINDS, draftOf, valueOf, VAGUE_WORDS } from './drafts.ts';

const counted = fc.oneof(
  fc.constantFrom(...VAGUE_WORDS).map((word): Count => ({ kind: 'vague', word })),
  fc.tuple(fc.nat(), fc.nat()).map(([low, more]): Count => ({ kind: 'between', low, high: low + more })),
  fc
    .tuple(fc.constantFrom(...COUNT_KINDS), fc.nat())
    .map(([kind, n]): Count => (kind === 'vague' || kind === 'between' ? { kind: 'exactly', n } : { kind, n })),
);

test('W28 a count that is shown, opened for amending and saved untouched is the same count', () => {
  fc.assert(
    fc.property(counted, (count) => {
      expect(valueOf(draftOf('count', countWords(count)))).toEqual({ ok: true, value: { kind: 'count', count } });
    }),
  );
});

test('W28 a number with thousands apart is read', () => {
  expect(valueOf(draftOf('count', 'more than 1,000'))).toEqual({
    ok: true,
    value: { kind: 'count', count: { kind: 'more-than', n: 1000 } },
  });
});

test('W28 what is no value says why', () => {
  const count = draftOf('count', '5');
  if (count.kind !== 'count') throw new Error('a count is drafted as a count');
  const trouble = (draft: Parameters<typeof valueOf>[0]): string | undefined => {
    const value = valueOf(draft);
    return value.ok ? undefined : value.problem.kind;
  };
  expect(trouble({ ...count, n: 'many' })).toBe('not-a-count');
  expect(trouble({ ...count, as: 'between', high: '3' })).toBe('high-below-low');
  expect(trouble(draftOf('text', '  '))).toBe('empty');
  expect(trouble(draftOf('when', ''))).toBe('empty');
  expect(trouble(draftOf('person', 'the commander'))).toBe('nobody-chosen');
});

test('W28 every field that holds a code offers its codes', () => {
  for (const kind of RECORD_KINDS) {
    for (const [field, { holds }] of Object.entries(FIELDS[kind])) {
      expect([`${kind}.${field}`, codesOf(kind, field).length > 0]).toEqual([`${kind}.${field}`, holds === 'code']);
    }
  }
});
