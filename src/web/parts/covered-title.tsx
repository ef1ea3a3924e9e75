import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words.ts';

/** A headline may name what nobody should read over a shoulder: covered until asked. */
export function CoveredTitle({ title }: { readonly title: string | null }) {
  const [shown, setShown] = useState(false);
  if (title === null) return null;
  if (shown) return <p className="lead">{title}</p>;
  return (
    <Button className="uncover" size="compact-sm" onClick={() => setShown(true)}>
      {t('source.uncover')}
    </Button>
  );
}
