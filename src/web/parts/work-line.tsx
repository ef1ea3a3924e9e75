import { Link } from '@tanstack/react-router';
import type { WorkItem } from '../../http/api-register.ts';
import { t } from '../words.ts';
import { RecordLink } from './record-link.tsx';
import { Tag, type Tone } from './tag.tsx';
import { WordsQuote } from './words-quote.tsx';
import './work-line.css';

const TONE = {
  'get-it': 'accent',
  'work-needed': 'quiet',
  issue: 'warn',
  conflict: 'warn',
  unread: 'warn',
  unsettled: 'quiet',
} as const satisfies Record<WorkItem['kind'], Tone>;

function Title({ item }: { readonly item: WorkItem }) {
  if (item.record !== null) return <RecordLink id={item.record}>{item.title}</RecordLink>;
  if (item.source === null) return item.title;
  return (
    <Link to="/sources/$id" params={{ id: item.source }}>
      {item.title}
    </Link>
  );
}

/** One thing that waits, with what to do about it and the words it is about. */
export function WorkLine({ item }: { readonly item: WorkItem }) {
  return (
    <article className="work-line">
      <h3>
        <Title item={item} />
        <Tag tone={TONE[item.kind]}>{t(`work.${item.kind}`)}</Tag>
      </h3>
      <p>{item.toDo}</p>
      {item.words === null ? null : <WordsQuote words={item.words} />}
    </article>
  );
}
