import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What a key does: its line in the list of keys (`?`), and the doing. */
export interface KeyAction {
  readonly does: string;
  readonly run: () => void;
}
/** Key → action. Keys are named as printed: `j`, `?`, `/`, `Enter`, `ArrowDown`, `Escape`. */
export type KeyMap = Readonly<Record<string, KeyAction>>;

/** What the registry needs to know of a keyboard event. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  /** Where the focus is: keys belong to a field, and Enter and Space to a control, while it is there. */
  readonly within: 'page' | 'control' | 'field' | 'dialog';
}

/** The key as printed on a Latin keyboard, whatever layout is on: the key J writes “о” under a Russian one. */
export function keyName(pressed: Pick<Pressed, 'key' | 'code'>): string {
  if (pressed.key.length !== 1) return pressed.key;
  const letter = /^Key([A-Z])$/.exec(pressed.code)?.[1];
  const latin = /^[\x20-\x7e]$/.test(pressed.key);
  return latin || letter === undefined ? pressed.key.toLowerCase() : letter.toLowerCase();
}

export interface Keys {
  /** Adds a layer of keys above the others; the answer takes it away. */
  add(map: () => KeyMap): () => void;
  /** Runs what the topmost layer has for this key; false where nothing was done. */
  press(pressed: Pressed): boolean;
  /** Every key that works now, the topmost layer first. */
  list(): readonly (readonly [string, KeyAction])[];
  /** Changes whenever a layer comes or goes. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

const OWN_OF_CONTROLS = new Set(['Enter', ' ', 'Spacebar']);

const isFor = (pressed: Pressed): boolean => {
  if (pressed.defaultPrevented || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return false;
  if (pressed.within === 'field' || pressed.within === 'dialog') return false;
  return !(pressed.within === 'control' && OWN_OF_CONTROLS.has(pressed.key));
};

/** A registry of keys in layers: what was added last answers first. */
export function makeKeys(): Keys {
  const layers: (() => KeyMap)[] = [];
  const listeners = new Set<() => void>();
  let version = 0;
  const changed = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const topFirst = (): KeyMap[] => layers.map((layer) => layer()).toReversed();
  return {
    add(map) {
      layers.push(map);
      changed();
      return () => {
        layers.splice(layers.indexOf(map), 1);
        changed();
      };
    },
    press(pressed) {
      if (!isFor(pressed)) return false;
      const name = keyName(pressed);
      const map = topFirst().find((layer) => Object.hasOwn(layer, name));
      map?.[name]?.run();
      return map !== undefined;
    },
    list() {
      const seen = new Map<string, KeyAction>();
      for (const layer of topFirst()) {
        for (const [key, action] of Object.entries(layer)) if (!seen.has(key)) seen.set(key, action);
      }
      return [...seen];
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const CONTROLS = 'a[href], button, summary, input, [role=button]';

function within(target: EventTarget | null): Pressed['within'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role=dialog]')) return 'dialog';
  if (target.closest(FIELDS)) return 'field';
  return target.closest(CONTROLS) ? 'control' : 'page';
}

/** The one registry of the page. */
export const keys = makeKeys();

/** Listens on the window, once, for the whole page. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    const pressed = { key, code, ctrlKey, metaKey, altKey, defaultPrevented, within: within(event.target) };
    if (keys.press(pressed)) event.preventDefault();
  });
}

/** Keys that work while this component is shown: `useKeys({ j: { does: t('keys.next'), run: next } })`. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => keys.add(() => latest.current), []);
}

/** Every key that works now, for the list under `?`. */
export function useKeyList(): readonly (readonly [string, KeyAction])[] {
  useSyncExternalStore(keys.subscribe, keys.version);
  return keys.list();
}
