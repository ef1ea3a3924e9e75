/** To come. */
export function LedgerPage() {
  return null;
}
