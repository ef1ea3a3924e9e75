import type { Mention } from '../../domain/reading.ts';
import type { FigureDraft } from '../figures/figure-draft.ts';
import { languageData } from '../language-data.ts';
import { nounWords, type NounWords } from '../figures/noun-words.ts';
import type { NounPhrase } from '../acts/noun-phrase.ts';
import type { Names, View } from '../passes.ts';
import { clausesOf } from '../figures/predicates.ts';
import { SpanIndex } from '../text/span-index.ts';
import { isNominal, type WordClass } from '../figures/word-classes.ts';

const PERSON_KINDS: ReadonlySet<Mention['kind']> = new Set(['person', 'group', 'role'] as const);

/** Tells people from things among noun phrases, by names, counts and nouns. */
export class People {
  readonly #view: View;
  readonly #classes: readonly WordClass[];
  readonly #nouns: NounWords;
  readonly #bodies: ReadonlySet<string>;
  readonly #mentions: SpanIndex<Mention>;
  readonly #counts: SpanIndex<{
    readonly span: { start: number; end: number; text: string };
    readonly draft: FigureDraft;
  }>;

  constructor(view: View, names: Names, drafts: readonly FigureDraft[]) {
    this.#view = view;
    this.#classes = clausesOf(view).classes;
    this.#nouns = nounWords(view.language);
    const bodies = languageData(view.language, 'bodies');
    this.#bodies = new Set([...bodies.words('heads'), ...bodies.words('generic')]);
    this.#mentions = new SpanIndex(names.mentions, ({ span }) => span);
    const spans = drafts.map((draft) => {
      const first = view.tokens[draft.number.phraseFirst];
      const last = view.tokens[Math.max(draft.noun.to, draft.number.phraseLast) - 1];
      return { draft, span: { start: first?.start ?? 0, end: last?.end ?? 0, text: '' } };
    });
    this.#counts = new SpanIndex(spans, ({ span }) => span);
  }

  units({ first, last }: NounPhrase): { start: number; end: number } {
    return { start: this.#view.tokens[first]?.start ?? 0, end: this.#view.tokens[last - 1]?.end ?? 0 };
  }

  countsIn(phrase: NounPhrase): FigureDraft[] {
    const { start, end } = this.units(phrase);
    return this.#counts.touching(start, end).map(({ draft }) => draft);
  }

  mentionsIn(phrase: NounPhrase): Mention[] {
    const { start, end } = this.units(phrase);
    return this.#mentions.touching(start, end);
  }

  /** Whether a phrase speaks of people (or, with `bodies`, of a body that acts). */
  arePeople(phrase: NounPhrase, bodies: boolean): boolean {
    const head = this.#headOf(phrase);
    const token = this.#view.tokens[head];
    if (token === undefined) return false;
    const kind = this.#classes[head];
    if (kind === 'pronoun' || kind === 'determiner') return true;
    const unit = this.#nouns.unitOf(token, !this.#isPluralHead(head));
    if (unit === 'person') return true;
    if (this.countsIn(phrase).some((draft) => draft.unit === 'person')) return true;
    const named = this.#mentions.touching(token.start, token.end);
    if (named.some((mention) => PERSON_KINDS.has(mention.kind))) return true;
    if (named.some((mention) => mention.kind === 'place' || mention.kind === 'date'))
      return bodies && named.some((mention) => mention.kind === 'place');
    if (bodies && named.some((mention) => mention.kind === 'organization')) return true;
    if (bodies) return unit === 'organization' || kind === 'name' || this.#bodies.has(token.lower);
    return kind === 'name' && unit !== 'organization' && unit !== 'refused' && unit !== 'act' && named.length === 0;
  }

  #headOf({ first, last }: NounPhrase): number {
    let head = last - 1;
    for (let at = first; at < last; at += 1) {
      const behind = at > first && isNominal(this.#classes[at - 1]);
      if (behind && this.#view.tokens[at]?.lower === 'of' && !this.#isCase(at - 1)) {
        head = at - 1;
        break;
      }
      if (behind && (this.#classes[at] === 'conjunction' || this.#classes[at] === 'preposition')) {
        head = at - 1;
        break;
      }
    }
    return head;
  }

  /** "a number of policemen", "families of workers" keep their own head; "a group of men" is men. */
  #isCase(at: number): boolean {
    return COLLECTIVES.has(this.#view.tokens[at]?.lower ?? '');
  }

  #isPluralHead(at: number): boolean {
    const lower = this.#view.tokens[at]?.lower ?? '';
    return lower.endsWith('s') || this.#nouns.is.personPlurals.has(lower);
  }
}

const COLLECTIVES = new Set([
  'number',
  'group',
  'groups',
  'dozens',
  'hundreds',
  'thousands',
  'scores',
  'crowd',
  'crowds',
  'couple',
  'majority',
  'handful',
  'team',
  'series',
  'cases',
  'case',
]);
