import { hueClass } from '../hue.ts';

/** How one voice is told from the others in a text: a hue, and a line that says the same without colour. */
export interface VoiceHue {
  /** The class that sets `--c`. */
  readonly hue: string;
  readonly line: 'solid' | 'double' | 'dotted' | 'wavy';
}

export interface Voice {
  readonly key: string;
  readonly name: string;
}

const HUES = ['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5'] as const;
const LINES = ['solid', 'double', 'dotted', 'wavy'] as const;

/**
 * One hue a voice (SPEC W22): the hue its name has on every page where that is still free in this text, else the next
 * free one; after five, the hues come again with another line.
 */
export function huesOf(voices: readonly Voice[]): ReadonlyMap<string, VoiceHue> {
  const hues = new Map<string, VoiceHue>();
  const taken = new Set<string>();
  for (const { key, name } of voices) {
    if (hues.has(key)) continue;
    const line = LINES[Math.floor(hues.size / HUES.length) % LINES.length] ?? 'solid';
    if (taken.size === HUES.length) taken.clear();
    const own = HUES.findIndex((hue) => hue === hueClass(name));
    const free = HUES.map((_, step) => HUES[(own + step) % HUES.length] ?? 'hue-1').find((hue) => !taken.has(hue));
    const hue = free ?? 'hue-1';
    taken.add(hue);
    hues.set(key, { hue, line });
  }
  return hues;
}
