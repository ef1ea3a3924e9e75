import type { CaseHome } from '../../http/api-types.ts';
import type { LedgerView, SearchAnswer, WorkItem } from '../../http/api-register.ts';
import { uuid } from './register.ts';
import { line, sourceRow } from './sources.ts';
import { notes, quoted } from './text.ts';

export const caseHome: CaseHome = {
  name: 'Karsel barracks',
  actor: 'reader 1',
  locked: false,
  passphrase: false,
  counts: {
    sources: 1000,
    unread: 111,
    duplicates: 3,
    waiting: 84,
    acts: 41,
    persons: 63,
    events: 4,
    statements: 120,
    figures: 57,
    proceedings: 30,
    interventions: 6,
    toSettle: 2,
    sought: 3,
    workNeeded: 5,
    work: 9,
    conflicts: 1,
  },
  ledger: { deeds: 1204, unanchored: 37, checkpointSize: 1167 },
  jobs: [
    { id: 'j1', kind: 'read', done: 412, total: 1000, now: 'Web article, 2023-05-04', state: 'running', note: null },
  ],
};

export const waiting = Array.from({ length: 84 }, (_, n) => {
  const note = notes[n % notes.length];
  const from = sourceRow(Math.floor(n / 7));
  return {
    ...note,
    id: `${note?.id.slice(0, 24)}${String(n).padStart(6, 'a')}`,
    sourceName: from.name,
    source: from.id,
    text: from.text,
    state: 'waiting',
  };
});

export const work: readonly WorkItem[] = [
  {
    id: 'w1',
    kind: 'get-it',
    title: 'document No. 88',
    toDo: 'Get it: its own words on the nine, with dates. Then lay them beside the article’s.',
    record: uuid(8001),
    source: null,
    words: quoted('document No. 88'),
  },
  {
    id: 'w2',
    kind: 'conflict',
    title: 'Death in custody of a group of nine: violation',
    toDo: 'Two values contradict: adopt one with a reason, or say why not.',
    record: uuid(1),
    source: null,
    words: quoted('Killed'),
  },
  {
    id: 'w3',
    kind: 'work-needed',
    title: 'Arrest of Ilan Dorse: where',
    toDo: 'Look for the place in the court list.',
    record: uuid(3),
    source: null,
    words: null,
  },
  {
    id: 'w4',
    kind: 'unread',
    title: 'Letter, 2023-06-08',
    toDo: 'The file is protected by a password: save a copy without it and add that.',
    record: null,
    source: sourceRow(5).id,
    words: null,
  },
  {
    id: 'w5',
    kind: 'issue',
    title: 'only 61 recognised: of whom',
    toDo: 'Say whom the count counts, or leave it as an issue.',
    record: uuid(5003),
    source: null,
    words: quoted('only 61'),
  },
];

export const search = (asked: string): SearchAnswer => ({
  capped: asked.includes('the'),
  hits: [
    { in: 'text', words: quoted('Karsel barracks'), record: null, title: 'Web article, 2023-03-12', score: 4.1 },
    {
      in: 'statement',
      words: quoted('I do not expect a fair investigation'),
      record: uuid(4001),
      title: 'Statement of Teya Marun',
      score: 3,
    },
    { in: 'name', words: null, record: uuid(2), title: 'Teya Marun', score: 2.2 },
    {
      in: 'act',
      words: quoted('of whom nine died'),
      record: uuid(1),
      title: 'Death in custody of a group of nine',
      score: 1.9,
    },
  ],
});

export const ledger: LedgerView = {
  deeds: {
    rows: Array.from({ length: 120 }, (_, n) =>
      line(
        1203 - n,
        n % 4 === 0 ? 'accept' : 'derive',
        n % 4 === 0 ? 'recorded figure: more than 140 conscripts tortured' : 'text read by html 1',
        n % 8 === 0 ? 'as the motion says' : null,
      ),
    ),
    next: null,
    total: 1204,
  },
  size: 1204,
  root: 'mJ8b3nqLr0ZxkQWcT7dUe5fYvH2aGsPo1iNtR4kX6yM=',
  checkpoint: {
    size: 1167,
    note: 'actum/karsel-barracks\n1167\nq2Zp0fKcV9sTn7yLr3dHw8xMb1eUj5gAoR6iXk4tQyE=\n\n— actum/karsel-barracks+5f2b1c7e AbQ9…\n',
  },
  unanchored: 37,
  fsck: {
    at: '2026-11-24T07:30:00.000Z',
    ok: false,
    problems: [{ kind: 'vault', where: 'blob 5f2b1c7e9a0d', what: 'its seal does not hold' }],
  },
};
