// CoreNLP's quote annotator as a filter of our form; the first argument is the folder of its jars.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as all } from 'node:stream/consumers';

const ANNOTATORS = 'tokenize,pos,lemma,ner,depparse,coref,quote';
const work = mkdtempSync(join(tmpdir(), 'actum-corenlp-'));

/** A quotation gives content and source, never a cue; its offsets are units of the text, as ours. */
function readOne({ id }, at) {
  const { sentences, quotes } = JSON.parse(readFileSync(join(work, 'out', `${at}.txt.json`), 'utf8'));
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const statements = quotes.map(({ beginIndex, endIndex, mentionBegin, mentionEnd }) => {
    const [first, last] = [tokens[mentionBegin], tokens[mentionEnd]];
    const source = first && last ? { start: first.characterOffsetBegin, end: last.characterOffsetEnd } : null;
    return { source, cue: null, content: [{ start: beginIndex, end: endIndex }] };
  });
  return { id, statements };
}

try {
  mkdirSync(join(work, 'out'));
  const records = (await all(process.stdin))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const files = records.map(({ text }, at) => {
    const file = join(work, `${at}.txt`);
    writeFileSync(file, text);
    return file;
  });
  writeFileSync(join(work, 'list'), files.join('\n'));
  const pipeline = ['-annotators', ANNOTATORS, '-fileList', join(work, 'list'), '-encoding', 'utf-8'];
  const output = ['-outputFormat', 'json', '-outputDirectory', join(work, 'out')];
  const main = ['-Xmx3g', '-cp', join(process.argv[2], '*'), 'edu.stanford.nlp.pipeline.StanfordCoreNLP'];
  const { status, stderr } = spawnSync('java', [...main, ...pipeline, ...output], { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr.slice(-2000));
  for (const reading of records.map(readOne)) process.stdout.write(`${JSON.stringify(reading)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
