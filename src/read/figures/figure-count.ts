import type { Count } from '../../domain/count.ts';
import type { ReadFigure } from '../../domain/reading.ts';
import { numberWords } from './number-words.ts';
import { numbersIn, type NumberRead } from './numbers.ts';
import { tokensOf } from '../text/tokens.ts';

/** The count a read figure states, with what the reading's shape does not carry: the vague word, and "nearly". */
export function countOf(figure: ReadFigure, language: string): Count {
  if (figure.comparator === 'range') return { kind: 'between', low: figure.low ?? 0, high: figure.high ?? 0 };
  const again = readAgain(figure, language);
  if (figure.value === null) return { kind: 'vague', word: again?.vague ?? 'several' };
  const n = figure.value;
  if (again?.comparator === 'nearly') return { kind: 'nearly', n };
  return figure.comparator === 'vague' ? { kind: 'exactly', n } : { kind: figure.comparator, n };
}

function readAgain({ span, number }: ReadFigure, language: string): NumberRead | undefined {
  const tokens = tokensOf(span.text);
  const at = number.start - span.start;
  return numbersIn(tokens, [0, tokens.length], numberWords(language)).find((read) => tokens[read.first]?.start === at);
}
