import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Syntax, View } from '../passes.ts';
import { viewOf } from '../text/view.ts';
import { syntaxOf } from './syntax.ts';
import { RELATIONS, UPOS, UPOS_OF_FINE, fineTagOf, relationOf } from './tagset.ts';

const read = (text: string): { view: View; syntax: Syntax; tags: string } => {
  const view = viewOf(text);
  const syntax = syntaxOf(view);
  return { view, syntax, tags: [...syntax.tags].map((tag) => UPOS[tag] ?? '?').join(' ') };
};

describe('parts of speech', () => {
  test('E45 words have the part of speech that they have in their sentence', () => {
    expect(read('The guards will report the theft to the court.').tags).toBe(
      'DET NOUN AUX VERB DET NOUN ADP DET NOUN PUNCT',
    );
    expect(read('The report of the guards was read in Orlan.').tags).toBe(
      'DET NOUN ADP DET NOUN AUX VERB ADP PROPN PUNCT',
    );
  });

  test('E45 capitals throughout are no names throughout', () => {
    expect(read('THE SOLDIERS ARRESTED THE STUDENTS NEAR THE RIVER.').tags).toBe(
      'DET NOUN VERB DET NOUN ADP DET NOUN PUNCT',
    );
  });

  test('E45 a language without a model has no tags and no heads', () => {
    const { syntax, view } = read('Солдаты задержали учителя у реки, сообщила его сестра в понедельник.');
    expect(view.language).toBe('ru');
    expect([...syntax.tags, ...syntax.relations, ...syntax.classes].every((value) => value === 0)).toBe(true);
    expect(syntax.heads.every((head) => head === -1)).toBe(true);
  });
});

const arcs = (text: string): string[] => {
  const { view, syntax } = read(text);
  return view.tokens.map(({ text: word }, at) => {
    const head = syntax.heads[at] ?? -1;
    return `${word} ${RELATIONS[syntax.relations[at] ?? 0] ?? '?'} ${view.tokens[head]?.text ?? '-'}`;
  });
};

describe('heads', () => {
  test('E48 who does what to whom: subject, object, place', () => {
    expect(arcs('The soldiers arrested a teacher in the village.')).toEqual([
      'The det soldiers',
      'soldiers nsubj arrested',
      'arrested root -',
      'a det teacher',
      'teacher obj arrested',
      'in case village',
      'the det village',
      'village obl arrested',
      '. punct arrested',
    ]);
  });

  test('E48 in the passive the subject suffers and “by” tells who did it', () => {
    const found = arcs('Three students were beaten by the police.');
    expect(found).toContain('students nsubj:pass beaten');
    expect(found).toContain('were aux:pass beaten');
    expect(found).toContain('police obl:agent beaten');
  });

  test('E48 what is said hangs below the verb that says it', () => {
    const found = arcs('The lawyer said that the guards beat her client.');
    expect(found).toContain('lawyer nsubj said');
    expect(found).toContain('guards nsubj beat');
    expect(found).toContain('beat ccomp said');
    expect(found).toContain('client obj beat');
  });
});

test('E45 the names of a treebank are among ours', () => {
  const upos = (tag: string, penn: string) => UPOS[UPOS_OF_FINE[fineTagOf(tag, penn)] ?? 0];
  for (const tag of UPOS.slice(1))
    for (const penn of ['NN', 'VBN', 'VBZ', 'IN', '.']) expect(upos(tag, penn)).toBe(tag);
  expect(RELATIONS[relationOf('nsubj:pass')]).toBe('nsubj:pass');
  expect(RELATIONS[relationOf('obl:unmarked')]).toBe('obl');
  expect(RELATIONS[relationOf('csubj:outer')]).toBe('csubj');
});

test('E47 any text is read: columns as long as the tokens, heads within the sentence', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('. ', ' he ', '\n\n', 'Said ', '“'))),
      (parts) => {
        const { view, syntax } = read(parts.join(''));
        for (const column of [syntax.classes, syntax.tags, syntax.heads, syntax.relations])
          expect(column.length).toBe(view.tokens.length);
        for (const { firstToken, lastToken } of view.sentences)
          for (let at = firstToken; at < lastToken; at += 1) {
            const head = syntax.heads[at] ?? -1;
            expect(head === -1 || (head >= firstToken && head < lastToken && head !== at)).toBe(true);
          }
      },
    ),
  );
});

test('E47 a sentence of a hundred thousand words is read in pieces', () => {
  const { view, syntax } = read(`He saw ${'the old man and '.repeat(25_000)}me.`);
  expect(syntax.tags.length).toBe(view.tokens.length);
  expect(syntax.tags.every((tag) => tag > 0)).toBe(true);
});
