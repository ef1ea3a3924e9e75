import { Link } from '@tanstack/react-router';
import { t } from '../words.ts';
import { PageFrame } from './page-frame.tsx';

/** No page has this address. */
export function Missing() {
  return (
    <PageFrame title={t('missing.title')}>
      <p>{t('missing.text')}</p>
      <p>
        <Link to="/">{t('nav.home')}</Link>
      </p>
    </PageFrame>
  );
}
