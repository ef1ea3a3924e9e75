/** To come. */
export function ExportPage() {
  return null;
}
