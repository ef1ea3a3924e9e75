// The open data as train programs read it; its folder is given by --data DIR.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder given by `--data`. Ends the program when there is none. */
export function dataFolder(args = process.argv.slice(2)) {
  const at = args.indexOf('--data');
  if (at >= 0 && args[at + 1]) return args[at + 1];
  process.stderr.write('say where the open data are: --data DIR\n');
  process.exit(2);
}

/** Every object of a file of JSON lines. */
export const jsonLines = (folder, ...path) =>
  readFileSync(join(folder, ...path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The text of a gzip file, such as a CoNLL-U part. */
export const gunzipped = (folder, ...path) => gunzipSync(readFileSync(join(folder, ...path))).toString('utf8');

/** The sets as the model cards name them: origin, and the licence as seen there. Weights may ship of all of these. */
export const SETS = {
  polnear: {
    set: 'PolNeAR train',
    origin: 'networkdynamics/PolNeAR @ c3eee83',
    licence: 'none seen; texts belong to their publishers',
  },
  muc: {
    set: 'MUC-4 train',
    origin: 'xinyadu/gtt @ d829ed8, xinyadu/grit_doc_event_entity @ d8212bc',
    licence: 'MIT on the repositories; texts FBIS, as released for MUC',
  },
  hrdsattack: {
    set: 'HRDsAttack train',
    origin: 'dataminr-ai/HRDsAttack @ e4c5865',
    licence: 'MIT; articles belong to their publishers',
  },
  units: {
    set: 'SFM nlp_starter, open part',
    origin: 'security-force-monitor/nlp_starter_dataset @ 96acdf5',
    licence: 'none seen',
  },
  ewt: {
    set: 'UD English EWT train',
    origin: 'UniversalDependencies/UD_English-EWT @ 15d613d',
    licence: 'CC BY-SA 4.0',
  },
  gum: {
    set: 'UD English GUM train, CC BY and CC BY-SA genres',
    origin: 'UniversalDependencies/UD_English-GUM @ afb41ee',
    licence: 'annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain',
  },
  humanrights: {
    set: 'human-rights reports, 20 texts',
    origin: 'annotation of HRDsAttack train articles',
    licence: 'as HRDsAttack',
  },
};
