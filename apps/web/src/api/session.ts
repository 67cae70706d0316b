import { problemOf, Problem } from './problem.js';
import type { CodeNeeded, Session } from './types.js';

const NO_COOKIE_THEFT = { 'X-Requested-With': 'nightdesk' };

// In memory only: a script that reads storage finds nothing, and a closed tab is a forgotten token.
let accessToken: string | null = null;
let renewal: Promise<boolean> | null = null;
const signedOutListeners = new Set<() => void>();

// Whoever leaves the desk leaves it in every tab: callers' names and numbers stand there too.
const otherTabs = new BroadcastChannel('nightdesk-signed-out');
otherTabs.onmessage = () => {
  accessToken = null;
  tellSignedOut();
};

const tellSignedOut = (): void => {
  for (const listener of signedOutListeners) listener();
};

export const bearer = (): string | null => accessToken;

export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** The page holds this person's token from now on. */
export const openSession = (session: Session): void => {
  accessToken = session.accessToken;
};

/** What is asked without being signed in; the answer may set the refresh cookie. */
export async function askOpenly<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...NO_COOKIE_THEFT },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.headers.get('content-type')?.includes('json') ? await response.json() : undefined) as T;
}

/** Signed in afterwards when the answer is null; else a code is still missing. */
export async function signIn(email: string, password: string): Promise<CodeNeeded | null> {
  const answer = await askOpenly<Session | CodeNeeded>('sign-in', { email, password });
  if ('needs' in answer) return answer;
  openSession(answer);
  return null;
}

export const signInWithCode = async (ticket: string, code: string): Promise<void> =>
  openSession(await askOpenly<Session>('sign-in/code', { ticket, code }));

export async function signOut(): Promise<void> {
  accessToken = null;
  await fetch('/api/v1/auth/sign-out', { method: 'POST', headers: NO_COOKIE_THEFT }).catch(() => undefined);
  tellSignedOut();
  otherTabs.postMessage(null);
}

/** True when there is a token to send, if need be a new one bought with the cookie. */
export const ensureSession = (): Promise<boolean> => (accessToken ? Promise.resolve(true) : renewSession());

/** Callers who meet the same 401 share one renewal. */
export function renewSession(): Promise<boolean> {
  renewal ??= inTurnAmongTabs(askForToken).finally(() => (renewal = null));
  return renewal;
}

// The refresh token rotates and its reuse revokes the family: two tabs that renew at once would sign each other out.
const inTurnAmongTabs = (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('nightdesk-session', work) : work();

async function askForToken(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST', headers: NO_COOKIE_THEFT });
  if (response.ok) {
    accessToken = ((await response.json()) as Session).accessToken;
    return true;
  }
  // Only a refusal signs out: a server that restarts must not throw a dispatcher back to the password.
  if (response.status >= 500) throw await problemOf(response);
  accessToken = null;
  return false;
}

export function sessionEnded(): Problem {
  tellSignedOut();
  return new Problem(401, 'not-signed-in', 'You are signed out. Sign in again to go on.');
}
