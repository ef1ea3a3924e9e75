// Who did it to whom with what, a document: fillers of five roles by CEAF-REE, and incident types. Gold: `{ id, roles, incidentTypes }`.
import { allMeasures, byId, count, countKeys, likeness, newTally } from './spans.mjs';

const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'];

/**
 * A found entity fits a gold one when each of its mentions is one of the gold entity's; in each document and role as many as
 * possible are laid one to one. Mentions are compared in lower case, without ASCII punctuation and articles.
 */
export function scoreRoles(golds, readings) {
  const found = byId(readings);
  const tallies = Object.fromEntries([...ROLES, 'micro', 'incidentType'].map((name) => [name, newTally()]));
  for (const gold of golds) {
    const read = found.get(gold.id);
    const made = read === undefined ? { roles: {}, incidentTypes: [] } : fillersOf(read);
    for (const role of ROLES) {
      const [wanted, offered] = [gold, made].map(({ roles }) => (roles[role] ?? []).map(plainMentions));
      const right = mostPairs(wanted, offered);
      for (const name of [role, 'micro']) count(tallies[name], wanted.length, offered.length, right);
    }
    countKeys(tallies.incidentType, gold.incidentTypes, made.incidentTypes);
  }
  return allMeasures(tallies);
}

const plainMentions = (entity) => entity.map((mention) => plain(mention.text ?? mention));

const plain = (words) =>
  words
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:the|an|a)\b/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');

/** The size of a largest one-to-one matching, by augmenting paths. */
function mostPairs(wanted, offered) {
  const holder = new Map();
  const settle = (entity, tried) =>
    wanted.some((gold, at) => {
      if (tried.has(at) || !entity.every((mention) => gold.includes(mention))) return false;
      tried.add(at);
      if (holder.has(at) && !settle(holder.get(at), tried)) return false;
      holder.set(at, entity);
      return true;
    });
  return offered.filter((entity) => settle(entity, new Set())).length;
}

/** Incident types by the words that an act's violation or trigger holds; the first line that fits. */
const INCIDENTS = [
  ['BOMBING', ['bomb', 'explos', 'grenade']],
  ['ARSON', ['arson', 'burn']],
  ['ROBBERY', ['robber', 'theft', 'looting']],
  ['FORCED WORK STOPPAGE', ['strike', 'stoppage']],
  ['KIDNAPPING', ['abduct', 'kidnap', 'hostage', 'enforced-disappearance']],
  ['ATTACK', ['kill', 'attack', 'assault', 'murder', 'execution', 'shoot', 'torture', 'wound', 'injur', 'massacre']],
];

const incidentOf = ({ violation, trigger }) => {
  const words = `${violation} ${trigger?.text ?? ''}`.toLowerCase();
  return INCIDENTS.find(([, stems]) => stems.some((stem) => words.includes(stem)))?.[0];
};

/** Fillers of a reading: each entity once in a role, by the words that name it first; denied acts give none. */
function fillersOf(reading) {
  if (reading.roles !== undefined) return reading;
  const { acts, mentions } = reading;
  const done = acts.filter((act) => act.modality !== 'denied');
  const roles = Object.fromEntries(ROLES.map((role) => [role, new Map()]));
  const mentionOf = (span) => mentionAt(mentions, span);
  const fill = (role, span) => {
    const entity = mentionOf(span)?.entity ?? `words ${plain(span.text)}`;
    if (!roles[role].has(entity)) roles[role].set(entity, [span.text]);
  };
  for (const act of done) {
    for (const span of act.perpetrators) fill(mentionOf(span)?.kind === 'organization' ? 'PerpOrg' : 'PerpInd', span);
    for (const span of act.targets) fill('Target', span);
    for (const span of act.means) fill('Weapon', span);
    // The gold has named victims only.
    for (const span of act.victims) if (mentionOf(span)?.kind === 'person') fill('Victim', span);
  }
  return {
    roles: Object.fromEntries(ROLES.map((role) => [role, [...roles[role].values()]])),
    incidentTypes: [...new Set(done.flatMap((act) => incidentOf(act) ?? []))],
  };
}

/** The mention that is most alike to the span; the first of equals. */
function mentionAt(mentions, span) {
  let [best, degree] = [undefined, 0];
  for (const mention of mentions) {
    const alike = likeness([mention.span], [span]);
    if (alike > degree) [best, degree] = [mention, alike];
  }
  return best;
}
