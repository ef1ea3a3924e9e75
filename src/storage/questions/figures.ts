import type { Handle } from '../database.ts';
import type { Secrets } from '../secrets.ts';
import { OF_MODELS } from '../projection/readings.ts';
import { shown, type FoundProposal } from './proposals.ts';
import { recordsByKey, type FoundRecord } from './records.ts';

/** More figures than this of each sort are not laid on one desk. */
export const FIGURES_SHOWN = 2000;

export interface Figures {
  readonly recorded: readonly FoundRecord[];
  readonly waiting: readonly FoundProposal[];
  /** There are more than are here. */
  readonly capped: boolean;
}

/** The figures of the case for the desk: what people recorded (withdrawn ones apart) and what the built-in reader reads; a model's counts once somebody recorded them. */
export async function figuresForDesk(db: Handle, secrets: Secrets): Promise<Figures> {
  const keys = await db
    .selectFrom('record')
    .select('key')
    .where('kind', '=', 'figure')
    .where('withdrawn', '=', 0)
    .orderBy('byTitle')
    .orderBy('key')
    .limit(FIGURES_SHOWN + 1)
    .execute();
  const waiting = await db
    .selectFrom('proposal')
    .selectAll()
    .where('kind', '=', 'figure')
    .where('decision', 'is', null)
    .where('reader', 'not like', OF_MODELS)
    .orderBy('sourceKey')
    .orderBy('textKey')
    .orderBy('start')
    .orderBy('key')
    .limit(FIGURES_SHOWN + 1)
    .execute();
  return {
    recorded: await recordsByKey(
      db,
      secrets,
      keys.slice(0, FIGURES_SHOWN).map((row) => row.key),
    ),
    waiting: waiting.slice(0, FIGURES_SHOWN).map(shown),
    capped: keys.length > FIGURES_SHOWN || waiting.length > FIGURES_SHOWN,
  };
}
