/** A server on this machine that says it is a language model, and does whatever a test wants. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface LyingServer {
  readonly endpoint: string;
  /** What it was asked, models and digests apart. */
  readonly heard: Heard[];
  /** How often anybody came at all. */
  readonly visits: () => number;
}

type Answers = (asked: Heard, response: ServerResponse) => void;

/** The words that it was sent, without the marks around them. */
export const wordsAsked = ({ body }: Heard): string => {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  return (messages[1]?.content ?? '').replace(/^<[^>]*>\n|\n<[^>]*>$/g, '');
};

/** An answer in the form of a completion. */
export const says =
  (answer: (words: string) => unknown): Answers =>
  (asked, response) => {
    const said = answer(wordsAsked(asked));
    const content = typeof said === 'string' ? said : JSON.stringify(said);
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };

export interface Has {
  readonly models?: unknown;
  readonly tags?: unknown;
}

const ONE = {
  models: { data: [{ id: 'tiny:1b' }] },
  tags: { models: [{ name: 'tiny:1b', digest: 'sha256:00112233445566778899' }] },
};

export async function lyingServer(answers: Answers, has: Has = ONE): Promise<LyingServer> {
  const heard: Heard[] = [];
  let visits = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const path = request.url ?? '';
      const known = { '/v1/models': has.models, '/api/tags': has.tags }[path];
      if (known !== undefined) return response.end(JSON.stringify(known));
      if (path === '/v1/models' || path === '/api/tags') return response.writeHead(404).end();
      const asked = { path, headers: request.headers, body };
      heard.push(asked);
      answers(asked, response);
    });
  });
  server.on('connection', () => (visits += 1));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, visits: () => visits };
}
