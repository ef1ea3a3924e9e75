import { once } from 'node:events';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { ActorName } from '../domain/ids.ts';
import { checkpoint } from '../desk/checkpoint.ts';
import { figuresDesk } from '../desk/figures-desk.ts';
import type { OpenCase } from '../desk/open-case.ts';
import { hasPassphrase } from '../desk/passphrase.ts';
import { endServing, noteServing, servingOf } from '../desk/serving.ts';
import { createApp } from '../http/app.ts';
import { linkOf, served } from '../http/served.ts';
import { EXIT, err, out } from './print.ts';

const PAGE = fileURLToPath(new URL('../web', import.meta.url));

/** True, and the address printed, where another process serves this case (MECHANICS, Processes). */
export function alreadyServed(folder: string): boolean {
  const serving = servingOf(folder);
  if (serving === undefined) return false;
  out(`This case is served already: ${linkOf(serving)}`);
  return true;
}

/** Serves until it is stopped; then signs a checkpoint and closes. */
export async function serveCase(
  c: OpenCase,
  options: { readonly actor: ActorName; readonly port?: string },
): Promise<void> {
  if (alreadyServed(c.folder)) return c.close();
  const port = Number(options.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    err('actum: --port takes a number from 1 to 65535.');
    process.exitCode = EXIT.usage;
    return c.close();
  }
  const s = served(c, options.actor);
  const server = serve({ fetch: createApp(s, PAGE).fetch, hostname: '127.0.0.1', port }) as Server;
  const listening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!listening) {
    err(`actum: port ${port} is taken or forbidden. Name another with --port, or none for a free one.`);
    process.exitCode = EXIT.refused;
    return c.close();
  }
  const address = server.address();
  s.port = typeof address === 'object' && address !== null ? address.port : port;
  noteServing(c.folder, { port: s.port, token: s.token, since: c.world.clock.now() });
  // Who read the link may close the pipe; the server goes on.
  process.stdout.removeAllListeners('error').on('error', () => {});
  out(`Open ${linkOf(s)}`);
  if (!hasPassphrase(c)) out('No passphrase is set: the key lies beside the case. Set one with `actum passphrase`.');
  // Compared while the browser still starts: the home page waits for nothing then.
  setImmediate(() => void figuresDesk(c).catch(() => undefined));
  await stopped();
  endServing(s.folder);
  server.closeAllConnections();
  server.close();
  if (s.current === null) return;
  await checkpoint(s.current);
  await s.current.close();
}

/** Until somebody stops the program. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
