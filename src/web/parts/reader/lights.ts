/** Marks every element of the given notes under `root` with an attribute, and no other (SPEC W25: hovering either lights both). */
export function light(root: Element, attribute: 'data-hover' | 'data-on', notes: readonly string[]): void {
  const lit = new Set<Element>();
  for (const note of notes) {
    for (const element of root.querySelectorAll(`[data-n~="${CSS.escape(note)}"]`)) lit.add(element);
  }
  for (const element of root.querySelectorAll(`[${attribute}]`))
    if (!lit.has(element)) element.removeAttribute(attribute);
  for (const element of lit) element.setAttribute(attribute, '');
}

/** The notes that an element of the text or the margin belongs to, widest first. */
export const notesAt = (target: EventTarget | null): readonly string[] => {
  const names = target instanceof Element ? target.closest('[data-n]')?.getAttribute('data-n') : null;
  return names === null || names === undefined ? [] : names.split(' ');
};
