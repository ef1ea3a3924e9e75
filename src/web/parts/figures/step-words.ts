import { showWhen, whenBounds } from '../../../domain/when.ts';
import type { DeskFigureView } from '../../../http/api-register.ts';
import { t } from '../../words.ts';
import { countOnly } from './figure-rows.ts';

/** One step of a series: "44 on 1 February 2022", "61 as of 2023"; the count alone where nothing says when it was true. */
export function stepWords(figure: DeskFigureView): string {
  const number = countOnly(figure);
  if (figure.asOf === null) return number;
  const bounds = whenBounds(figure.asOf);
  const day = bounds !== null && bounds.from === bounds.to;
  return t(day ? 'figures.step' : 'figures.step-as-of', { number, when: showWhen(figure.asOf) });
}
