import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import type { ModelOrder } from '../desk/model-server.ts';

export interface ProposerOptions {
  readonly proposer?: 'openai';
  readonly endpoint?: string;
  readonly model?: string;
  readonly textsLeaveThisMachine?: boolean;
}

/** The options of a command that may ask a language model; without them nothing is asked and nothing is sent. */
export function withProposer(command: Command): Command {
  return command
    .addOption(
      new Option('--proposer <kind>', 'ask a language model too, as OpenAI-compatible servers are').choices(['openai']),
    )
    .option('--endpoint <url>', 'where it is asked: http://127.0.0.1:11434')
    .option('--model <name>', 'which of its models; the only one unless told')
    .option('--texts-leave-this-machine', 'allow an endpoint elsewhere: it is sent the texts themselves');
}

/** Null where no model is to be asked. */
export function modelOrder(options: ProposerOptions): Outcome<ModelOrder | null, Problem> {
  const { proposer, endpoint, model, textsLeaveThisMachine } = options;
  if (proposer === undefined) {
    const said = [endpoint, model, textsLeaveThisMachine].some((value) => value !== undefined);
    return said ? refuse({ kind: 'bad-input', where: '--endpoint', why: 'it needs --proposer openai' }) : done(null);
  }
  if (endpoint === undefined) {
    return refuse({ kind: 'bad-input', where: '--proposer', why: 'it needs --endpoint http://127.0.0.1:PORT' });
  }
  const key = keyFromFile();
  if (!key.ok) return key;
  return done({ endpoint, model: model ?? null, textsMayLeave: textsLeaveThisMachine === true, key: key.value });
}

/** What a server wants to be shown, from the file that ACTUM_PROPOSER_KEY_FILE names: never on the command line. */
function keyFromFile(): Outcome<string | null, Problem> {
  const path = process.env['ACTUM_PROPOSER_KEY_FILE'];
  if (path === undefined) return done(null);
  try {
    const key = readFileSync(path, 'utf8').trim();
    if (/^[\x21-\x7e]{1,2000}$/.test(key)) return done(key);
    return refuse({ kind: 'bad-input', where: 'ACTUM_PROPOSER_KEY_FILE', why: 'it holds no key' });
  } catch {
    return refuse({ kind: 'path-missing', path });
  }
}

const REFUSALS = {
  'no-answer': 'answers that could not be read',
  'not-the-form': 'not in the form asked for',
  'not-in-the-text': 'words that are not in the text',
  'several-places': 'words at several places, with nothing to tell which',
  'another-number': 'a number that the words do not state',
} as const;

export interface Counted {
  readonly proposer: string;
  readonly proposed: number;
  readonly known: number;
  readonly refused: { readonly [Why in keyof typeof REFUSALS]?: number };
}

/** What came of asking, in counts: never a word of a text. */
export function askedLine({ proposer, proposed, known, refused }: Counted): string {
  const whys = Object.entries(REFUSALS).flatMap(([why, words]) => {
    const times = Object.entries(refused).find(([key]) => key === why)?.[1];
    return times === undefined ? [] : [`${times} ${words}`];
  });
  const said = whys.length === 0 ? 'none refused' : `refused: ${whys.join('; ')}`;
  return `${proposer}: ${proposed} proposed, ${known} read already; ${said}`;
}
