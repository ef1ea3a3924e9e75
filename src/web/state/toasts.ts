import { useSyncExternalStore } from 'react';
import type { ApiProblem } from '../../http/api-types.ts';

export type Toast = { readonly id: number } & (
  | { readonly kind: 'done'; readonly text: string; readonly deed: string | null }
  | { readonly kind: 'trouble'; readonly problem: ApiProblem }
);
type Shown = { kind: 'done'; text: string; deed: string | null } | { kind: 'trouble'; problem: ApiProblem };

const STAY = { done: 7_000, trouble: 20_000 } as const satisfies Record<Toast['kind'], number>;
const AT_ONCE = 3;

let shown: readonly Toast[] = [];
let made = 0;
const listeners = new Set<() => void>();

/** What is shown after this one: an older "done" makes room, troubles stay, never more than three (SPEC W12). */
export const afterToast = (before: readonly Toast[], toast: Toast): readonly Toast[] =>
  [...before.filter((other) => other.kind === 'trouble'), toast].slice(-AT_ONCE);

function show(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export const dismiss = (id: number): void => show(shown.filter((toast) => toast.id !== id));

/** Says what was done (with the deed to undo) or what went wrong, for a while. */
export function announce(toast: Shown): void {
  const id = (made += 1);
  show(afterToast(shown, { id, ...toast }));
  setTimeout(() => dismiss(id), STAY[toast.kind]);
}

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
