import { Link, type LinkProps } from '@tanstack/react-router';
import type { CaseHome } from '../../http/api-types.ts';
import { t, type Word } from '../words.ts';

type Counts = CaseHome['counts'];
interface Door {
  readonly word: Word;
  readonly to: LinkProps;
  readonly count: (counts: Counts) => string;
}
interface Room {
  readonly word: Word;
  readonly doors: readonly Door[];
}

const number = (n: number): string => n.toLocaleString('en');
const some = (key: Word, n: number): string => (n === 0 ? '' : t(key, { n }));
const register = (kind: string): LinkProps => ({ to: '/register/$kind', params: { kind } });

/** The five rooms in the order data goes through them (DESIGN §2), with what waits in each. */
const STREET: readonly Room[] = [
  {
    word: 'room.preserve',
    doors: [{ word: 'nav.sources', to: { to: '/sources' }, count: (c) => number(c.sources) }],
  },
  {
    word: 'room.read',
    doors: [{ word: 'nav.review', to: { to: '/review' }, count: (c) => some('nav.wait', c.waiting) }],
  },
  {
    word: 'room.record',
    doors: [
      { word: 'nav.acts', to: register('act'), count: (c) => number(c.acts) },
      { word: 'nav.persons', to: register('person'), count: (c) => number(c.persons) },
      { word: 'nav.events', to: register('event'), count: (c) => number(c.events) },
      { word: 'nav.statements', to: register('statement'), count: (c) => number(c.statements) },
      { word: 'nav.proceedings', to: register('proceeding'), count: (c) => number(c.proceedings) },
      { word: 'nav.interventions', to: register('intervention'), count: (c) => number(c.interventions) },
    ],
  },
  {
    word: 'room.reconcile',
    doors: [
      { word: 'nav.figures', to: { to: '/figures' }, count: (c) => some('nav.to-settle', c.toSettle) },
      { word: 'nav.sought', to: register('cited-source'), count: (c) => number(c.sought) },
      { word: 'nav.work', to: { to: '/work' }, count: (c) => number(c.work) },
    ],
  },
  { word: 'room.release', doors: [{ word: 'nav.export', to: { to: '/export' }, count: () => '' }] },
];

/** The street is the navigation. */
export function Street({ counts }: { readonly counts: Counts }) {
  return (
    <nav className="street" aria-label={t('nav.rooms')}>
      {STREET.map((room) => (
        <section key={room.word} aria-labelledby={room.word}>
          <h2 id={room.word}>{t(room.word)}</h2>
          <ul>
            {room.doors.map((door) => (
              <li key={door.word}>
                <Link {...door.to} activeOptions={{ includeSearch: false }}>
                  <b>{t(door.word)}</b> <span>{door.count(counts)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
