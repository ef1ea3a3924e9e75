import type { Outcome } from '../kit/outcome.ts';
import type { Hint } from './extracted.ts';
import type { Unread } from './unread.ts';

/** A file to be read: its bytes, or where its original lies in the open (never a temporary plaintext) with the hash it must have. */
export type Task = Hint & ({ readonly bytes: Uint8Array } | { readonly path: string; readonly sha256: string });

/** Parent → child. */
export interface Order {
  readonly number: number;
  readonly task: Task;
}

/** Child → parent: once when it can work, then one for each order. */
export type Reply<Result> =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly outcome: Outcome<Result, Unread>;
      /** What the child holds after this file. */
      readonly residentMiB: number;
    };
