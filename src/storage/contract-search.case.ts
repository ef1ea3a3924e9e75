import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bench } from './contract.case.ts';
import { claim, entry, name, person, record, source, state, text, words, world } from './invented.case.ts';
import { putRecords } from './projection/records.ts';
import { indexTexts, unindexTexts, windows } from './projection/search-index.ts';
import { search, type Hit } from './questions/search.ts';
import { wordsFound } from './questions/search-words.ts';

export function searchContract(bench: Bench): void {
  const index = (...texts: readonly string[]): Promise<void> =>
    bench.database.locked((db) =>
      indexTexts(
        db,
        texts.map((said, n) => ({ source: source(n), text: text(n), words: said })),
      ),
    );
  const hits = async (query: string): Promise<readonly Hit[]> => (await search(bench.database.db, query)).hits;
  const texts = async (query: string): Promise<(string | null)[]> =>
    (await hits(query)).map((hit) => hit.text).toSorted();

  test('Q16 a word is found in any spelling that folds alike', async () => {
    await index('They were held in Qərsəl.', 'Nothing here.', 'QERSEL again; Qersel’s barracks');
    expect(await texts('qersel')).toEqual([text(0), text(2)].toSorted());
    expect(await texts('Qərsəl')).toEqual(await texts('qersel'));
    expect(wordsFound('They were held in Qərsəl.', 'qersel')).toEqual([{ start: 18, end: 24, text: 'Qərsəl' }]);
  });

  test('Q16 all words must be there; quotation marks hold a phrase, a star begins a word, a part of a compound is found', async () => {
    await index('beaten in Karsel barracks', 'Karsel was quiet; the barracks were beaten', 'north-Karsel gate');
    expect(await texts('karsel barracks')).toEqual([text(0), text(1)].toSorted());
    expect(await texts('"karsel barracks"')).toEqual([text(0)]);
    expect(await texts('barr*')).toEqual([text(0), text(1)].toSorted());
    expect(await texts('ba*')).toEqual([]);
    expect(await texts('north')).toEqual([text(2)]);
    expect(await texts('"north karsel"')).toEqual([text(2)]);
    expect(wordsFound("Karsel's gate", 'karsel')).toEqual([{ start: 0, end: 8, text: "Karsel's" }]);
    expect(wordsFound('Karsel: Karsel barracks', '"karsel barracks"')).toEqual([
      { start: 8, end: 23, text: 'Karsel barracks' },
    ]);
  });

  test('Q16 the rarer word weighs more', async () => {
    await index('town town gate', 'town', 'town', 'gate well');
    const [first] = await hits('gate');
    expect(first?.text).toBe(text(3));
    expect((await hits('gate')).map((hit) => hit.score).every((score) => score > 0)).toBe(true);
  });

  test('Q17 a long text is indexed in windows, and a hit is found again in its window', async () => {
    const long = `${'One more line of the inquiry.\n'.repeat(3000)}At last the word zarnic.\n${'And on.\n'.repeat(3000)}`;
    await index(long);
    const [hit] = await hits('zarnic');
    const window = long.slice(hit?.start, hit?.end);
    expect(window.length).toBeLessThanOrEqual(16_384);
    expect(wordsFound(window, 'zarnic')).toHaveLength(1);
    await index('short now');
    expect(await hits('zarnic')).toEqual([]);
    await bench.database.locked((db) => unindexTexts(db, [text(0)]));
    expect(await hits('short')).toEqual([]);
  });

  test('Q17 windows lie end to end and cut no word that white space ends', () => {
    const piece = fc.constantFrom('word ', 'a'.repeat(5000), '\n', '\n\n', 'x '.repeat(4000), '\u0000', '\ud83d\ude00');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (made) => {
        const all = made.join('');
        const cut = [...windows(all)];
        expect(cut.map(({ start, end }) => all.slice(start, end)).join('')).toBe(all);
        for (const { start, end } of cut) {
          const window = all.slice(start, end);
          expect(window.length).toBeLessThanOrEqual(16_384);
          expect(end === all.length || /\s$/u.test(window) || !/[ \n]/u.test(window.slice(8200))).toBe(true);
        }
      }),
    );
  });

  test('Q18 of a common word only the newest thousand are ranked, and the answer says so', async () => {
    await index(...Array.from({ length: 1001 }, () => 'the common word'), 'rare');
    const answer = await search(bench.database.db, 'common');
    expect(answer.capped).toBe(true);
    expect(answer.hits).toHaveLength(50);
    expect((await search(bench.database.db, 'rare')).capped).toBe(false);
  });

  test('Q19 statements, acts and names are found as records; names under the second key are not', async () => {
    const said = claim(record(1), 'content', name('They beat us with cables'), { at: words(5, 40, 'They beat us') });
    await bench.database.locked((db) =>
      putRecords(
        db,
        [
          entry(state(record(1), 'statement', [said]), 'Orlan said'),
          entry(state(record(2), 'act', []), 'cables used in Karsel'),
          person(3, 'Cables Weir'),
          person(4, 'Cables Hidden', 'protected'),
        ],
        world,
      ),
    );
    const found = await hits('cables');
    expect(found.map((hit) => [hit.in, hit.record]).toSorted()).toEqual([
      ['act', record(2)],
      ['name', record(3)],
      ['statement', record(1)],
    ]);
    expect(found.find((hit) => hit.in === 'statement')).toMatchObject({ source: source(5), text: text(5), start: 40 });
    await bench.database.locked((db) => putRecords(db, [entry(state(record(1), 'statement', []), 'Orlan')], world));
    expect((await hits('cables')).length).toBe(2);
  });

  test('Q20 no query is an error, whatever is typed', async () => {
    await index('AND OR NOT NEAR alpha');
    const strange = [
      '',
      ' ',
      '"',
      '"""',
      '*',
      'a* OR b',
      'NEAR(',
      'alpha AND',
      '^alpha',
      '-alpha',
      '{alpha}:',
      'tokens:alpha',
      '\u0000',
      '\u202e',
      '½',
      '⒈⑴',
      "o''",
    ];
    for (const query of [...strange, 'alpha '.repeat(100_000), 'x'.repeat(1_000_000)]) {
      await expect(search(bench.database.db, query)).resolves.toMatchObject({ capped: false });
    }
    expect(await texts('not')).toEqual([text(0)]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        await search(bench.database.db, query);
      }),
      { numRuns: 200 },
    );
  });

  test('Q20 what a text says can be found in it by its own words', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abəǆŉß½ﬁɪΣςİıΆЖ字'), minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (made) => {
        const said = made.join(' ');
        await index(said);
        for (const query of made) {
          if (wordsFound(query, query).length > 0) expect(await texts(query)).toEqual([text(0)]);
        }
      }),
      { numRuns: 40 },
    );
  });
}
