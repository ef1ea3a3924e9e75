import { createHmac } from 'node:crypto';
import { clustersOf } from '../domain/fold/judgement.ts';
import type { RecordState } from '../domain/record.ts';
import { DEFAULT_SENSITIVITY, MAY_SEE, stricter, type Audience, type Sensitivity } from '../domain/sensitivity.ts';
import { base32 } from '../kit/base32.ts';
import { fold } from '../kit/fold.ts';
import { maskFor, type Hidden, type Mask } from '../release/mask.ts';
import { judgementsPage } from '../storage/questions/judgements.ts';
import { listPersons, waiting } from './list.ts';
import type { OpenCase } from './open-case.ts';

export interface HiddenPersons {
  readonly mask: Mask;
  readonly count: number;
}

interface Cluster {
  sensitivity: Sensitivity;
  readonly forms: Set<string>;
}

/**
 * Everybody whom this audience may not see by name, with every form of the name that is recorded, of all persons judged the
 * same (MECHANICS, Protected people in anything that leaves). Of a cluster, the strictest sensitivity holds.
 */
export async function hiddenPersons(c: OpenCase, audience: Audience): Promise<HiddenPersons> {
  const clusterOf = await personClusters(c);
  const clusters = new Map<string, Cluster>();
  for await (const state of listPersons(c)) {
    const key = clusterOf.get(state.id) ?? state.id;
    const cluster = clusters.get(key) ?? { sensitivity: 'public-role', forms: new Set<string>() };
    clusters.set(key, cluster);
    cluster.sensitivity = stricter(cluster.sensitivity, state.mark?.sensitivity ?? DEFAULT_SENSITIVITY.other);
    for (const form of formsOf(state)) cluster.forms.add(form);
  }
  await addRead(c, clusters);
  const hidden: Hidden[] = [];
  for (const [key, { sensitivity, forms }] of clusters) {
    if (MAY_SEE[audience][sensitivity] === 'pseudonym')
      hidden.push({ pseudonym: pseudonymOf(c, key), forms: [...forms] });
  }
  return { mask: maskFor(hidden), count: hidden.length };
}

/** People whom the reader found and nobody has recorded are guarded as their capacity says: deny is the default. */
async function addRead(c: OpenCase, clusters: Map<string, Cluster>): Promise<void> {
  const recorded = new Set([...clusters.values()].flatMap(({ forms }) => [...forms].map(fold)));
  for await (const { proposal } of waiting(c, 'person')) {
    for (const { value } of proposal.fields) {
      if (value.kind !== 'named' || value.named.personKind !== 'individual' || recorded.has(fold(value.named.name)))
        continue;
      const key = `read ${fold(value.named.name)}`;
      const cluster = clusters.get(key) ?? {
        sensitivity: DEFAULT_SENSITIVITY[value.named.capacity],
        forms: new Set<string>(),
      };
      clusters.set(key, cluster);
      cluster.sensitivity = stricter(cluster.sensitivity, DEFAULT_SENSITIVITY[value.named.capacity]);
      cluster.forms.add(value.named.name);
    }
  }
}

/** Every recorded name form, withdrawn ones too: what was once recorded may stand in words. */
function formsOf(state: RecordState): string[] {
  return state.claims.flatMap(({ claim }) => {
    if (claim.field !== 'name' || claim.value.kind !== 'text') return [];
    return [claim.value.text, ...claim.attestedBy.map((at) => at.span.text)].filter(isProperName);
  });
}

const ARTICLE = /^(?:an?|the)$/i;

/** "A corporal" is no name: to hide its words everywhere would hide nobody and spoil the text. Scripts without capitals count. */
function isProperName(form: string): boolean {
  return form.split(/[\s-]+/u).some((word) => {
    const [first = ''] = word;
    return /\p{L}/u.test(first) && !ARTICLE.test(word) && first === first.toUpperCase();
  });
}

/** The same person has the same pseudonym in every release of this case (trust.md §5.2). */
const pseudonymOf = (c: OpenCase, person: string): string =>
  `P-${base32(createHmac('sha256', c.keys.sensitive).update(`pseudonym ${person}`).digest().subarray(0, 4))
    .slice(0, 6)
    .toUpperCase()}`;

async function personClusters(c: OpenCase): Promise<ReadonlyMap<string, string>> {
  const links: { a: string; b: string; judgement: 'same' | 'not-same' | 'unsure' }[] = [];
  let after: string | null = null;
  do {
    const page = await judgementsPage(c.database.db, { of: 'person', after });
    links.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return clustersOf(links);
}
