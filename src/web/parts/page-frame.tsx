import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

interface PageFrameProps {
  /** Neutral: never a headline of a source, never a private person's name (it is also the title of the browser's tab). */
  readonly title: string;
  readonly under?: ReactNode;
  /** At the right of the head: the keys of this page, or what it can do. */
  readonly aside?: ReactNode;
  /** Without the padding of an ordinary page: tables and the reader fill it themselves. */
  readonly bare?: boolean;
  /** The tab's title where it must be more neutral than the page's. */
  readonly tab?: string;
  readonly children: ReactNode;
}

/** The head and body of every page. */
export function PageFrame({ title, under, aside, bare, tab, children }: PageFrameProps) {
  useDocumentTitle(t('page.title', { page: tab ?? title }));
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {under === undefined ? null : <p>{under}</p>}
        {aside === undefined ? null : <div className="page-aside">{aside}</div>}
      </header>
      <div className={bare === true ? 'page-body bare' : 'page-body'}>{children}</div>
    </>
  );
}
