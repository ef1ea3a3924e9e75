import type { ReadWork } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import type { Names, View } from '../passes.ts';
import { workPhrases, type WorkPhrase } from './work-phrase.ts';
import { workLexicon, type WorkLexicon } from './work-lexicon.ts';

interface Work {
  readonly phrases: WorkPhrase[];
  readonly noun: string;
  readonly kind: string;
  identifier: string | null;
  readonly why: string[];
}

const LONGEST_TO_DATE = 60;

/**
 * The works a text cites (SPEC E19): what is told from others by a number, an owner, an author or a place; later mentions
 * (`the document`) join the last work of that noun. Laws and the article itself are none.
 */
export function worksOf(view: View, names: Names): ReadWork[] {
  const lexicon = workLexicon(view.language);
  const works: Work[] = [];
  for (const phrase of workPhrases(view)) {
    if (isOwn(view.text, phrase, lexicon)) continue;
    const known = earlier(works, phrase, lexicon);
    if (known !== undefined) {
      known.phrases.push(phrase);
      known.identifier ??= phrase.identifier;
    } else if (isCited(phrase, lexicon)) {
      const kind = lexicon.kinds.get(phrase.noun) ?? 'text';
      works.push({ phrases: [phrase], noun: phrase.noun, kind, identifier: phrase.identifier, why: [ruleOf(phrase)] });
    }
  }
  return works.map((work, at) => workOf(work, `w${at + 1}`, view, names));
}

const isOwn = (text: string, { start, end }: WorkPhrase, { own }: WorkLexicon): boolean =>
  own.some((words) => text.slice(start, end).toLowerCase().startsWith(words));

function isCited({ identifier, told, plural, noun, determined }: WorkPhrase, { weak, strong }: WorkLexicon): boolean {
  if (identifier !== null) return !plural;
  if (told) return !(plural && determined !== 'definite');
  return !plural && determined === 'definite' && strong.has(noun) && !weak.has(noun);
}

const ruleOf = ({ identifier, told }: WorkPhrase): string => {
  if (identifier !== null) return 'work/identifier';
  return told ? 'work/told' : 'work/definite';
};

/** The work that a phrase speaks of again. */
function earlier(works: readonly Work[], phrase: WorkPhrase, { kinds }: WorkLexicon): Work | undefined {
  if (phrase.identifier !== null) {
    return works.findLast(({ identifier, noun }) => identifier === phrase.identifier && noun === phrase.noun);
  }
  if (phrase.determined !== 'definite' || phrase.plural || phrase.told) return undefined;
  const same = works.findLast(({ noun }) => noun === phrase.noun);
  if (same !== undefined) return same;
  const generic = phrase.noun === 'document' ? kinds.get('document') : undefined;
  return generic === undefined ? undefined : works.findLast(({ kind }) => kind === generic);
}

function workOf(work: Work, id: string, view: View, names: Names): ReadWork {
  const spans = work.phrases.map(({ start, end }) => spanAt(view.text, start, end));
  const [first, ...others] = spans.toSorted((a, b) => weight(b, work) - weight(a, work) || a.start - b.start);
  if (first === undefined) throw new Error('a work without words');
  return {
    id,
    spans: [first, ...others],
    title: titleOf(view.text, work, first),
    identifier: work.identifier,
    published: publishedOf(view, names, work),
    why: work.why,
  };
}

/** Fullest first: the mention with the identifier, then the longest. */
const weight = (span: Span, { identifier }: Work): number =>
  span.text.length + (identifier !== null && span.text.includes(identifier) ? 1000 : 0);

function titleOf(text: string, { phrases, identifier }: Work, fullest: Span): string {
  const phrase = phrases.find(({ start }) => start === fullest.start);
  if (phrase === undefined) return fullest.text;
  if (identifier !== null) return text.slice(phrase.nounStart, phrase.end);
  return fullest.text.replace(/^(?:the|a|an|this|that)\s+/iu, '');
}

/** `was published on 25 June 2021`, in the sentence of one of its mentions. */
function publishedOf(view: View, names: Names, { phrases }: Work): ReadWork['published'] {
  const { published } = workLexicon(view.language);
  for (const { sentence, end, next } of phrases) {
    const date = names.mentions.find(
      ({ kind, value, span }) =>
        kind === 'date' &&
        value !== null &&
        span.start >= end &&
        span.end <= sentence.end &&
        span.start - end <= LONGEST_TO_DATE,
    );
    if (date === undefined || date.value === null) continue;
    const between = view.tokens.slice(next, sentence.lastToken).filter(({ start }) => start < date.span.start);
    const direct = between.length === 1 && ['of', 'dated'].includes(between[0]?.lower ?? '');
    if (direct || between.some(({ lower }) => published.has(lower))) return { date: date.value, span: date.span };
  }
  return null;
}
