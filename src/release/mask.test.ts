import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../kit/fold.ts';
import { maskFor } from './mask.ts';

const mask = maskFor([{ pseudonym: 'P-7Q3F', forms: ['Emil Dornəv', 'Emil Dornev', 'Эмиль Дорнев'] }]);

test('R3 every spelling of a hidden name is replaced by the pseudonym', () => {
  expect(mask('They beat Emil Dornev for hours.').text).toBe('They beat P-7Q3F for hours.');
  expect(mask('Dornəv’s mother').text).toBe('P-7Q3F mother');
  expect(mask('DORNEV, EMIL (conscript)').text).toBe('P-7Q3F (conscript)');
  expect(mask('избили Дорнева').text).toBe('избили P-7Q3F');
  expect(mask('Dor\u0301ne\u200Bv').text).toBe('P-7Q3F');
});

test('R3 names inside addresses, file names and ids are replaced too', () => {
  expect(mask('https://x.example/2019/emildornev-case.html').text).not.toContain('dornev');
  expect(mask('scan_dornev_2.pdf').text).toBe('scan_P-7Q3F_2.pdf');
  expect(mask('emil.dornev@mail.example').text).toBe('P-7Q3F@mail.example');
});

test('R3 what is not a name stays as it was', () => {
  const words = 'The adornment of the hall was torn down; emilia watched.';
  expect(mask(words)).toEqual({ text: words, masked: false });
});

test('R3 redact, then search finds nothing', () => {
  const letters = fc.stringMatching(/^[A-ZÇƏİÖŞÜ][a-zçəğıöşü]{3,9}$/u);
  fc.assert(
    fc.property(
      letters,
      letters,
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 6 }),
      (given, family, around) => {
        const hidden = maskFor([{ pseudonym: 'P-2222', forms: [`${given} ${family}`] }]);
        const text = [`${given} ${family}`, ...around, family.toUpperCase(), `${family}'s`, `x/${family}.txt`].join(
          ' ',
        );
        expect(fold(hidden(text).text)).not.toContain(fold(family));
      },
    ),
  );
});

test('R3 masking twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = mask(text).text;
      expect(mask(once).text).toBe(once);
    }),
  );
});
