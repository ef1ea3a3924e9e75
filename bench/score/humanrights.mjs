// Figures, statements and acts of an article, against the project's own annotation. Gold: `{ id, text, figures, statements, acts }`.
import {
  allMeasures,
  byId,
  count,
  likeness,
  listOf,
  newTally,
  paired,
  percent,
  sharedSize,
  sizeOf,
  touches,
} from './spans.mjs';

const SAME_CONTENT = 0.5;

/** F1 of what is found, and shares in percent of the pairs found (`source` also of all gold statements). */
export function scoreArticles(golds, readings) {
  const found = byId(readings);
  const tallies = { figures: newTally(), subsetOf: newTally(), statementContent: newTally(), acts: newTally() };
  const judged = { valueAndComparator: [], about: [], assertedBy: [], source: [] };
  for (const gold of golds) {
    const read = found.get(gold.id) ?? { figures: [], statements: [], acts: [] };
    scoreFigures(tallies, judged, gold, read);
    scoreStatements(tallies, judged, gold, read);
    const acts = paired(gold.acts, read.acts, actLikeness(sentenceStarts(gold.text)));
    count(tallies.acts, gold.acts.length, read.acts.length, acts.length);
  }
  const shares = Object.entries(judged).map(([name, verdicts]) => [name, percent(rightOf(verdicts), verdicts.length)]);
  const statements = golds.reduce((sum, gold) => sum + gold.statements.length, 0);
  return {
    ...allMeasures(tallies),
    ...Object.fromEntries(shares),
    sourceOfAll: percent(rightOf(judged.source), statements),
  };
}

const rightOf = (verdicts) => verdicts.filter(Boolean).length;

/** Figures are paired by their numerals; the rest is judged on the pairs. */
function scoreFigures(tallies, judged, gold, read) {
  const pairs = paired(gold.figures, read.figures, (one, other) => likeness([one.number], [other.number]));
  count(tallies.figures, gold.figures.length, read.figures.length, pairs.length);
  const isVoice = voiceJudge(gold.statements);
  for (const [one, other] of pairs) {
    const same = (field) => (one[field] ?? null) === (other[field] ?? null);
    judged.valueAndComparator.push(['value', 'low', 'high', 'comparator'].every(same));
    judged.about.push(same('about'));
    judged.assertedBy.push(isVoice(one.assertedBy ?? 'author', other.assertedBy ?? 'author'));
  }
  const goldOf = new Map(pairs.map(([one, other]) => [other.id, one.id]));
  const wanted = new Set(partsOf(gold.figures).map(({ id, subsetOf }) => `${id} of ${subsetOf}`));
  const parts = partsOf(read.figures);
  const right = parts.filter(({ id, subsetOf }) => wanted.has(`${goldOf.get(id)} of ${goldOf.get(subsetOf)}`));
  count(tallies.subsetOf, wanted.size, parts.length, right.length);
}

const partsOf = (figures) => figures.filter(({ subsetOf }) => subsetOf);

/** Two voices are one: both the author, spans that touch, or mentions that the gold statements give one name. */
function voiceJudge(statements) {
  const named = statements.filter(({ source, sourceName }) => source && sourceName);
  const nameOf = (span) =>
    (named.find(({ source }) => touches(source, span))?.sourceName ?? span.text ?? '')
      .toLowerCase()
      .replace(/^(?:the|an|a)\s+/, '')
      .replace(/['’]s$/, '')
      .trim();
  return (one, other) => {
    if (one === 'author' || other === 'author') return one === other;
    return touches(one, other) || (nameOf(one) !== '' && nameOf(one) === nameOf(other));
  };
}

/** Content counts by units of the text; the source is judged on statements paired by content. */
function scoreStatements(tallies, judged, { statements: golds }, { statements: reads }) {
  const [given, read] = [golds, reads].map((all) => all.flatMap(({ content }) => listOf(content)));
  count(tallies.statementContent, sizeOf(given), sizeOf(read), sharedSize(given, read));
  const alike = (one, other) => likeness(listOf(one.content), listOf(other.content));
  for (const [one, other] of paired(golds, reads, alike, SAME_CONTENT)) {
    const bothNamed = one.source && other.source;
    judged.source.push(bothNamed ? touches(one.source, other.source) : !one.source && !other.source);
  }
}

const sentenceStarts = (text) =>
  Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text), ({ index }) => index);

/** Same violation, and triggers that touch or stand in one sentence; between equals, those with the same victims and perpetrators. */
const actLikeness = (starts) => (one, other) => {
  if (one.violation !== other.violation) return 0;
  const sentence = ({ start }) => starts.findLastIndex((from) => from <= start);
  const isNear = touches(one.trigger, other.trigger);
  if (!isNear && sentence(one.trigger) !== sentence(other.trigger)) return 0;
  const filled = ['victims', 'perpetrators'].map((role) => likeness(one[role], other[role]));
  return (isNear ? 1 + likeness([one.trigger], [other.trigger]) : 0.5) + (filled[0] + filled[1]) / 100;
};
