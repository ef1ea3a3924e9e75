import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseHome } from '../../http/api-types.ts';
import type { WorkItem } from '../../http/api-register.ts';
import { AddFiles } from '../parts/add-files.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { WorkLine } from '../parts/work-line.tsx';
import { useCase } from '../state/case.ts';
import { usePages } from '../state/pages.ts';
import { t, type Word } from '../words.ts';
import './home.css';

type Counts = CaseHome['counts'];

function Line({
  to,
  children,
  warn = false,
}: {
  readonly to: LinkProps;
  readonly children: ReactNode;
  readonly warn?: boolean;
}) {
  return (
    <li className={warn ? 'warn' : ''}>
      <Link {...to}>{children}</Link>
    </li>
  );
}

function Part({ title, children }: { readonly title: Word; readonly children: ReactNode }) {
  return (
    <section className="home-part">
      <h2>{t(title)}</h2>
      <ul>{children}</ul>
    </section>
  );
}

const register = (kind: string): LinkProps => ({ to: '/register/$kind', params: { kind } });

/** Nothing of the register is there yet, and something waits to come into it. */
const isUnrecorded = (c: Counts): boolean => c.waiting > 0 && c.acts + c.persons + c.statements + c.figures === 0;

function Here({ c }: { readonly c: Counts }) {
  return (
    <Part title="home.here">
      <Line to={{ to: '/sources' }}>{t('sources.count', { n: c.sources })}</Line>
      {c.duplicates === 0 ? null : <li className="quiet">{t('home.duplicates', { n: c.duplicates })}</li>}
      {isUnrecorded(c) ? <li className="quiet">{t('home.none-recorded')}</li> : <Recorded c={c} />}
    </Part>
  );
}

function Recorded({ c }: { readonly c: Counts }) {
  return (
    <>
      <Line to={register('act')}>{t('home.acts', { n: c.acts })}</Line>
      <Line to={register('person')}>{t('home.persons', { n: c.persons })}</Line>
      <Line to={register('statement')}>{t('home.statements', { n: c.statements })}</Line>
      <Line to={register('figure')}>{t('home.figures', { n: c.figures })}</Line>
    </>
  );
}

function Waits({ c }: { readonly c: Counts }) {
  return (
    <Part title="home.waits">
      {c.waiting === 0 ? (
        <li className="quiet">{t('home.none-waits')}</li>
      ) : (
        <Line to={{ to: '/review' }}>{t('home.waiting', { n: c.waiting })}</Line>
      )}
      {c.unread === 0 ? null : (
        <Line warn to={{ to: '/sources', search: { state: 'unread' } }}>
          {t('home.unread', { n: c.unread })}
        </Line>
      )}
      {c.workNeeded === 0 ? null : <Line to={{ to: '/work' }}>{t('home.work', { n: c.workNeeded })}</Line>}
    </Part>
  );
}

function ToSettle({ c }: { readonly c: Counts }) {
  return (
    <Part title="home.to-settle">
      {c.toSettle + c.conflicts === 0 ? <li className="quiet">{t('home.none-to-settle')}</li> : null}
      {c.toSettle === 0 ? null : (
        <Line warn to={{ to: '/figures' }}>
          {t('home.pairs', { n: c.toSettle })}
        </Line>
      )}
      {c.conflicts === 0 ? null : (
        <Line warn to={{ to: '/work', search: { kind: 'conflict' } }}>
          {t('home.conflicts', { n: c.conflicts })}
        </Line>
      )}
    </Part>
  );
}

function Sought({ c }: { readonly c: Counts }) {
  return (
    <Part title="home.sought">
      {c.sought === 0 ? (
        <li className="quiet">{t(isUnrecorded(c) ? 'home.none-sought-yet' : 'home.none-sought')}</li>
      ) : (
        <Line to={register('cited-source')}>{t('home.works', { n: c.sought })}</Line>
      )}
    </Part>
  );
}

const FIRST = 4;

function ToDoNext() {
  const { rows } = usePages<WorkItem>('/work');
  if (rows.length === 0) return null;
  return (
    <section className="home-next">
      <h2>{t('home.next')}</h2>
      {rows.slice(0, FIRST).map((item) => (
        <WorkLine key={item.id} item={item} />
      ))}
      <p>
        <Link to="/work">{t('home.all-work')}</Link>
      </p>
    </section>
  );
}

function EmptyCase() {
  return (
    <div className="home-empty">
      <p className="lead">{t('home.empty')}</p>
      <AddFiles />
      <p className="quiet">{t('home.empty-how')}</p>
    </div>
  );
}

/** What is here, what waits, what is to be settled, what is sought. */
export function HomePage() {
  const { data } = useCase();
  if (data === undefined) return null;
  const c = data.counts;
  return (
    <PageFrame title={t('nav.home')}>
      {c.sources === 0 ? (
        <EmptyCase />
      ) : (
        <div className="home">
          <div className="home-parts">
            <Here c={c} />
            <Waits c={c} />
            <ToSettle c={c} />
            <Sought c={c} />
          </div>
          <AddFiles />
          <ToDoNext />
        </div>
      )}
    </PageFrame>
  );
}
