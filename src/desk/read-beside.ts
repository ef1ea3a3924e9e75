import type { Problem } from '../domain/problem.ts';
import type { Reading } from '../domain/reading.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { readingBeside } from '../read/grounded/gate.ts';
import { addAsked, nothingAsked, type Asked } from './asked.ts';
import { askAbout, modelTrouble, openModel, type Model } from './model.ts';
import type { ModelOrder } from './model-server.ts';
import type { ReadText } from './read-filter.ts';

/** Puts what a language model finds beside readings, with no case; after trouble it asks no more and readings stay as they are. */
export class BesideReader {
  readonly #model: Model;
  #asked: Asked;

  constructor(model: Model) {
    this.#model = model;
    this.#asked = nothingAsked(model.proposer);
  }

  async beside({ reading, text }: ReadText): Promise<Reading> {
    if (this.#asked.trouble !== null) return reading;
    const { grounded, trouble } = await askAbout(this.#model, text, reading);
    const { found } = grounded;
    const taken = found.statements.length + found.figures.length + found.acts.length;
    this.#asked = {
      ...addAsked(this.#asked, grounded, taken),
      trouble: trouble === null ? null : this.#stopped(trouble.why),
    };
    return readingBeside(reading, found, this.#model.proposer);
  }

  #stopped(why: string): Problem {
    return modelTrouble(this.#model.server, why, 'what it answered before is kept, the rest is read without it');
  }

  get asked(): Asked {
    return this.#asked;
  }
}

/** Looks at the server before anything is read. */
export async function openBeside(order: ModelOrder): Promise<Outcome<BesideReader, Problem>> {
  const model = await openModel(order);
  return model.ok ? done(new BesideReader(model.value)) : model;
}
