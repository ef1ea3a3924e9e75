/** To come. */
export function RegisterPage() {
  return null;
}
