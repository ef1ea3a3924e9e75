import { Kbd, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type Ref, useState } from 'react';
import { t } from '../words.ts';

/** Searches the whole case; `/` brings the focus here. */
export function SearchBox({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked.trim() !== '') void navigate({ to: '/search', search: { q: asked.trim() } });
  };
  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        ref={ref}
        size="xs"
        type="search"
        aria-label={t('search.label')}
        placeholder={t('nav.search')}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        rightSection={<Kbd aria-hidden>/</Kbd>}
      />
    </form>
  );
}
