const HUES = 5;

/** The class that gives a voice its hue (`--c`), the same on every page; the source's own voice (null) is grey. */
export function hueClass(voice: string | null): string {
  if (voice === null) return 'hue-0';
  let sum = 2166136261;
  for (let at = 0; at < voice.length; at += 1) sum = Math.imul(sum ^ voice.charCodeAt(at), 16777619) >>> 0;
  return `hue-${(sum % HUES) + 1}`;
}
