import type { Problem } from '../domain/problem.ts';

/** A problem in plain words: what happened (and what was kept), and what to do. One sentence each. */
export interface ProblemWords {
  readonly happened: string;
  readonly toDo: string;
}

type Words = { readonly [Kind in Problem['kind']]: (problem: Extract<Problem, { kind: Kind }>) => ProblemWords };

const WORDS: Words = {
  'path-missing': ({ path }) => ({
    happened: `There is no file or folder “${path}”.`,
    toDo: 'Check the path and run it again.',
  }),
  'path-unreadable': ({ path, why }) => ({
    happened: `“${path}” cannot be read (${why}); everything else was taken.`,
    toDo: 'Give yourself the right to read it and run it again.',
  }),
  'disk-full': ({ kept }) => ({
    happened: `The disk is full or does not take writes; ${kept} stands.`,
    toDo: 'Make room and run the same command again: nothing is taken twice.',
  }),
  'no-case': ({ path }) => ({
    happened: `There is no case at “${path}”.`,
    toDo: 'Name one with --case, or make one with `actum start PATH`.',
  }),
  'not-a-case': ({ path }) => ({
    happened: `“${path}” is not a case: it holds other files.`,
    toDo: 'Name an empty or a new folder with --case.',
  }),
  'case-newer': ({ what }) => ({
    happened: `The case is from a newer version of Actum (${what}); nothing was changed.`,
    toDo: 'Update Actum, then open it again.',
  }),
  'case-locked': () => ({ happened: 'The case is locked.', toDo: 'Unlock it with its passphrase.' }),
  'case-busy': ({ by }) => ({
    happened: `Another process works on the case (${by}); nothing was changed.`,
    toDo: 'Wait until it has finished, then try again.',
  }),
  'case-damaged': ({ what }) => ({
    happened: `The case is damaged: ${what}.`,
    toDo: 'Run `actum fsck` to see where. The database alone is no loss: delete register.db, and the next command makes it anew; then run `actum propose`.',
  }),
  'wrong-passphrase': () => ({
    happened: 'That is not the passphrase of this case.',
    toDo: 'Try again; without it nobody can open the case.',
  }),
  'passphrase-needed': () => ({
    happened: 'The case has a passphrase, and none was given.',
    toDo: 'Type it when asked, or name a file with ACTUM_PASSPHRASE_FILE.',
  }),
  'folder-not-empty': ({ path }) => ({
    happened: `“${path}” is not empty; nothing was written.`,
    toDo: 'Name a folder that is empty or does not exist.',
  }),
  'unknown-id': ({ id }) => ({
    happened: `Nothing in the case has the id “${id}”.`,
    toDo: 'List what there is and use an id from the list.',
  }),
  'already-decided': ({ id }) => ({
    happened: `The proposal ${id} was decided already; nothing was changed.`,
    toDo: 'Take the earlier decision back first.',
  }),
  'status-refused': ({ from, to }) => ({
    happened: `A claim that is ${from} cannot become ${to}.`,
    toDo: 'Choose one of the statuses that follow it.',
  }),
  'reason-missing': () => ({
    happened: 'This decision needs a reason, and none was given.',
    toDo: 'Say in a few words why.',
  }),
  'words-missing': ({ field }) => ({
    happened: `No words attest “${field}”; nothing was recorded.`,
    toDo: 'Select the words that say it.',
  }),
  'words-differ': ({ where }) => ({
    happened: `The words at ${where} are not those of the text; nothing was recorded.`,
    toDo: 'Select the words again.',
  }),
  'bad-field': ({ record, field }) => ({
    happened: `A ${record} has no field “${field}”.`,
    toDo: 'Use one of its fields.',
  }),
  'bad-value': ({ field, why }) => ({
    happened: `The value for “${field}” does not fit: ${why}.`,
    toDo: 'Change the value.',
  }),
  'cannot-take-back': ({ why }) => ({
    happened: `This deed cannot be taken back: ${why}.`,
    toDo: 'Record what is right beside it.',
  }),
  'bad-input': ({ where, why }) => ({
    happened: `${where}: ${why}.`,
    toDo: 'Mend it and try again; nothing was half done.',
  }),
  'unknown-format': ({ format, known }) => ({
    happened: `There is no format “${format}”.`,
    toDo: `Use one of: ${known}.`,
  }),
  'model-trouble': ({ endpoint, why, kept }) => ({
    happened: `The language model at ${endpoint} ${why}; ${kept}.`,
    toDo: 'See that it runs and which models it has, then run the same command again.',
  }),
  'not-allowed': ({ why }) => ({ happened: `That is not allowed: ${why}.`, toDo: 'Ask the owner of the case.' }),
};

/** Total over the closed list of problems: a new kind does not compile before it has its words. */
export function problemWords(problem: Problem): ProblemWords {
  const words = WORDS[problem.kind] as (problem: Problem) => ProblemWords;
  return words(problem);
}
