/** To come. */
export function WorkPage() {
  return null;
}
