interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

/** An answer of the API that is not the one asked for (RFC 9457), with a sentence a person can act on. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: { pointer: string; detail: string }[] = [],
  ) {
    super(detail);
  }
}

const OFFLINE = 'Nightdesk cannot be reached from this device. Check the connection; paging goes on without this page.';

const FALLBACK: Record<number, string> = {
  401: 'You are signed out. Sign in again to go on.',
  403: 'Your role does not allow this. An owner of the account can do it.',
  404: 'This does not exist, or it belongs to another account.',
  412: 'Somebody else changed this a moment ago.',
  429: 'Too many tries in a row. Wait a minute and try again.',
};

/** Reads problem+json; an answer that is none (a proxy's error page) still becomes a sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const detail =
    body.detail ?? FALLBACK[response.status] ?? `The server answered ${response.status}. Try again in a moment.`;
  return new Problem(response.status, body.code ?? 'unknown', detail, body.errors);
}

const BROKEN = 'Something went wrong in this page. Reload it and try again.';

/** What to tell a person about a page that could not be drawn: a TypeError is our own mistake there, not the network's. */
export const brokenInWords = (error: unknown): string => (error instanceof Problem ? error.message : BROKEN);

/** What to tell a person about a failure. */
export function inWords(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof TypeError ? OFFLINE : BROKEN;
}

export const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;

/** The same person gets the same answer, however often they ask. */
export const isForbidden = (error: unknown): boolean => error instanceof Problem && error.status === 403;

/** Trying again cannot help when the API has understood and refused. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500;

/** Refusals by the field they belong to, as a form shows them: `/email` becomes `email`. */
export const fieldProblems = (error: unknown): Record<string, string> =>
  error instanceof Problem
    ? Object.fromEntries(error.fields.map(({ pointer, detail }) => [pointer.replace(/^\//, '').split('/')[0], detail]))
    : {};

export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Problem && codes.includes(error.code);
