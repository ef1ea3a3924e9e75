import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { AcceptBody } from '../../../http/api-bodies.ts';
import type { NoteView } from '../../../http/api-types.ts';
import { useDeeds, type Deeds } from '../../state/deeds.ts';
import { stepFrom, type NoteState } from './review.ts';
import { textKey, withNote, type TextWindows } from './use-text.ts';

export type Editing = 'amend' | 'reject';
export type Changes = NonNullable<AcceptBody['changes']>;

/** What can be done with the notes of a text, by key or by button: one note is in focus, and a decision moves on. */
export interface Review {
  readonly focus: string | null;
  readonly editing: Editing | null;
  /** Puts a note in focus; its words come into view. */
  readonly goTo: (id: string | null) => void;
  readonly step: (by: 1 | -1) => void;
  readonly edit: (what: Editing | null) => void;
  readonly accept: (note: NoteView) => void;
  /** Accepts with other values; the form stays open, with what was typed, when it is refused. */
  readonly amend: (note: NoteView, changes: Changes) => Promise<void>;
  readonly reject: (note: NoteView, reason: string) => void;
  readonly takeBack: (note: NoteView) => void;
}

/** `notes` are those that the margin shows, in the order of the text. */
export function useReview(text: string, notes: readonly NoteView[], first: string | null): Review {
  const [focus, setFocus] = useState<string | null>(first);
  const [editing, edit] = useState<Editing | null>(null);
  const deeds = useDeeds();
  const decide = useDecisions(text, deeds);
  const goTo = useCallback((id: string | null) => {
    setFocus(id);
    edit(null);
  }, []);
  return useMemo(() => {
    const moveOn = async (note: NoteView, decided: Promise<boolean>): Promise<void> => {
      goTo(stepFrom(notes, note.id, 1));
      if (!(await decided)) goTo(note.id);
    };
    return {
      focus,
      editing,
      goTo,
      edit,
      step: (by) => goTo(stepFrom(notes, focus, by)),
      accept: (note) => void moveOn(note, decide(note, 'accepted', { path: `/proposals/${note.id}/accept`, body: {} })),
      amend: async (note, changes) => {
        const body: AcceptBody = changes.length === 0 ? {} : { changes };
        const done = await deeds.run(`/proposals/${note.id}/accept`, body);
        if (done !== undefined) goTo(stepFrom(notes, note.id, 1));
      },
      reject: (note, reason) => {
        const body = reason.trim() === '' ? {} : { reason: reason.trim() };
        void moveOn(note, decide(note, 'rejected', { path: `/proposals/${note.id}/reject`, body }));
      },
      takeBack: (note) => {
        if (note.deed !== null) void deeds.takeBack(note.deed, '');
      },
    };
  }, [notes, focus, editing, goTo, decide, deeds]);
}

interface Sending {
  readonly path: string;
  readonly body: object;
}

/** Shows a decision at once and sends it; a refusal puts back what was there. False when it was refused. */
function useDecisions(text: string, deeds: Deeds) {
  const client = useQueryClient();
  return useCallback(
    async (note: NoteView, state: NoteState, { path, body }: Sending): Promise<boolean> => {
      const show = (change: (note: NoteView) => NoteView): void => {
        client.setQueryData<TextWindows>(textKey(text), (now) => now && withNote(now, note.id, change));
      };
      show((shown) => ({ ...shown, state, decidedBy: null, deed: null }));
      const done = await deeds.run(path, body);
      if (done === undefined) show(() => note);
      return done !== undefined;
    },
    [client, deeds, text],
  );
}
