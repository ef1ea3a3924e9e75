/**
 * The second key, as functions: names of protected and sealed persons lie only under it (DESIGN, Who may see whom).
 * The key never comes into this room.
 */
export interface Secrets {
  seal(plain: Uint8Array): Uint8Array;
  /** The reverse of `seal`; throws where the seal does not hold. */
  open(sealed: Uint8Array): Uint8Array;
  /** A keyed hash (HMAC) of one folded token: equal tokens give equal bytes, and nothing else can be told. */
  tokenKey(folded: string): Uint8Array;
}
