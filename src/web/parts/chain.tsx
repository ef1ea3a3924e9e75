import type { ChainLinkView } from '../../http/api-types.ts';
import { t, type Word } from '../words.ts';
import { hueClass } from './hue.ts';
import { RecordLink } from './record-link.tsx';
import { Tag } from './tag.tsx';
import './chain.css';

const JOIN = {
  'said-by': 'chain.said-by',
  'in-work': 'chain.in-work',
  'published-by': 'chain.published-by',
  'translated-by': 'chain.translated-by',
} as const satisfies Record<ChainLinkView['kind'], Word>;

const HOLD = { sought: 'hold.sought', held: 'hold.held', unobtainable: 'hold.unobtainable' } as const;

/** The voice a chain begins with: what gives it its hue. Null: the source says it itself. */
export const originOf = (links: readonly ChainLinkView[]): string | null => links[0]?.name ?? null;

function ChainLink({ link, first }: { readonly link: ChainLinkView; readonly first: boolean }) {
  return (
    <li data-inferred={link.inferred || undefined}>
      {first ? null : <i>{t(JOIN[link.kind])} </i>}
      <b>{link.to === null ? link.name : <RecordLink id={link.to}>{link.name}</RecordLink>}</b>
      {link.hold === null || link.hold === 'held' ? null : <Tag tone="warn">{t(HOLD[link.hold])}</Tag>}
      {link.inferred ? <Tag tone="quiet">{t('status.inferred')}</Tag> : null}
    </li>
  );
}

interface ChainProps {
  readonly links: readonly ChainLinkView[];
  /** The held source at the end of the chain: "this article". */
  readonly end?: string;
  /** The class of the hue its voice has on this page, where neighbours are told apart (the reader, the figures desk). */
  readonly hue?: string | undefined;
}

/** A chain of voices in one line, origin first, each link typed: "18 members in document No. 7 (sought) → this article". */
export function Chain({ links, end, hue }: ChainProps) {
  return (
    <ol className={`chain ${hue ?? hueClass(originOf(links))}`} aria-label={t('chain.label')}>
      {links.map((link, at) => (
        <ChainLink key={`${at} ${link.name}`} link={link} first={at === 0} />
      ))}
      {end === undefined ? null : (
        <li>
          <i>{links.length === 0 ? `${t('chain.own-voice')} ` : '→ '}</i>
          {end}
        </li>
      )}
    </ol>
  );
}
