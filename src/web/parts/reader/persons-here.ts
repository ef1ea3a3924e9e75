import type { NoteView } from '../../../http/api-types.ts';
import { fold } from '../../../kit/fold.ts';

/** A person or a voice as this text names them: the record they already are, or the proposal that names them. */
export interface PersonHere {
  readonly name: string;
  readonly record: string | null;
  readonly proposal: string | null;
}

/**
 * Everybody a text names, each once however often, in the order of the text (SPEC W37): its persons, its voices, and whom
 * its acts and statements speak of. Who is a record already is that record; what was rejected names nobody.
 */
export function personsHere(notes: readonly NoteView[]): readonly PersonHere[] {
  const persons = new Map<string, PersonHere>();
  for (const person of notes.filter(({ state }) => state !== 'rejected').flatMap(namedIn)) {
    const known = persons.get(fold(person.name));
    if (known === undefined || (known.record === null && person.record !== null))
      persons.set(fold(person.name), person);
  }
  return [...persons.values()].filter(({ record, proposal }) => record !== null || proposal !== null);
}

const PERSON_FIELDS: ReadonlySet<string> = new Set(['victim', 'said-by', 'made-by']);

function namedIn(note: NoteView): readonly PersonHere[] {
  const proposal = note.state === 'recorded' ? null : note.id;
  const own = note.kind === 'person' ? note.fields.filter(({ field }) => field === 'name').slice(0, 1) : [];
  return [
    ...own.map(({ value }) => ({ name: value, record: note.record, proposal })),
    ...note.chain.filter(({ kind }) => kind !== 'in-work').map(({ name, to }) => ({ name, record: to, proposal })),
    ...note.fields
      .filter(({ field }) => PERSON_FIELDS.has(field))
      .map(({ value }) => ({ name: value, record: null, proposal })),
  ];
}

/** Those whose name holds what is typed, however it is spelt; all while a whole name stands there, for it is to be replaced. */
export function personsFound(persons: readonly PersonHere[], typed: string): readonly PersonHere[] {
  const asked = fold(typed.trim());
  const whole = persons.some(({ name }) => fold(name) === asked);
  return whole
    ? persons.filter(({ name }) => fold(name) !== asked)
    : persons.filter(({ name }) => fold(name).includes(asked));
}
