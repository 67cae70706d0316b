import { Problem, problemOf } from './problem.js';
import { bearer, ensureSession, renewSession, sessionEnded } from './session.js';
import { proveItIsYou } from './step-up.js';

interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version this change is based on; the API refuses it with 412 when there is a newer one. */
  basedOn?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** A list is sent as the same name several times. */
type Query = Record<string, string | number | boolean | string[] | null | undefined>;

/** Answers to a wrong proof of who you are: the session is as good as before. */
const WRONG_PROOF = new Set(['wrong-password', 'wrong-code', 'code-needed']);

/** Sends with the bearer token. Where the API asks for a fresh proof, the person is asked and the act is repeated once. */
export async function send(path: string, ask: Ask = {}): Promise<Response> {
  try {
    return await sendOnce(path, ask);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'step-up-required') throw error;
    if (!(await proveItIsYou())) throw error;
    return sendOnce(path, ask);
  }
}

/** One 401 is answered with a renewed token, the second one ends the session. */
async function sendOnce(path: string, ask: Ask): Promise<Response> {
  await ensureSession();
  const first = await attempt(path, ask);
  const refused = first.status === 401 ? await problemOf(first.clone()) : null;
  if (refused && WRONG_PROOF.has(refused.code)) throw refused;
  const response = refused && (await renewSession()) ? await attempt(path, ask) : first;
  if (response.status === 401) throw sessionEnded();
  if (!response.ok) throw await problemOf(response);
  return response;
}

function attempt(path: string, { method = 'GET', body, basedOn, headers, signal }: Ask): Promise<Response> {
  const all = new Headers(headers);
  const token = bearer();
  if (token) all.set('Authorization', `Bearer ${token}`);
  if (body !== undefined) all.set('Content-Type', 'application/json');
  if (basedOn !== undefined) all.set('If-Match', `"${basedOn}"`);
  return fetch(`/api/v1/${path}`, {
    method,
    headers: all,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
}

async function answer<T>(path: string, ask?: Ask): Promise<T> {
  const response = await send(path, ask);
  return (response.headers.get('content-type')?.includes('json') ? await response.json() : undefined) as T;
}

const inAccount = (accountId: string, path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(
    given.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)])),
  ).toString();
  return `accounts/${accountId}/${path}${search ? `?${search}` : ''}`;
};

export const getMine = <T>(path: string, signal?: AbortSignal): Promise<T> => answer<T>(path, { signal });

/** What belongs to the person or to an agency: the path stands whole. */
export const mine = {
  get: <T>(path: string): Promise<T> => answer<T>(path),
  post: <T>(path: string, body?: unknown): Promise<T> => answer<T>(path, { method: 'POST', body }),
  patch: <T>(path: string, body: unknown): Promise<T> => answer<T>(path, { method: 'PATCH', body }),
  remove: (path: string): Promise<undefined> => answer<undefined>(path, { method: 'DELETE' }),
};

/** The account's own resources: account first, then the path below it. */
export const api = {
  get: <T>(accountId: string, path: string, query?: Query): Promise<T> => answer<T>(inAccount(accountId, path, query)),
  post: <T>(accountId: string, path: string, body?: unknown): Promise<T> =>
    answer<T>(inAccount(accountId, path), { method: 'POST', body }),
  /** An action on the version one has seen. */
  postOn: <T>(accountId: string, path: string, basedOn: number): Promise<T> =>
    answer<T>(inAccount(accountId, path), { method: 'POST', basedOn }),
  put: <T>(accountId: string, path: string, change: { body: unknown; basedOn?: number }): Promise<T> =>
    answer<T>(inAccount(accountId, path), { method: 'PUT', ...change }),
  remove: <T = undefined>(accountId: string, path: string, basedOn?: number): Promise<T> =>
    answer<T>(inAccount(accountId, path), { method: 'DELETE', basedOn }),
  patch: <T>(accountId: string, path: string, change: { body: unknown; basedOn?: number }): Promise<T> =>
    answer<T>(inAccount(accountId, path), { method: 'PATCH', ...change }),
  raw: (accountId: string, path: string, ask: Ask = {}): Promise<Response> => send(inAccount(accountId, path), ask),
};
