import type { Problem } from '../domain/problem.ts';

/** The HTTP status of each problem. */
export const STATUS = {
  'path-missing': 404,
  'path-unreadable': 422,
  'disk-full': 507,
  'no-case': 404,
  'not-a-case': 422,
  'case-newer': 409,
  'case-locked': 423,
  'case-busy': 409,
  'case-damaged': 500,
  'wrong-passphrase': 403,
  'passphrase-needed': 403,
  'folder-not-empty': 409,
  'unknown-id': 404,
  'already-decided': 409,
  'status-refused': 409,
  'reason-missing': 422,
  'words-missing': 422,
  'words-differ': 422,
  'bad-field': 422,
  'bad-value': 422,
  'cannot-take-back': 409,
  'bad-input': 422,
  'unknown-format': 415,
  'not-allowed': 403,
} as const satisfies Record<Problem['kind'], number>;
