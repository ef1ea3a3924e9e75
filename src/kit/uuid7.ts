/** A UUIDv7 (RFC 9562 §5.7) from a time in milliseconds and ten random bytes; both come from the caller. */
export function uuid7(milliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('uuid7 needs ten random bytes');
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0').slice(-12);
  const byte = (at: number): number => random[at] ?? 0;
  const hex = (n: number): string => n.toString(16).padStart(2, '0');
  const a = hex(0x70 | (byte(0) & 0x0f)) + hex(byte(1));
  const b = hex(0x80 | (byte(2) & 0x3f)) + hex(byte(3));
  const c = [4, 5, 6, 7, 8, 9].map((at) => hex(byte(at))).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${c}`;
}
