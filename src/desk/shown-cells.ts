import { countWords, type Count } from '../domain/count.ts';

/** Cells on one line, for people: "violation: torture; victim: Emil Dorn". */
export const shownCells = (
  cells: readonly { readonly field: string; readonly value: string | Count; readonly name?: string | null }[],
): string =>
  cells
    .map(({ field, value, name }) => `${field}: ${name ?? (typeof value === 'string' ? value : countWords(value))}`)
    .join('; ');
