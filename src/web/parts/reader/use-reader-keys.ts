import type { RefObject } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { useKeys, type KeyMap } from '../../state/keys.ts';
import { t } from '../../words.ts';
import { anchorOf, kindsOf, waits, type NoteFilter } from './review.ts';
import { moveSelection, selectWord, stretch } from './text-places.ts';
import type { Review } from './use-review.ts';

interface ReaderKeys {
  readonly root: RefObject<HTMLElement | null>;
  /** The words a link asked for begin here. */
  readonly from: number | null;
  readonly all: readonly NoteView[];
  readonly review: Review;
  readonly filter: NoteFilter;
  readonly onFilter: (filter: NoteFilter) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly picking: boolean;
  readonly onEscape: () => void;
}

/** Review from the keyboard (SPEC W24, W26, W29). Undo (U) is the shell's. */
export function useReaderKeys(keys: ReaderKeys): void {
  const { review, all, onEscape } = keys;
  const note = all.find(({ id }) => id === review.focus);
  const waiting = note !== undefined && waits(note) ? note : undefined;
  useKeys({
    j: { does: t('reader.key-next'), run: () => review.step(1) },
    k: { does: t('reader.key-back'), run: () => review.step(-1) },
    a: { does: t('reader.key-accept'), run: () => waiting && review.editing === null && review.accept(waiting) },
    e: { does: t('reader.key-amend'), run: () => waiting && review.edit('amend') },
    x: { does: t('reader.key-reject'), run: () => waiting && review.edit('reject') },
    g: { does: t('reader.key-kind'), run: () => nextKind(keys) },
    '/': { does: t('reader.key-filter'), run: () => keys.search.current?.focus() },
    s: { does: t('reader.key-select'), run: () => selectFrom(keys, note) },
    Escape: { does: t('reader.key-escape'), run: onEscape },
    ...(keys.picking ? SELECTING() : {}),
  });
}

const SELECTING = (): KeyMap => ({
  ArrowRight: { does: t('reader.key-longer'), run: () => stretch('forward') },
  ArrowLeft: { does: t('reader.key-shorter'), run: () => stretch('backward') },
  '.': { does: t('reader.key-word-on'), run: () => moveSelection('forward') },
  ',': { does: t('reader.key-word-back'), run: () => moveSelection('backward') },
});

function nextKind({ all, filter, onFilter }: ReaderKeys): void {
  const kinds = [null, ...kindsOf(all)];
  onFilter({ ...filter, kind: kinds[(kinds.indexOf(filter.kind) + 1) % kinds.length] ?? null });
}

/** Begins selecting at the words of the note in focus, at those a link asked for, or at the first words in the window. */
function selectFrom({ root, from }: ReaderKeys, note: NoteView | undefined): void {
  const text = root.current?.querySelector('.text');
  if (!text) return;
  const shown = [...text.children].find((paragraph) => paragraph.getBoundingClientRect().bottom > 120);
  const start = note === undefined ? from : anchorOf(note);
  selectWord(text, start ?? Number(shown?.getAttribute('data-p') ?? 0));
}
