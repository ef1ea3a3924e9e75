import { refuse, type Outcome } from '../kit/outcome.ts';

/** Why a deed on the disk is not what was written (SPEC L4). `erased` and `newer` are no damage. */
export interface DeedFault {
  readonly kind: 'public-part' | 'newer' | 'erased' | 'seal' | 'commitment' | 'object' | 'payload' | 'actor';
  readonly what: string;
}

export const fault = (kind: DeedFault['kind'], what: string): Outcome<never, DeedFault> => refuse({ kind, what });
