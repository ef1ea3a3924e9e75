// Documents of GUM's CoNLL-U with their named entities: {id, text, names: [{kind, start, end}]}, the head word's offsets in the text.

/** @param {string} conllu */
export function namedEntities(conllu) {
  const documents = [];
  let document = null;
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc id')) {
      document = { id: line.split('= ')[1], text: '', words: [], entities: [], open: [], sentence: 0, range: null };
      documents.push(document);
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && document.text !== '') {
      document.text = `${document.text.trimEnd()}\n\n`;
    } else if (line !== '' && !line.startsWith('#')) readWord(document, line.split('\t'));
  }
  return documents.map(({ id, text, words, entities }) => ({
    id,
    text,
    names: entities.flatMap((entity) => nameOf(words, entity)),
  }));
}

function readWord(document, columns) {
  const [id, form] = columns;
  const spaced = !columns[9].includes('SpaceAfter=No');
  if (id.includes('.')) return;
  if (id.includes('-')) {
    document.range = { last: Number(id.split('-')[1]), spaced };
    return;
  }
  if (id === '1') {
    document.sentence = document.words.length;
    if (document.text !== '' && !/\s$/.test(document.text)) document.text += ' ';
  }
  const start = document.text.length;
  const inRange = document.range !== null && Number(id) <= document.range.last;
  const space = inRange ? Number(id) === document.range.last && document.range.spaced : spaced;
  document.text += form + (space ? ' ' : '');
  if (inRange && Number(id) === document.range.last) document.range = null;
  const head = Number(columns[6]);
  document.words.push({
    start,
    end: start + form.length,
    tag: columns[3],
    head: head === 0 ? -1 : document.sentence + head - 1,
  });
  readEntities(document, /(?:^|\|)Entity=([^|]*)/.exec(columns[9])?.[1] ?? '');
}

/** "(8-organization-new…(9-place…" opens, "9)8)" closes. */
function readEntities(document, marks) {
  const at = document.words.length - 1;
  for (const mark of marks.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
    if (mark.startsWith('(')) {
      const [id, kind] = mark.slice(1).replace(/\)$/, '').split('-');
      document.open.push({ id, kind, first: at });
      if (!mark.endsWith(')')) continue;
      document.entities.push({ ...document.open.pop(), last: at + 1 });
    } else {
      const found = document.open.findLastIndex(({ id }) => id === mark.slice(0, -1).split('-')[0]);
      if (found >= 0) document.entities.push({ ...document.open.splice(found, 1)[0], last: at + 1 });
    }
  }
}

/** An entity is named when its head is a proper noun. */
function nameOf(words, { kind, first, last }) {
  for (let at = first; at < last; at += 1) {
    const { head, tag, start, end } = words[at];
    if (head >= first && head < last) continue;
    return tag === 'PROPN' ? [{ kind, start, end }] : [];
  }
  return [];
}
