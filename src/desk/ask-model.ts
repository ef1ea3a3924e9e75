import { sourceId, textId } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { proposeBeside } from '../read/proposals/propose.ts';
import { putProposals } from '../storage/projection/proposals.ts';
import { putAsked } from '../storage/projection/readings.ts';
import { readingOf, textsToRead, type UnreadText } from '../storage/questions/readings.ts';
import { addAsked, nothingAsked, type Asked } from './asked.ts';
import { settled } from './case-trouble.ts';
import { askAbout, modelTrouble, openModel, type AskedText, type Model } from './model.ts';
import type { ModelOrder } from './model-server.ts';
import type { OpenCase } from './open-case.ts';

/**
 * Asks a language model about every text that it was not asked about, beside the built-in reader: what it proposes waits
 * for a person like anything that is only read. What was asked before trouble came is kept.
 */
export function askModel(c: OpenCase, order: ModelOrder, progress: Progress): Promise<Outcome<Asked, Problem>> {
  return settled(async () => {
    const opened = await openModel(order);
    if (!opened.ok) return opened;
    const model = opened.value;
    let sum = nothingAsked(model.proposer);
    for await (const text of textsFor(c, model)) {
      const asked = await askOne(c, model, text);
      if (asked === null) continue;
      if (asked.trouble !== null) {
        const kept = `${sum.texts} ${sum.texts === 1 ? 'text was' : 'texts were'} asked about, and what it proposed is kept`;
        return done({ ...sum, trouble: modelTrouble(model.server, asked.trouble.why, kept) });
      }
      sum = addAsked(sum, asked.grounded, asked.proposed);
      progress({ done: sum.texts, total: null, now: text.text });
    }
    return done(sum);
  });
}

/** Texts that the built-in reader has read and this model was not asked about. */
async function* textsFor(c: OpenCase, { proposer }: Model): AsyncGenerator<UnreadText> {
  let after: string | null = null;
  for (;;) {
    const waiting = await textsToRead(c.database.db, proposer, after);
    const last = waiting.at(-1);
    if (last === undefined) return;
    yield* waiting.filter(({ text }, at) => waiting[at - 1]?.text !== text);
    after = last.text;
  }
}

type AskedHere = AskedText & { readonly proposed: number };

/** Null for a text that another process is just about to read. */
async function askOne(c: OpenCase, model: Model, { source, text, blob }: UnreadText): Promise<AskedHere | null> {
  const words = await c.ledger.wordsOf(blob);
  const read = await readingOf(c.database.db, text);
  if (read === undefined) return null;
  const asked = await askAbout(model, words, read.reading);
  if (asked.trouble !== null) return { ...asked, proposed: 0 };
  const { found, known, refused } = asked.grounded;
  const at = { source: sourceId(source), text: textId(text) };
  const proposals = proposeBeside(read.reading, found, { ...at, textWords: words });
  const { proposer } = model;
  await c.database.locked(async (db) => {
    await putProposals(db, [{ ...at, reader: proposer, proposals }]);
    await putAsked(db, { text: at.text, proposer, asked: { proposed: proposals.length, known, refused } });
  });
  return { ...asked, proposed: proposals.length };
}
