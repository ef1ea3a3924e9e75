import { ApiTrouble, post } from './api.ts';
import { announce } from './toasts.ts';

const TOKEN = /^#(?:token=)?([A-Za-z0-9_-]{16,})$/;

/** The token in a link's fragment (`#token=…`), or null for any other fragment. */
export const tokenOf = (fragment: string): string | null => TOKEN.exec(fragment)?.[1] ?? null;

/** Posts the link's token once for the session's cookie and takes it out of the address before anything is shown. */
export async function openSession(): Promise<void> {
  const token = tokenOf(location.hash);
  if (token === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    await post('/session', { token });
  } catch (error) {
    if (!(error instanceof ApiTrouble)) throw error;
    announce({ kind: 'trouble', problem: error });
  }
}
