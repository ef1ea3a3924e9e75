import type { About } from '../../domain/vocabulary.ts';
import type { FigureDraft } from './figure-draft.ts';
import type { LinkScene } from './figure-links.ts';
import { MOST_TOLD } from './figure-parts.ts';

/** So many mentions of one number are remembered. */
const REMEMBERED = 8;

/** Abouts that may speak of the same people: "the nine killed" for "9 died". */
const NEAR: Readonly<Partial<Record<About, string>>> = {
  killed: 'death',
  died: 'death',
  arrested: 'custody',
  detained: 'custody',
  charged: 'custody',
};
export const classOf = (about: About): string => NEAR[about] ?? about;

/** The counts of a text by the number they give; one walk finds every repeat. */
export class Repeats {
  readonly #scene: LinkScene;
  readonly #byNumber = new Map<string, number[]>();
  /** Mentions of the count that begins at an index. */
  readonly #mentions = new Map<number, number>();

  constructor(scene: LinkScene) {
    this.#scene = scene;
  }

  /** The first mention of what the count at `index` gives again; null where it gives something new. */
  of(index: number): number | null {
    const draft = this.#scene.drafts[index];
    if (draft === undefined || draft.number.value === 0) return null;
    const key = `${draft.number.value ?? draft.number.vague ?? `${draft.number.low}-${draft.number.high}`}`;
    const firsts = this.#byNumber.get(key) ?? [];
    const found = this.#meant(draft, firsts) ?? firsts.findLast((at) => this.#isRepeat(at, draft)) ?? null;
    if (found === null && firsts.length < REMEMBERED) this.#byNumber.set(key, [...firsts, index]);
    if (found !== null) {
      this.#mentions.set(found, (this.#mentions.get(found) ?? 1) + 1);
      this.#byNumber.set(key, [...firsts.filter((at) => at !== found), found]);
    }
    return found;
  }

  /** "the four": those last counted so; of several that could be meant, those spoken of most. */
  #meant(draft: FigureDraft, firsts: readonly number[]): number | null {
    const { drafts, words, grammar } = this.#scene;
    const before = words.tokens[draft.number.phraseFirst - 1]?.lower ?? '';
    const several = draft.number.value !== null && draft.number.value > 1;
    if (!several || draft.noun.nested || !grammar.is.definites.has(before)) return null;
    const fits = firsts.filter((at) => drafts[at]?.unit === draft.unit);
    if (grammar.is.others.has(before) && this.#leavesSome(draft)) return null;
    const head = this.#scene.headOf(draft);
    const called = fits.filter((at) => this.#scene.headOf(drafts[at]) === head);
    const alike = fits.filter((at) => this.#scene.alike(drafts[at], draft));
    const candidates = [called, alike, fits].find((some) => some.length > 0) ?? [];
    const often = (at: number): number => this.#mentions.get(at) ?? 1;
    return candidates.length === 0 ? null : candidates.reduce((best, at) => (often(at) >= often(best) ? at : best));
  }

  /** "the other three" of four told before are no repeat. */
  #leavesSome(draft: FigureDraft): boolean {
    const left = draft.number.value ?? 0;
    for (let more = 1; more <= MOST_TOLD; more += 1) if (this.#byNumber.has(`${left + more}`)) return true;
    return false;
  }

  /** "two of 17 hostages" and "two of 17 nurses": both of the same number. */
  #sameInside(at: number, again: FigureDraft): boolean {
    const { drafts, indexOf } = this.#scene;
    const [one, other] = [drafts[at + 1], drafts[(indexOf.get(again) ?? 0) + 1]];
    return one?.number.value !== null && one?.number.value === other?.number.value;
  }

  /** Both name whom they count, and the same; or the text has only begun. */
  #isCalled(first: FigureDraft, again: FigureDraft): boolean {
    const { headOf, grammar } = this.#scene;
    const open = [headOf(first), headOf(again)].some((head) => head === '' || grammar.is.general.has(head));
    return !open || again.sentence <= BEGINNING;
  }

  #isRepeat(at: number, again: FigureDraft): boolean {
    const first = this.#scene.drafts[at];
    if (first === undefined || first.number.comparator !== again.number.comparator) return false;
    const about = classOf(first.about) === classOf(again.about);
    const told = again.about !== 'other';
    const elsewhere = first.sentence !== again.sentence;
    const alike = this.#scene.alike(first, again);
    const { value, vague } = again.number;
    if (value === 1 || vague !== null) return about && told && alike && elsewhere && vague !== 'several';
    if (first.unit !== again.unit)
      return about && told && elsewhere && isTelling(again) && classOf(again.about) === 'death';
    if (first.noun.nested && again.noun.nested && elsewhere && this.#sameInside(at, again)) return true;
    if (about && told) return alike || (elsewhere && (value === null || value > 2));
    if (about) return alike && elsewhere && (value === null || value > 2 || this.#isCalled(first, again));
    const open = first.about === 'other' || again.about === 'other';
    if (alike && elsewhere && isTelling(again) && this.#isCalled(first, again)) return true;
    const telling = isTelling(again) || (value !== null && value > 2 && this.#isCalled(first, again));
    return alike && elsewhere && telling && open;
  }
}

/** A heading and the first sentences tell the same. */
const BEGINNING = 3;

/** A number that is hardly given twice by chance. */
const isTelling = ({ number }: FigureDraft): boolean =>
  number.value !== null && number.value > 10 && number.value % 10 !== 0;
