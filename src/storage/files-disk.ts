import * as fs from 'node:fs';
import { promisify } from 'node:util';
import type { Files, OpenFile, OpenFor } from './files.ts';

const FLAGS = { read: 'r', write: 'r+', create: 'wx+' } as const satisfies Record<OpenFor, string>;
/** Nobody else on the machine reads a case. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const fsync = promisify(fs.fsync);

/** The real disk. Node's fsync asks macOS for F_FULLFSYNC, so it means the same there. */
export const diskFiles: Files = {
  open: (path, how) => diskFile(fs.openSync(path, FLAGS[how], FILE_MODE)),
  exists: (path) => fs.existsSync(path),
  list: (path) => (fs.existsSync(path) ? fs.readdirSync(path).toSorted() : []),
  makeFolder: (path) => {
    if (fs.existsSync(path)) return false;
    fs.mkdirSync(path, { mode: FOLDER_MODE, recursive: true });
    return true;
  },
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path),
  syncFolder: (path) => {
    // Windows opens no folders; its file systems write names through on their own.
    if (process.platform === 'win32') return;
    const folder = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(folder);
    } finally {
      fs.closeSync(folder);
    }
  },
};

function diskFile(fd: number): OpenFile {
  return {
    size: () => fs.fstatSync(fd).size,
    read: (at, into) => filled(fd, at, into),
    write: (at, bytes) => {
      for (let done = 0; done < bytes.length;) {
        done += fs.writeSync(fd, bytes, done, bytes.length - done, at + done);
      }
    },
    truncate: (length) => fs.ftruncateSync(fd, length),
    sync: () => fs.fsyncSync(fd),
    synced: () => fsync(fd),
    close: () => fs.closeSync(fd),
  };
}

/** One read may give less than asked for without being at the end. */
function filled(fd: number, at: number, into: Uint8Array): number {
  let done = 0;
  while (done < into.length) {
    const got = fs.readSync(fd, into, done, into.length - done, at + done);
    if (got === 0) break;
    done += got;
  }
  return done;
}
