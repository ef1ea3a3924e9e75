/** What holds a key: nobody, one person (its number), or more than one. */
class Keys {
  readonly #owners = new Map<string, number | 'many'>();

  claim(key: string, person: number): void {
    const owner = this.#owners.get(key);
    this.#owners.set(key, owner === undefined || owner === person ? person : 'many');
  }
  ownerOf(key: string): number | 'many' | undefined {
    return this.#owners.get(key);
  }
}

const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ul)-(.+)$/;
const isInitial = (word: string): boolean => word.length === 1 || /^(?:\p{L}\.)+$/u.test(word);
const familyOf = (words: readonly string[]): string => words.at(-1) ?? '';
const givenOf = (words: readonly string[]): string => words[0] ?? '';

/**
 * Persons of one text: which mentions name the same. Joined are a full name, its initials, its family name and its given
 * name, where only one person of the text can be meant; two spellings of a family name are two persons, for that is a
 * judgement (SPEC E5).
 */
export class Persons {
  readonly #full = new Keys();
  readonly #initial = new Keys();
  readonly #given = new Keys();
  readonly #family = new Keys();
  #count = 0;

  /** The person of a name of two words or more; a new one where none fits. Initials must come after the full names. */
  full(words: readonly string[]): number {
    const [given, family] = [givenOf(words), familyOf(words)];
    const found = isInitial(given)
      ? this.#initial.ownerOf(`${given[0] ?? ''} ${family}`)
      : (this.#full.ownerOf(`${given} ${family}`) ?? this.#full.ownerOf(`${family} ${given}`));
    return this.#add(words, typeof found === 'number' ? found : this.#count++);
  }

  /** The one person whom a single name, or the end of a longer name, can mean; undefined where nobody or several. */
  short(words: readonly string[]): number | undefined {
    const family = this.#family.ownerOf(words.join(' '));
    if (family !== undefined) return typeof family === 'number' ? family : undefined;
    const given = this.#given.ownerOf(words.join(' '));
    return typeof given === 'number' ? given : undefined;
  }

  /** Whether a word is part of somebody's name. */
  knows(word: string): boolean {
    return this.#family.ownerOf(word) !== undefined || this.#given.ownerOf(word) !== undefined;
  }

  /** A person known by one name only. */
  single(word: string): number {
    return this.#add([word], this.#count++);
  }

  #add(words: readonly string[], person: number): number {
    const [given, family] = [givenOf(words), familyOf(words)];
    if (words.length > 1) {
      this.#full.claim(`${given} ${family}`, person);
      this.#initial.claim(`${given[0] ?? ''} ${family}`, person);
      if (!isInitial(given)) this.#given.claim(given, person);
    }
    this.#family.claim(family, person);
    const bare = ARTICLE.exec(family)?.[1];
    if (bare !== undefined) this.#family.claim(bare, person);
    if (words.length > 2) this.#family.claim(words.slice(1).join(' '), person);
    if (words.length > 3) this.#family.claim(words.slice(-2).join(' '), person);
    return person;
  }
}
