import { once } from 'node:events';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSealed } from 'node:https';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';

/** Where a language model is asked, and whether the texts may leave this machine for it. */
export interface ModelOrder {
  readonly endpoint: string;
  /** Null: the only one that the server has. */
  readonly model: string | null;
  readonly textsMayLeave: boolean;
  /** Sent as a bearer token; null for none. */
  readonly key: string | null;
}

/** How long an answer may take, and how long it may be. */
export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Ten minutes for a slow machine. An answer of the asked length is a tenth of this. */
export const LIMITS: Limits = { milliseconds: 600_000, bytes: 256 * 1024 };

/** What went wrong with a server, without a word of what was sent or answered. */
export interface ServerTrouble {
  readonly kind: 'no-server' | 'status' | 'too-slow' | 'too-long';
  readonly why: string;
}

/** A server that was looked at before it is sent anything. */
export interface ModelServer {
  readonly base: URL;
  readonly key: string | null;
  readonly limits: Limits;
}

/**
 * Only this machine, unless somebody said that the texts may leave it, and then only sealed on the way (decision 10).
 * `localhost` is 127.0.0.1 here, whatever the machine takes it for.
 */
export function serverAt({ endpoint, textsMayLeave, key }: ModelOrder, limits: Limits): Outcome<ModelServer, Problem> {
  const base = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const plain = base !== null && base.username === '' && base.password === '' && base.search === '' && base.hash === '';
  if (!plain || (base.protocol !== 'http:' && base.protocol !== 'https:')) {
    return refuse(badEndpoint('an address such as http://127.0.0.1:11434 is needed'));
  }
  if (base.hostname === 'localhost') base.hostname = '127.0.0.1';
  if (!isThisMachine(base.hostname)) {
    const away = `the texts would leave this machine for ${base.host}`;
    if (!textsMayLeave) return refuse(badEndpoint(`${away}, and --texts-leave-this-machine was not said`));
    if (base.protocol !== 'https:') return refuse(badEndpoint(`${away} in the clear; https is needed`));
  }
  base.pathname = base.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return done({ base, key, limits });
}

const badEndpoint = (why: string): Problem => ({ kind: 'bad-input', where: '--endpoint', why });

/** The URL has brought every way to write an IPv4 address to four numbers. */
const isThisMachine = (host: string): boolean => /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host) || host === '[::1]';

/** Asks for JSON: GET, or POST where there is a body. Nothing is followed elsewhere; trouble is a value. */
export async function askServer(
  server: ModelServer,
  path: string,
  body?: object,
): Promise<Outcome<string, ServerTrouble>> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const url = new URL(server.base.pathname.replace(/\/$/, '') + path, server.base);
  const open = url.protocol === 'https:' ? requestSealed : requestPlain;
  const late = AbortSignal.timeout(server.limits.milliseconds);
  const asked = open(url, {
    method: body === undefined ? 'GET' : 'POST',
    // An agent of its own: no connection is kept, no proxy of the environment is used.
    agent: false,
    signal: late,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(server.key === null ? {} : { authorization: `Bearer ${server.key}` }),
    },
  });
  try {
    asked.end(sent);
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    asked.on('error', () => {});
    if (answer === undefined) throw new Error('a response without a message');
    return await bodyOf(answer, server.limits);
  } catch (error) {
    if (!late.aborted) return refuse(troubleOf(error));
    const why = `gave no whole answer within ${server.limits.milliseconds / 1000} seconds`;
    return refuse({ kind: 'too-slow', why });
  } finally {
    asked.destroy();
  }
}

async function bodyOf(answer: IncomingMessage, { bytes }: Limits): Promise<Outcome<string, ServerTrouble>> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    return refuse({ kind: 'status', why: 'sends on to another address, which was not followed' });
  }
  if (status !== 200) return refuse({ kind: 'status', why: `answered with status ${status}` });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    const some = Buffer.from(part);
    size += some.length;
    if (size > bytes) return refuse({ kind: 'too-long', why: 'gave an answer without end' });
    parts.push(some);
  }
  return done(Buffer.concat(parts).toString('utf8'));
}

function troubleOf(error: unknown): ServerTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  return { kind: 'no-server', why: `cannot be reached (${code})` };
}
