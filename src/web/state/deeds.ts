import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DeedDone } from '../../http/api-bodies.ts';
import { t } from '../words.ts';
import { ApiTrouble, post } from './api.ts';
import { announce } from './toasts.ts';

/** Shows an expected refusal as a toast; a bug goes on to the console. */
export function announceTrouble(error: unknown): void {
  if (!(error instanceof ApiTrouble)) throw error;
  announce({ kind: 'trouble', problem: error });
}

export interface Deeds {
  /** Posts one decision; says "… Undo (U)", refreshes what is shown, and answers with the deed, or undefined when it was refused (and said so). */
  readonly run: (path: string, body: object) => Promise<DeedDone | undefined>;
  /** Takes back the last deed of this member. */
  readonly undo: () => Promise<void>;
  readonly takeBack: (deed: string, reason: string) => Promise<void>;
}

/** Every decision a person makes on the page goes through here. */
export function useDeeds(): Deeds {
  const client = useQueryClient();
  const send = useCallback(
    async (path: string, body: object, undoable: boolean): Promise<DeedDone | undefined> => {
      try {
        const done = await post<DeedDone>(path, body);
        announce({ kind: 'done', text: done.what, deed: undoable ? done.deed : null });
        await client.invalidateQueries();
        return done;
      } catch (error) {
        announceTrouble(error);
        return undefined;
      }
    },
    [client],
  );
  const run = useCallback((path: string, body: object) => send(path, body, true), [send]);
  const undo = useCallback(async () => void (await send('/undo', {}, false)), [send]);
  const takeBack = useCallback(
    async (deed: string, reason: string) =>
      void (await send(`/deeds/${deed}/take-back`, { reason: reason === '' ? t('undo.reason') : reason }, false)),
    [send],
  );
  return { run, undo, takeBack };
}
