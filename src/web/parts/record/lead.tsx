import type { RecordDetail } from '../../../http/api-register.ts';

/** The record as one sentence; what no words say stands in it as a gap, in grey. The parts carry their own spaces. */
export function Lead({ parts }: { readonly parts: RecordDetail['lead'] }) {
  return (
    <p className="lead">
      {parts.map((part, at) =>
        part.known ? (
          <b key={`${at} ${part.text}`}>{part.text}</b>
        ) : (
          <span key={`${at} ${part.text}`} className="gap">
            {part.text}
          </span>
        ),
      )}
    </p>
  );
}
