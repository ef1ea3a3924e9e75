import { Fragment } from 'react';
import type { RecordDetail } from '../../../http/api-register.ts';

/** The record as one sentence; what no words say stands in it as a gap, in grey. */
export function Lead({ parts }: { readonly parts: RecordDetail['lead'] }) {
  return (
    <p className="lead">
      {parts.map((part, at) => (
        <Fragment key={part.text}>
          {at === 0 || /^[,.;:]/.test(part.text) ? '' : ' '}
          {part.known ? <b>{part.text}</b> : <span className="gap">{part.text}</span>}
        </Fragment>
      ))}
    </p>
  );
}
