import type { KeyboardEvent } from 'react';

/** Enter and Escape go from a filter back to the page and leave what was typed: a browser would clear a search field. */
export function leaveField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.blur();
}
