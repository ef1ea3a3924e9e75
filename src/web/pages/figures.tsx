/** The figures desk: every count by voice, and the pairs to settle. */
export function FiguresPage() {
  return null;
}
