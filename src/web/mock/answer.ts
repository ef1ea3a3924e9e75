import { caseHome, ledger, search, waiting, work } from './case.ts';
import { figuresDesk } from './figures.ts';
import { recordDetail, recordRows } from './register.ts';
import { sourceDetail, sourceRows } from './sources.ts';
import { readerText } from './reader.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const page = (rows: readonly unknown[], url: URL): Answer => {
  const from = Number(url.searchParams.get('after') ?? 0);
  const next = from + 200 < rows.length ? String(from + 200) : null;
  return ok({ rows: rows.slice(from, from + 200), next, total: rows.length });
};
const deed = (what: string): Answer => ok({ deed: '0190f0aa-0000-7000-8000-000000000001', record: null, what });

let locked = false;

function ask(path: string, url: URL): Answer {
  const asked = url.searchParams.get('q')?.toLowerCase() ?? '';
  const among = <Row extends object>(rows: readonly Row[]) =>
    rows.filter((row) => JSON.stringify(row).toLowerCase().includes(asked));
  const [, room, id] = path.split('/');
  switch (room) {
    case 'case':
      return ok({ ...caseHome, locked });
    case 'sources':
      return id === undefined ? page(among(sourceRows), url) : ok(sourceDetail(id));
    case 'proposals':
      return page(waiting, url);
    case 'records':
      return id === undefined ? page(among(recordRows(url.searchParams)), url) : ok(recordDetail(id));
    case 'texts':
      return ok(readerText(id ?? '', url.searchParams));
    case 'figures':
      return ok(figuresDesk);
    case 'work':
      return page(work, url);
    case 'search':
      return ok(search(asked));
    case 'ledger':
      return ok(ledger);
    default:
      return { status: 404, body: { kind: 'unknown-id', happened: 'Nothing stands here.', toDo: 'Go back.' } };
  }
}

function tell(path: string, body: string): Answer {
  if (path === '/lock' || path === '/unlock') {
    locked = path === '/lock';
    return ok({});
  }
  if (path === '/undo') return deed('Taken back: recorded count: more than 140');
  if (path.endsWith('/adopt') && body.includes('refuse')) {
    const happened = 'This value was withdrawn meanwhile; nothing was recorded.';
    return { status: 409, body: { kind: 'status-refused', happened, toDo: 'Record it again first, then adopt it.' } };
  }
  return deed('Recorded');
}

/** What the fictional server says to one request. */
export function answer(method: string, url: URL, body: string): Answer {
  const path = url.pathname.slice('/api'.length);
  return method === 'GET' ? ask(path, url) : tell(path, body);
}
