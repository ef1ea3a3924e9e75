import type { Position } from '../../domain/reading.ts';
import type { Names, Said, View } from '../passes.ts';

/** Pass 9, the seam: a position needs questions that the case disputes, which no rule knows yet; it reads none. */
export const positions = (_view: View, _names: Names, _said: Said): readonly Position[] => [];
