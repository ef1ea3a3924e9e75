import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface WordsLinkProps {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  /** Other words of the same text, to be shown with them. */
  readonly also?: { readonly start: number; readonly end: number };
  readonly children: ReactNode;
  readonly className?: string;
}

/** One click to the words: the reader, at the span. */
export function WordsLink({ text, span, also, children, className }: WordsLinkProps) {
  return (
    <Link
      to="/read/$textId"
      params={{ textId: text }}
      search={{
        span: [span, ...(also === undefined ? [] : [also])].map(({ start, end }) => `${start}-${end}`).join(','),
      }}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  );
}
