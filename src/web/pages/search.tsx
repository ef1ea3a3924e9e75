/** To come. */
export function SearchPage() {
  return null;
}
