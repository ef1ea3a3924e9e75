import { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { MODEL_PREFIX } from '../domain/proposal.ts';
import type { Reading } from '../domain/reading.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { ANSWER_SCHEMA } from '../read/grounded/answer.ts';
import { Gate, type Grounded } from '../read/grounded/gate.ts';
import { piecesOf } from '../read/grounded/pieces.ts';
import { messagesFor } from '../read/grounded/prompt.ts';
import { askServer, LIMITS, serverAt, type ModelOrder, type ModelServer, type ServerTrouble } from './model-server.ts';

/** A language model that can be asked. */
export interface Model {
  /** Its name at the server. */
  readonly model: string;
  /** `llm:MODEL@DIGEST`, or `@HOST` where the server tells no digest: the reader of its proposals. */
  readonly proposer: string;
  readonly server: ModelServer;
}

/** What came of asking about one text; what was answered before trouble came is kept. */
export interface AskedText {
  readonly grounded: Grounded;
  readonly trouble: ServerTrouble | null;
}

/** Looks at the server and settles which model is asked, before any text is sent. */
export async function openModel(order: ModelOrder): Promise<Outcome<Model, Problem>> {
  const server = serverAt(order, LIMITS);
  if (!server.ok) return server;
  const named = order.model === null ? await onlyModel(server.value) : done(order.model);
  if (!named.ok) return refuse(modelTrouble(server.value, named.problem.why, 'nothing was sent to it'));
  const digest = await digestOf(server.value, named.value);
  if (!digest.ok) return refuse(modelTrouble(server.value, digest.problem.why, 'nothing was sent to it'));
  const proposer = `${MODEL_PREFIX}${plain(named.value)}@${plain(digest.value ?? server.value.base.hostname)}`;
  return done({ model: named.value, proposer, server: server.value });
}

/** Asks about a text piece by piece; every answer goes through the gate. */
export async function askAbout(model: Model, text: string, reading: Reading): Promise<AskedText> {
  const gate = new Gate(text, reading);
  for (const piece of piecesOf(text)) {
    const answer = await complete(model, text.slice(piece.start, piece.end));
    if (!answer.ok) return { grounded: gate.grounded(), trouble: answer.problem };
    gate.take(piece, answer.value);
  }
  return { grounded: gate.grounded(), trouble: null };
}

export const modelTrouble = ({ base }: ModelServer, why: string, kept: string): Problem => ({
  kind: 'model-trouble',
  endpoint: base.host,
  why,
  kept,
});

/** Enough for all that a piece says. */
const MOST_TOKENS = 2048;

const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]).rest(z.unknown()),
});

/** An answer that is too long, or none of a completion's form, is an answer without words: the gate counts it. */
async function complete({ model, server }: Model, words: string): Promise<Outcome<string, ServerTrouble>> {
  const answer = await askServer(server, '/v1/chat/completions', {
    model,
    messages: messagesFor(words),
    temperature: 0,
    max_tokens: MOST_TOKENS,
    stream: false,
    response_format: { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema: ANSWER_SCHEMA } },
  });
  if (!answer.ok) return answer.problem.kind === 'too-long' ? done('') : answer;
  const read = completion.safeParse(jsonOf(answer.value));
  return done(read.success ? read.data.choices[0].message.content : '');
}

const models = z.object({ data: z.array(z.object({ id: z.string() })) });

async function onlyModel(server: ModelServer): Promise<Outcome<string, { kind: 'model'; why: string }>> {
  const answer = await askServer(server, '/v1/models');
  if (!answer.ok) return refuse({ kind: 'model', why: answer.problem.why });
  const read = models.safeParse(jsonOf(answer.value));
  const names = read.success ? read.data.data.map(({ id }) => plain(id)) : [];
  const [only] = read.success ? read.data.data : [];
  if (names.length === 1 && only !== undefined) return done(only.id);
  const has = names.length === 0 ? 'names no model' : `has several models (${names.slice(0, 5).join(', ')})`;
  return refuse({ kind: 'model', why: `${has}: say which with --model` });
}

const tags = z.object({ models: z.array(z.object({ name: z.string(), digest: z.string() })) });
const DIGEST = 12;

/** Ollama tells what a name stands for; other servers do not. */
async function digestOf(server: ModelServer, model: string): Promise<Outcome<string | null, ServerTrouble>> {
  const answer = await askServer(server, '/api/tags');
  if (!answer.ok && (answer.problem.kind === 'no-server' || answer.problem.kind === 'too-slow')) return answer;
  const read = tags.safeParse(answer.ok ? jsonOf(answer.value) : null);
  const all = read.success ? read.data.models : [];
  const found = all.find(({ name }) => name === model || name === `${model}:latest`);
  return done(found?.digest.replace(/^sha256:/, '').slice(0, DIGEST) ?? null);
}

const MOST_LETTERS = 80;

/** A name from outside as one short word that can stand in a column and on a line. */
const plain = (name: string): string => name.replace(/[^\w.:/+-]/g, '_').slice(0, MOST_LETTERS);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
