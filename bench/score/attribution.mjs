// Who said what: source, cue and content by exact span, and whole attributions. Gold: `{ id, text, attributions }`.
import { allMeasures, byId, countKeys, count, keyOf, likeness, listOf, newTally, paired, touches } from './spans.mjs';

const ROLES = ['source', 'cue', 'content'];
const SAME_CONTENT = 0.8;

/**
 * Exact: start and end equal a gold span of that role. Whole: paired one to one by content (Jaccard of units >= 0.8), and
 * the source's head is right. `flat`: the gold is cut at line breaks and has no links, so both sides are cut, without whole.
 */
export function scoreAttribution(golds, readings, { flat = false } = {}) {
  const found = byId(readings);
  const tallies = { source: newTally(), cue: newTally(), content: newTally(), whole: newTally() };
  for (const gold of golds) {
    const [said, read] = [attributionsOf(gold), attributionsOf(found.get(gold.id) ?? { statements: [] })];
    for (const role of ROLES) {
      const keys = (list) =>
        list
          .flatMap((one) => one[role])
          .flatMap((span) => (flat ? linesOf(gold.text, span) : [span]))
          .map(keyOf);
      countKeys(tallies[role], keys(said), keys(read));
    }
    count(tallies.whole, said.length, read.length, wholeOnes(gold.text, said, read));
  }
  if (flat) delete tallies.whole;
  return allMeasures(tallies);
}

const attributionsOf = ({ statements, attributions = statements }) =>
  attributions.map((one) => Object.fromEntries(ROLES.map((role) => [role, listOf(one[role])])));

/** The parts of a span that lie on one line each, without the space around them. */
function linesOf(text, { start, end }) {
  let at = start;
  return text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const from = at + line.length - line.trimStart().length;
      at += line.length + 1;
      return { start: from, end: from + line.trim().length };
    })
    .filter((line) => line.end > line.start);
}

function wholeOnes(text, said, read) {
  const pairs = paired(said, read, (one, other) => likeness(one.content, other.content), SAME_CONTENT);
  return pairs.filter(([gold, found]) => isSameVoice(text, gold.source, found.source)).length;
}

/** Both unnamed, or each one's head word lies in the other. */
function isSameVoice(text, gold, found) {
  if (gold.length === 0 || found.length === 0) return gold.length === found.length;
  return gold.some((one) =>
    found.some((other) => touches(headOf(text, one), other) && touches(headOf(text, other), one)),
  );
}

const AFTER_THE_HEAD = /,|\(|\s(?:and|at|for|from|in|of|on|that|to|which|who|with)\s/i;
const LAST_WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*(?=[^\p{L}\p{N}]*$)/u;

/** The last word of the noun phrase that begins a source: "the mayor" of "the mayor of Selm, who …". */
function headOf(text, span) {
  const words = text.slice(span.start, span.end);
  const cut = words.slice(1).search(AFTER_THE_HEAD);
  const phrase = (cut < 0 ? words : words.slice(0, cut + 1)).replace(/['’]s$/, '');
  const last = LAST_WORD.exec(phrase);
  return last === null ? span : { start: span.start + last.index, end: span.start + last.index + last[0].length };
}
