import type { ReadStatement, ReadWork } from '../../domain/reading.ts';
import { covers, overlaps, type Span } from '../../domain/span.ts';
import type { FigureDraft, Links } from './figure-draft.ts';
import { figureWords } from './figure-words.ts';
import type { Said, View } from '../passes.ts';
import { SpanIndex } from '../text/span-index.ts';

/** Who asserts a count, through whom, and whether that is carried over from other words (SPEC E24). */
export interface Voiced {
  readonly assertedBy: Span | 'author';
  readonly inferred: boolean;
  readonly via: readonly Span[];
  readonly statement: ReadStatement | null;
  readonly why: readonly string[];
}

interface Content {
  readonly statement: ReadStatement;
  readonly span: Span;
}

const AUTHOR: Voiced = { assertedBy: 'author', inferred: false, via: [], statement: null, why: [] };

/** The voices of a text, ready to be asked who says what stands at a place. */
export class Voices {
  readonly #view: View;
  readonly #contents: SpanIndex<Content>;
  readonly #works: SpanIndex<Span>;
  /** For a statement that names no voice: where the same voice was named last. */
  readonly #earlier = new Map<ReadStatement, Span>();
  /** The work that a block opens with ("In a document published by X, …"), by block. */
  readonly #frames = new Map<number, ReadStatement>();

  readonly #heard = new Map<number, boolean>();
  readonly #before = new Map<number, Voiced | null>();

  constructor(view: View, said: Said) {
    this.#view = view;
    this.#contents = new SpanIndex(
      said.statements.flatMap((statement) => statement.content.map((span) => ({ statement, span }))),
      (content) => content.span,
    );
    this.#works = new SpanIndex(
      said.works.flatMap((work: ReadWork) => [...work.spans]),
      (span) => span,
    );
    const last = new Map<string, Span>();
    for (const statement of said.statements) {
      const name = statement.sourceName ?? '';
      const earlier = last.get(name);
      if (statement.source !== null) last.set(name, statement.source);
      else if (earlier !== undefined) this.#earlier.set(statement, earlier);
      this.#frame(statement);
    }
  }

  /** The statements around a place, the innermost first. */
  #around(span: Pick<Span, 'start' | 'end'>): ReadStatement[] {
    const around = this.#contents.touching(span.start, span.end).filter((content) => covers(content.span, span));
    return around.sort((a, b) => length(a) - length(b)).map(({ statement }) => statement);
  }

  /** The voice of the innermost statement around a place that has one; `author` where nobody is said to say it. */
  voiceAt(span: Pick<Span, 'start' | 'end'>): Voiced {
    const around = this.#around(span);
    for (const statement of around) {
      const source = statement.source ?? this.#earlier.get(statement) ?? null;
      if (source !== null) return this.#voiced(statement, source);
    }
    return { ...AUTHOR, statement: around[0] ?? null };
  }

  #voiced(statement: ReadStatement, source: Span): Voiced {
    const frame = statement.via.length === 0 ? this.#frameOf(statement) : null;
    const via = frame === null || frame.source === null ? statement.via : [frame.source, ...frame.via];
    const why = [`in the words of “${source.text}”`, ...(frame === null ? [] : ['the paragraph reports that work'])];
    return { assertedBy: source, inferred: statement.source === null, via, statement, why };
  }

  /** The voice of another place goes on here. */
  carried(from: Voiced): Voiced {
    return { ...from, inferred: true, why: ['the voice is carried over from the sentence before'] };
  }

  sentenceHasVoice(sentence: number): boolean {
    return this.#once(this.#heard, sentence, () => {
      const { start, end } = this.#view.sentences[sentence] ?? { start: 0, end: 0 };
      return this.#contents.touching(start, end).length > 0;
    });
  }

  /** The named voice of the last statement of an earlier sentence of the same block. */
  lastBefore(sentence: number): Voiced | null {
    return this.#once(this.#before, sentence, () => {
      const here = this.#view.sentences[sentence];
      const previous = this.#view.sentences[sentence - 1];
      if (here === undefined || previous === undefined || previous.block !== here.block) return null;
      const last = this.#contents
        .touching(previous.start, previous.end)
        .findLast(({ statement }) => statement.source !== null && overlaps(statement.source, previous));
      return last === undefined ? null : this.voiceAt(last.span);
    });
  }

  /** Every count of a sentence asks the same. */
  #once<Answer>(known: Map<number, Answer>, sentence: number, ask: () => Answer): Answer {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const answer = ask();
    known.set(sentence, answer);
    return answer;
  }

  isWork(span: Span | 'author'): boolean {
    return span !== 'author' && this.#works.touching(span.start, span.end).length > 0;
  }

  #frame(statement: ReadStatement): void {
    const { source } = statement;
    if (source === null || !this.isWork(source)) return;
    const sentence = this.#sentenceAt(source.start);
    if (sentence === undefined) return;
    const lead = this.#view.text.slice(sentence.start, source.start).trim().toLowerCase();
    if (lead === 'in' && !this.#frames.has(sentence.block)) this.#frames.set(sentence.block, statement);
  }

  #frameOf(statement: ReadStatement): ReadStatement | null {
    const at = statement.source ?? statement.content[0];
    const sentence = at === undefined ? undefined : this.#sentenceAt(at.start);
    const frame = sentence === undefined ? undefined : this.#frames.get(sentence.block);
    if (frame === undefined || frame === statement || at === undefined) return null;
    return (frame.content[0]?.start ?? 0) < at.start ? frame : null;
  }

  #sentenceAt(place: number): View['sentences'][number] | undefined {
    const { sentences } = this.#view;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return sentences[low];
  }
}

