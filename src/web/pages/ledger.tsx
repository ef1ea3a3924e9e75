import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { LedgerView } from '../../http/api-register.ts';
import { momentWords } from '../parts/dates.ts';
import { History } from '../parts/history.tsx';
import { More } from '../parts/more.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { get, post } from '../state/api.ts';
import { announceTrouble } from '../state/deeds.ts';
import { t } from '../words.ts';
import './source.css';
import './ledger.css';

function Facts({ ledger }: { readonly ledger: LedgerView }) {
  return (
    <dl className="facts">
      <div>
        <dt>{t('ledger.size')}</dt>
        <dd>{t('ledger.deeds', { n: ledger.size })}</dd>
      </div>
      <div>
        <dt>{t('ledger.root')}</dt>
        <dd className="path">{ledger.root}</dd>
      </div>
      <div>
        <dt>{t('ledger.anchored')}</dt>
        <dd className={ledger.unanchored === 0 ? '' : 'warn'}>{t('foot.unanchored', { n: ledger.unanchored })}</dd>
      </div>
      <div>
        <dt>{t('ledger.checkpoint')}</dt>
        <dd>
          {ledger.checkpoint === null ? (
            t('ledger.no-checkpoint')
          ) : (
            <details>
              <summary>{t('ledger.at-size', { n: ledger.checkpoint.size })}</summary>
              <pre className="note-text">{ledger.checkpoint.note}</pre>
              <p className="quiet">{t('ledger.print')}</p>
            </details>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Check({ fsck }: { readonly fsck: LedgerView['fsck'] }) {
  const client = useQueryClient();
  const run = async () => {
    try {
      await post('/fsck');
      await client.invalidateQueries();
    } catch (error) {
      announceTrouble(error);
    }
  };
  return (
    <section>
      <h2>{t('fsck.title')}</h2>
      <p className={fsck?.ok === false ? 'warn' : 'quiet'} role="status">
        {fsck === null
          ? t('fsck.never')
          : t(fsck.ok ? 'fsck.ok' : 'fsck.bad', { at: momentWords(fsck.at), n: fsck.problems.length })}
      </p>
      {fsck === null ? null : (
        <ul className="places">
          {fsck.problems.map((problem) => (
            <li key={`${problem.kind} ${problem.where}`}>
              <b>{problem.where}</b>: {problem.what}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => void run()}>{t('fsck.do')}</Button>
    </section>
  );
}

function useLedger() {
  return useInfiniteQuery({
    queryKey: ['/ledger'],
    queryFn: ({ pageParam }) => get<LedgerView>('/ledger', { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.deeds.next,
  });
}

/** The ledger: what it holds, what it is anchored to, whether all of it is as it was written, and every deed, newest first. */
export function LedgerPage() {
  const { data, error, hasNextPage, isPending, fetchNextPage } = useLedger();
  const first = data?.pages[0];
  const rows = { ended: !hasNextPage, pending: isPending, more: () => void fetchNextPage() };
  return (
    <PageFrame title={t('ledger.title')} under={t('ledger.under')}>
      {error === null ? null : <Trouble error={error} />}
      {first === undefined ? null : (
        <div className="source">
          <Facts ledger={first} />
          <Check fsck={first.fsck} />
          <section>
            <h2>{t('ledger.all')}</h2>
            <History lines={data?.pages.flatMap((page) => page.deeds.rows) ?? []} />
            <More rows={rows} />
          </section>
        </div>
      )}
    </PageFrame>
  );
}
