/** To come. */
export function SourcePage() {
  return null;
}
