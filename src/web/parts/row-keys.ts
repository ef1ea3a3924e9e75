import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';

interface RowKeysProps {
  readonly count: number;
  /** Where the rows are: each carries its index as `data-index`. */
  readonly box: RefObject<HTMLElement | null>;
  /** Brings a row into sight, so that it is in the page. */
  readonly show: (index: number) => void;
  readonly open: (index: number) => void;
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

/** One row is active: J, K and the arrows move it, Enter opens it. The focus goes along. */
export function useRowKeys({ count, box, show, open }: RowKeysProps): number {
  const [active, setActive] = useState(-1);
  const wanted = useRef(false);
  const move = (to: (index: number) => number) => {
    if (count === 0) return;
    wanted.current = true;
    const index = clamp(to(active), count);
    setActive(index);
    show(index);
  };
  const next = { does: t('keys.next'), run: () => move((index) => index + 1) };
  const previous = { does: t('keys.previous'), run: () => move((index) => index - 1) };
  useKeys({
    j: next,
    k: previous,
    ArrowDown: next,
    ArrowUp: previous,
    Enter: { does: t('keys.open'), run: () => active >= 0 && open(active) },
  });
  const focus = useCallback(() => {
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!wanted.current || row === null || row === undefined) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  }, [active, box]);
  useEffect(focus);
  return active;
}
