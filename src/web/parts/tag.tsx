import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'ok' | 'warn' | 'accent' | 'quiet' | 'dashed';

/** A small word in a hairline: a status, never colour alone. `dashed` is only read, not recorded. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
