/** To come. */
export function SourcesPage() {
  return null;
}
