// Classes of words by the company they keep: the exchange algorithm for bigram class models (Martin, Liermann, Ney 1998).

/**
 * @param {Int32Array[]} texts hashes of the words of each text, in order
 * @param {{classes: number, fewest: number, rounds: number}} options `fewest`: rarer words get no class
 * @returns {[hash: number, wordClass: number][]} classes from 1
 */
export function wordClasses(texts, { classes, fewest, rounds }) {
  const ids = vocabulary(texts, fewest);
  const size = ids.size + 1;
  const model = { size, classes: classes + 1, ...bigrams(texts, ids, size) };
  const classOf = new Uint8Array(size);
  // Word 0 stands for all rare words and keeps class 0. The rest begin by rank, so that frequent words are apart.
  for (let word = 1; word < size; word += 1) classOf[word] = 1 + ((word - 1) % classes);
  const pairs = pairCounts(model, classOf);
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (let word = 1; word < size; word += 1) if (exchange(model, classOf, pairs, word)) moved += 1;
    if (moved < size / 500) break;
  }
  return [...ids].map(([hash, id]) => [hash, classOf[id]]);
}

/** Numbers from 1, the most frequent word first. */
function vocabulary(texts, fewest) {
  const counts = new Map();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Map(kept.map(([hash], at) => [hash, at + 1]));
}

/** Successors and predecessors of each word with their counts, as slices of flat arrays. */
function bigrams(texts, ids, size) {
  const counts = new Map();
  const totals = new Float64Array(size);
  for (const words of texts) {
    let before = 0;
    for (const hash of words) {
      const word = ids.get(hash) ?? 0;
      totals[word] += 1;
      const pair = before * size + word;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      before = word;
    }
  }
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  const next = slices(sorted, size, (pair) => [Math.floor(pair / size), pair % size]);
  const previous = slices(sorted, size, (pair) => [pair % size, Math.floor(pair / size)]);
  return { totals, next, previous };
}

function slices(pairs, size, ends) {
  const starts = new Int32Array(size + 1);
  for (const [pair] of pairs) starts[ends(pair)[0] + 1] += 1;
  for (let at = 0; at < size; at += 1) starts[at + 1] += starts[at];
  const fill = starts.slice();
  const [others, counts] = [new Int32Array(pairs.length), new Int32Array(pairs.length)];
  for (const [pair, count] of pairs) {
    const [word, other] = ends(pair);
    others[fill[word]] = other;
    counts[fill[word]] = count;
    fill[word] += 1;
  }
  return { starts, others, counts };
}

function pairCounts({ size, classes, next, totals }, classOf) {
  const cells = new Float64Array(classes * classes);
  const sums = new Float64Array(classes);
  for (let word = 0; word < size; word += 1) {
    sums[classOf[word]] += totals[word];
    for (let at = next.starts[word]; at < next.starts[word + 1]; at += 1)
      cells[classOf[word] * classes + classOf[next.others[at]]] += next.counts[at];
  }
  return { cells, sums };
}

/** n log n of whole numbers, for the smaller ones from a table. */
const KNOWN = Float64Array.from({ length: 1 << 20 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)));
const nLogN = (n) => (n < KNOWN.length ? KNOWN[n] : n * Math.log(n));

/** Moves a word to the class where the text is likeliest; whether it moved. */
function exchange(model, classOf, { cells, sums }, word) {
  const { classes, totals } = model;
  const own = classOf[word];
  const after = byClass(model.next, classOf, word, classes);
  const before = byClass(model.previous, classOf, word, classes);
  const self = after.self;
  const shift = (to, sign) => {
    for (const [other, count] of after.list) cells[to * classes + other] += sign * count;
    for (const [other, count] of before.list) cells[other * classes + to] += sign * count;
    cells[to * classes + to] += sign * self;
    sums[to] += sign * totals[word];
  };
  shift(own, -1);
  let [best, most] = [own, -Infinity];
  for (let to = 1; to < classes; to += 1) {
    const gain = gainOf({ cells, sums, classes, after, before, self, total: totals[word] }, to);
    if (gain > most + 1e-9) [best, most] = [to, gain];
  }
  shift(best, 1);
  classOf[word] = best;
  return best !== own;
}

function gainOf({ cells, sums, classes, after, before, self, total }, to) {
  let gain = 2 * (nLogN(sums[to]) - nLogN(sums[to] + total));
  let onDiagonal = self;
  for (const [other, count] of after.list) {
    if (other === to) onDiagonal += count;
    else gain += nLogN(cells[to * classes + other] + count) - nLogN(cells[to * classes + other]);
  }
  for (const [other, count] of before.list) {
    if (other === to) onDiagonal += count;
    else gain += nLogN(cells[other * classes + to] + count) - nLogN(cells[other * classes + to]);
  }
  const diagonal = cells[to * classes + to];
  return gain + nLogN(diagonal + onDiagonal) - nLogN(diagonal);
}

function byClass({ starts, others, counts }, classOf, word, classes) {
  const sums = new Float64Array(classes);
  let self = 0;
  for (let at = starts[word]; at < starts[word + 1]; at += 1) {
    if (others[at] === word) self += counts[at];
    else sums[classOf[others[at]]] += counts[at];
  }
  const list = [];
  for (let other = 0; other < classes; other += 1) if (sums[other] > 0) list.push([other, sums[other]]);
  return { list, self };
}
