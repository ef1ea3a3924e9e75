import { describe, expect, test } from 'vitest';
import { readText } from '../read.ts';

/** Each count with the words of the count it is linked to. */
function linked(text: string, link: 'subsetOf' | 'sameAs'): (string | null)[] {
  const { figures } = readText({ id: 'text', text });
  return figures.map((figure) => figures.find(({ id }) => id === figure[link])?.span.text ?? null);
}
const parts = (text: string): (string | null)[] => linked(text, 'subsetOf');
const repeats = (text: string): (string | null)[] => linked(text, 'sameAs');

describe('parts and repeats', () => {
  test('E23 of whom, including, of the N, and parts that add up', () => {
    expect(parts('They tortured 300 conscripts in the barracks, of whom 14 died there.')).toEqual([
      null,
      '300 conscripts',
    ]);
    expect(parts('A dozen men were hurt, including four children and two nurses of the town.')).toEqual([
      null,
      'A dozen men',
      'A dozen men',
    ]);
    expect(parts('The police arrested 30 people in the market. There were 19 men and 11 women.')).toEqual([
      null,
      '30 people',
      '30 people',
    ]);
    expect(parts('Two of the 17 hostages were released in the town of Karsel.')).toEqual(['the 17 hostages', null]);
    expect(parts('Police held 40 nurses in Selm, and 12 are still in custody. The 28 others left.')).toEqual([
      null,
      '40 nurses',
      '40 nurses',
    ]);
    expect(parts('Of the 81 men killed, 73 were Dornian, seven were Selmese and one was a boy.')).toEqual([
      null,
      'the 81 men',
      'the 81 men',
      'the 81 men',
    ]);
    expect(parts('Four nurses were hurt. One of the nurses said it, and the other three left.')).toEqual([
      null,
      'Four nurses',
      'Four nurses',
    ]);
    expect(parts('Four nurses were jailed. They were part of a group of ten nurses.')).toEqual(['ten nurses', null]);
    expect(parts('Some 20 nurses live there. Dozens of nurses came, and 12 other nurses, too.')).toEqual([
      null,
      null,
      null,
    ]);
  });
  test('E23 a count given again in words is the same', () => {
    expect(repeats('In that year 14 conscripts died. Of the fourteen killed, six were acquitted.')).toEqual([
      null,
      '14 conscripts',
      null,
    ]);
    expect(repeats('Four nurses were held. The four students and the four nurses met.')).toEqual([
      null,
      'Four nurses',
      'Four nurses',
    ]);
    expect(repeats('Two guards shot two nurses in Karsel, and two boats left.')).toEqual([null, null]);
  });
});
