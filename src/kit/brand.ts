declare const brand: unique symbol;

/** A primitive that only one maker may produce (DESIGN rule 2). */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