const length = ({ span }: Content): number => span.end - span.start;

/** The voice of each count: the innermost statement around it, else one carried over within its paragraph. */
export function voicesOf(
  view: View,
  voices: Voices,
  drafts: readonly FigureDraft[],
  links: readonly Links[],
): Voiced[] {
  const found: Voiced[] = [];
  drafts.forEach((draft, index) => {
    const [first, last] = [view.tokens[draft.number.first], view.tokens[draft.number.last - 1]];
    const own =
      first === undefined || last === undefined ? AUTHOR : voices.voiceAt({ start: first.start, end: last.end });
    if (own.assertedBy !== 'author' || own.statement !== null || voices.sentenceHasVoice(draft.sentence))
      return void found.push(own);
    const beside = drafts[index - 1]?.sentence === draft.sentence ? found[index - 1] : undefined;
    const carried = beside?.inferred === true ? beside : carrier(view, voices, draft);
    const whole = links[index]?.subsetOf ?? null;
    const near = whole !== null && draft.sentence - (drafts[whole]?.sentence ?? 0) <= 1 ? found[whole] : undefined;
    const from = carried ?? (near === undefined || near.assertedBy === 'author' ? null : near);
    found.push(from === null ? own : voices.carried(from));
  });
  return found;
}

/** A sentence that goes on from the one before carries its voice on; "also" may stand a little deeper. */
function carrier(view: View, voices: Voices, draft: FigureDraft): Voiced | null {
  const before = voices.lastBefore(draft.sentence);
  if (before === null || before.assertedBy === 'author') return null;
  const { carryPhrases, is } = figureWords(view.language);
  const { firstToken, lastToken } = view.sentences[draft.sentence] ?? { firstToken: 0, lastToken: 0 };
  if (carryPhrases.at(view.tokens, firstToken) !== undefined || voices.isWork(before.assertedBy)) return before;
  for (let at = firstToken; at < Math.min(lastToken, firstToken + OPENING); at += 1)
    if (is.carriers.has(view.tokens[at]?.lower ?? '')) return before;
  return null;
}

const OPENING = 12;
