import type { ApiProblem } from '../../http/api-types.ts';

/** A refusal of the server, in its own three parts; thrown by every call below. */
export class ApiTrouble extends Error implements ApiProblem {
  readonly kind: string;
  readonly happened: string;
  readonly toDo: string;
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;

  constructor(problem: ApiProblem, status: number) {
    super(problem.happened);
    this.kind = problem.kind;
    this.happened = problem.happened;
    this.toDo = problem.toDo;
    this.status = status;
  }
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `/api` + path + the query's members that have a value. */
export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

const NO_ANSWER: ApiProblem = {
  kind: 'no-answer',
  happened: 'The program on this computer does not answer. What was recorded before is kept.',
  toDo: 'See whether `actum start` still runs, then try again.',
};

/** The problem in an answer that is not ok; a body in another shape becomes one sentence. */
async function troubleOf(response: Response): Promise<ApiTrouble> {
  const body: unknown = await response.json().catch(() => null);
  const text = (name: string): string | null => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const problem = {
    kind: text('kind') ?? 'unknown',
    happened: text('happened') ?? `The program refused this (${response.status}).`,
    toDo: text('toDo') ?? 'Try again; if it stays so, look at the ledger page.',
  };
  return new ApiTrouble(problem, response.status);
}

/** One request with the session's cookie. Throws `ApiTrouble`. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiTrouble(NO_ANSWER, 0);
  });
  if (!response.ok) throw await troubleOf(response);
  return response;
}

async function bodyOf<T>(response: Response): Promise<T> {
  const data: T = await response.json();
  return data;
}

/** GET /api + path, e.g. `get<Page<SourceRow>>('/sources', { after, q })`. Throws `ApiTrouble`. */
export const get = async <T>(path: string, query: Query = {}): Promise<T> =>
  bodyOf<T>(await request(apiPath(path, query)));

/** POST /api + path with a JSON body. Throws `ApiTrouble`. */
export const post = async <T>(path: string, body: object = {}): Promise<T> =>
  bodyOf<T>(
    await request(apiPath(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
