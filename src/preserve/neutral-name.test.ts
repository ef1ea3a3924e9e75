import { expect, test } from 'vitest';
import { neutralName } from './neutral-name.ts';
import { DOCX } from './sniff.ts';

const taken = '2026-03-04T05:06:07.000Z';

test('C19 kind and date of publication name a source, else the day it was taken', () => {
  expect(neutralName({ mediaType: 'text/html', pages: null, published: '2022-01-11', taken })).toBe(
    'Web article, 2022-01-11',
  );
  expect(neutralName({ mediaType: 'application/pdf', pages: 3, published: null, taken })).toBe(
    'PDF, 3 pages, taken 2026-03-04',
  );
  expect(neutralName({ mediaType: 'application/pdf', pages: 1, published: '2021', taken })).toBe('PDF, 1 page, 2021');
  expect(neutralName({ mediaType: 'message/rfc822', pages: null, published: '2021-05', taken })).toBe(
    'E-mail, 2021-05',
  );
  expect(neutralName({ mediaType: DOCX, pages: null, published: null, taken })).toBe('Word file, taken 2026-03-04');
});

test('C19 kinds that cannot be read have a name too', () => {
  expect(neutralName({ mediaType: 'image/png', pages: null, published: null, taken })).toBe('Image, taken 2026-03-04');
  expect(neutralName({ mediaType: 'application/zip', pages: null, published: null, taken })).toBe(
    'File, taken 2026-03-04',
  );
});
