/** A file on its way into custody, and the place where it was found, relative to what was named. */
export interface Arrival {
  readonly foundAt: string;
  /** In bytes, as far as known before it is read. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file that came by the page or in a mail. */
export const arrived = (foundAt: string, bytes: Uint8Array): Arrival => ({
  foundAt,
  size: bytes.length,
  open: () => [bytes],
});
