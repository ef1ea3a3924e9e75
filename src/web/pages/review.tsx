/** To come. */
export function ReviewPage() {
  return null;
}
