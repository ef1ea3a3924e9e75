import type { ClaimValue } from '../../../domain/claim.ts';
import { countWords, type Count, type VagueWord } from '../../../domain/count.ts';
import { recordId } from '../../../domain/ids.ts';
import type { ValueKind } from '../../../domain/record.ts';
import { assertNever } from '../../../kit/assert-never.ts';
import { done, refuse, type Outcome } from '../../../kit/outcome.ts';

export const COUNT_KINDS = [
  'exactly',
  'only',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'about',
  'nearly',
  'between',
  'vague',
] as const satisfies readonly Count['kind'][];

export const VAGUE_WORDS: readonly VagueWord[] = ['several', 'dozens', 'scores', 'hundreds', 'thousands', 'many-more'];

/** What a form holds for one value while it is typed: always writable, not always a value. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'count';
      readonly as: Count['kind'];
      readonly n: string;
      readonly high: string;
      readonly word: VagueWord;
    }
  | { readonly kind: 'when'; readonly edtf: string }
  | {
      readonly kind: 'record';
      readonly record: string;
      readonly name: string;
      /** The proposal of this text that names this person, where they are chosen as it names them. */
      readonly mention: string | null;
    };

export type DraftTrouble = { readonly kind: 'empty' | 'not-a-count' | 'high-below-low' | 'nobody-chosen' };

const EMPTY_COUNT = { kind: 'count', as: 'exactly', n: '', high: '', word: 'several' } as const;

/** The draft that shows a value as the page was given it; a count is read back from its plain words. */
export function draftOf(holds: ValueKind, shown: string): Draft {
  switch (holds) {
    case 'text':
      return { kind: 'text', text: shown };
    case 'code':
      return { kind: 'code', code: shown };
    case 'count':
      return countDraft(shown);
    case 'when':
      return { kind: 'when', edtf: shown };
    case 'person':
    case 'event':
    case 'act':
    case 'figure':
      return { kind: 'record', record: '', name: shown, mention: null };
    default:
      return assertNever(holds);
  }
}

function countDraft(shown: string): Draft {
  const plain = shown
    .trim()
    .toLowerCase()
    .replace(/(?<=\d)[,\s](?=\d{3})/g, '');
  const vague = VAGUE_WORDS.find((word) => countWords({ kind: 'vague', word }) === plain);
  if (vague !== undefined) return { ...EMPTY_COUNT, as: 'vague', word: vague };
  const between = /^(\d+) (?:to|–) (\d+)$/.exec(plain);
  if (between !== null) return { ...EMPTY_COUNT, as: 'between', n: between[1] ?? '', high: between[2] ?? '' };
  const said = /^(?:(\D{1,20}) )?(\d+)$/.exec(plain);
  const as = COUNT_KINDS.find((kind) => kind.replace('-', ' ') === said?.[1]) ?? 'exactly';
  return { ...EMPTY_COUNT, as, n: said?.[2] ?? '' };
}

/** The value that a draft says, or what keeps it from being one (SPEC W28). */
export function valueOf(draft: Draft): Outcome<ClaimValue, DraftTrouble> {
  switch (draft.kind) {
    case 'text':
      return draft.text.trim() === '' ? refuse({ kind: 'empty' }) : done({ kind: 'text', text: draft.text.trim() });
    case 'code':
      return draft.code === '' ? refuse({ kind: 'empty' }) : done({ kind: 'code', code: draft.code });
    case 'when':
      return draft.edtf.trim() === '' ? refuse({ kind: 'empty' }) : done({ kind: 'when', edtf: draft.edtf.trim() });
    case 'record':
      if (draft.record !== '') return done({ kind: 'record', record: recordId(draft.record) });
      return refuse({ kind: draft.name === '' ? 'empty' : 'nobody-chosen' });
    case 'count':
      return countOf(draft);
    default:
      return assertNever(draft);
  }
}

const whole = (typed: string): number | undefined =>
  /^\d{1,15}$/.test(typed.replaceAll(/[,\s]/g, '')) ? Number(typed.replaceAll(/[,\s]/g, '')) : undefined;

function countOf(draft: Extract<Draft, { kind: 'count' }>): Outcome<ClaimValue, DraftTrouble> {
  const counted = (count: Count): Outcome<ClaimValue, DraftTrouble> => done({ kind: 'count', count });
  if (draft.as === 'vague') return counted({ kind: 'vague', word: draft.word });
  const n = whole(draft.n);
  if (n === undefined) return refuse({ kind: draft.n.trim() === '' ? 'empty' : 'not-a-count' });
  if (draft.as !== 'between') return counted({ kind: draft.as, n });
  const high = whole(draft.high);
  if (high === undefined) return refuse({ kind: 'not-a-count' });
  return high < n ? refuse({ kind: 'high-below-low' }) : counted({ kind: 'between', low: n, high });
}
