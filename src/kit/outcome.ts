/** What a step hands back when the world, not the programmer, can be wrong (DESIGN rule 7). */
export type Outcome<Value, Trouble extends { readonly kind: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Trouble };

export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refuse = <Trouble extends { readonly kind: string }>(
  problem: Trouble,
): { readonly ok: false; readonly problem: Trouble } => ({ ok: false, problem });
