import type { ApiProblem } from '../../http/api-types.ts';
import { ApiTrouble } from './api.ts';

function problemIn(text: string, status: number): ApiTrouble {
  const fallback = {
    kind: 'unknown',
    happened: `The file was refused (${status}).`,
    toDo: 'Try again, or add it with `actum add`.',
  };
  try {
    const problem: Partial<ApiProblem> = JSON.parse(text);
    return new ApiTrouble({ ...fallback, ...problem }, status);
  } catch {
    return new ApiTrouble(fallback, status);
  }
}

/**
 * POST /api/sources, one file as multipart `file`; `progress` gets the share sent, 0..1.
 * XMLHttpRequest, because fetch cannot tell how much of a body is sent.
 */
export function upload(file: File, progress: (share: number) => void): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) =>
      progress(event.total === 0 ? 1 : event.loaded / event.total),
    );
    request.addEventListener('load', () =>
      request.status < 300 ? resolve() : reject(problemIn(request.responseText, request.status)),
    );
    request.addEventListener('error', () => reject(problemIn('', 0)));
    request.open('POST', '/api/sources');
    request.send(form);
  });
}
