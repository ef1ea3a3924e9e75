import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { codeWord, t } from '../../words.ts';
import { Chain } from '../chain.tsx';
import { RecordLink } from '../record-link.tsx';
import '../covered.css';
import { besideTitle, rowsOf, titleOf } from './note-words.ts';
import type { Beside } from './beside.ts';
import type { Review } from './use-review.ts';
import { Proposer, Why } from './why.tsx';

interface NoteProps {
  readonly note: NoteView;
  readonly review: Review;
  readonly hue: string;
  readonly top: number | undefined;
  /** "1 of 9" while it waits. */
  readonly place: string | undefined;
  readonly beside: Beside;
  /** The form that is open in this note, instead of its rows and buttons. */
  readonly form: ReactNode;
}

/** Kinds that somebody says; that a person or a work is named needs no voice. */
const SAID: ReadonlySet<NoteView['kind']> = new Set([
  'statement',
  'figure',
  'act',
  'event',
  'proceeding',
  'intervention',
]);

/** One note of the margin: short beside its words, whole when it is in focus. */
export function Note({ note, review, hue, top, place, beside, form }: NoteProps) {
  const open = review.focus === note.id;
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open && !self.current?.contains(document.activeElement)) self.current?.focus({ preventScroll: true });
  }, [open]);
  const small = open && place !== undefined ? place : besideTitle(note);
  const covered = beside.isCovered(note);
  return (
    <li
      ref={self}
      className={`note ${hue} note-${note.kind}`}
      data-n={note.id}
      data-state={note.state}
      data-model={note.proposer === null ? undefined : ''}
      aria-current={open ? 'true' : undefined}
      tabIndex={-1}
      style={top === undefined ? {} : { top: `${top}px` }}
    >
      <h3>
        <button type="button" aria-expanded={open} onClick={() => review.goTo(note.id)}>
          {covered ? codeWord('kind', note.kind) : titleOf(note)}
        </button>
        {small === undefined ? null : <em>{small}</em>}
      </h3>
      {covered ? <p className="short covered">{t('reader.covered')}</p> : null}
      {open ? <OpenNote {...{ note, review, hue, beside, form }} /> : null}
      {open || covered ? null : <ShortNote note={note} wordsAt={beside.wordsAt} />}
    </li>
  );
}

interface RowsProps {
  readonly note: NoteView;
  readonly wordsAt: Beside['wordsAt'];
}

function ShortNote({ note, wordsAt }: RowsProps) {
  const said = rowsOf(note, wordsAt)
    .filter((row) => row.value !== null)
    .slice(0, 2);
  return (
    <p className="short">
      <span>{said.map((row) => row.value).join(' · ')}</span>
      {note.relations.length === 0 ? null : (
        <b className="clash-word">{t(`reader.${note.relations[0]?.kind ?? 'differs'}`)}</b>
      )}
    </p>
  );
}

function OpenNote({ note, review, hue, beside, form }: Omit<NoteProps, 'top' | 'place'>) {
  if (form) return form;
  return (
    <>
      {beside.isCovered(note) ? null : <Rows note={note} wordsAt={beside.wordsAt} />}
      {note.chain.length === 0 && !SAID.has(note.kind) ? null : (
        <Chain links={note.chain} end={t('reader.this-source')} hue={hue} />
      )}
      {note.relations.map((relation) => (
        <Clash
          key={`${relation.with} ${relation.because}`}
          relation={relation}
          other={beside.noteOf(relation.with, note)}
          goTo={review.goTo}
        />
      ))}
      <Proposer note={note} />
      <Why note={note} />
      <Bar note={note} review={review} />
    </>
  );
}

interface ClashProps {
  readonly relation: NoteView['relations'][number];
  /** The other figure's note, where it stands in this text. */
  readonly other: string | undefined;
  readonly goTo: Review['goTo'];
}

function Clash({ relation, other, goTo }: ClashProps) {
  const kind = t(`reader.${relation.kind}`);
  return (
    <p className="clash" data-kind={relation.kind}>
      <b>{kind}</b> {t(relation.kind === 'differs' ? 'reader.from' : 'reader.with')}{' '}
      {other === undefined ? (
        `“${relation.with}”`
      ) : (
        <button type="button" onClick={() => goTo(other)}>
          “{relation.with}”
        </button>
      )}
      {`: ${relation.because}`}
    </p>
  );
}

function Rows({ note, wordsAt }: RowsProps) {
  const rows = rowsOf(note, wordsAt);
  if (rows.length === 0) return null;
  return (
    <dl>
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd dir="auto">
            {row.value ?? (row.beside === null ? <i>{t('reader.not-said')}</i> : null)}
            {row.beside === null ? null : <i>{row.value === null ? row.beside : ` · ${row.beside}`}</i>}
            {row.inferred ? <i>{` · ${t('status.inferred')}`}</i> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bar({ note, review }: Pick<NoteProps, 'note' | 'review'>) {
  if (note.state === 'waiting') {
    return (
      <div className="bar">
        <Button variant="filled" onClick={() => review.accept(note)} rightSection={<Kbd size="xs">A</Kbd>}>
          {t('reader.accept')}
        </Button>
        <Button onClick={() => review.edit('amend')} rightSection={<Kbd size="xs">E</Kbd>}>
          {t('reader.amend')}
        </Button>
        <Button onClick={() => review.edit('reject')} rightSection={<Kbd size="xs">X</Kbd>}>
          {t('reader.reject')}
        </Button>
      </div>
    );
  }
  return (
    <div className="bar">
      {note.record === null ? null : <RecordLink id={note.record}>{t('reader.open-record')}</RecordLink>}
      {note.deed === null ? null : (
        <Button variant="subtle" onClick={() => review.takeBack(note)}>
          {t('reader.take-back')}
        </Button>
      )}
    </div>
  );
}
