/** The reader: the text with its spans, proposals in the margin beside their words. */
export function ReaderPage() {
  return null;
}
