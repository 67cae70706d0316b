import type { RedeemOutcome } from '@domain/ports/calendar-consent';
import type { CalendarFailure } from '@domain/ports/calendar';
import { realTime } from '@platform/clock/real-time';
import type { Env } from '@platform/env/env';
import { googleEndpoints, returnUrl } from './google-endpoints.js';
import { GOOGLE_SCOPES } from './google-scopes.js';

/** Used up a little early, so that none ends on the way. */
const EARLY_MS = 60_000;
const MOST_KEPT = 1000;

type TokenOutcome = { kind: 'ok'; accessToken: string } | CalendarFailure;

/** What the token endpoint said; null for silence. */
interface TokenAnswer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Google's token endpoint. Not the SDK's own client, which repeats requests and takes no deadline: a caller is waiting for
 * all of it together.
 */
export class GoogleTokens {
  private readonly kept = new Map<string, { accessToken: string; until: number }>();

  constructor(private readonly env: Env) {}

  /** What calls are signed with, for about an hour each. */
  async of(refreshToken: string, signal: AbortSignal): Promise<TokenOutcome> {
    const known = this.kept.get(refreshToken);
    if (known && known.until > realTime()) return { kind: 'ok', accessToken: known.accessToken };
    return this.renewed(refreshToken, signal);
  }

  async renewed(refreshToken: string, signal: AbortSignal): Promise<TokenOutcome> {
    this.kept.delete(refreshToken);
    const answer = await this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, signal);
    if (answer === null) return { kind: 'unavailable', reason: 'provider-silent' };
    // Revoked, unused for six months, a new password, a consent screen in testing: only a person can give it again.
    if (answer.body.error === 'invalid_grant') return { kind: 'disconnected' };
    const { access_token: accessToken, expires_in: seconds } = answer.body;
    if (typeof accessToken !== 'string') return { kind: 'unavailable', reason: 'application-refused' };
    this.keep(refreshToken, accessToken, Number(seconds ?? 0));
    return { kind: 'ok', accessToken };
  }

  async redeem(code: string, codeVerifier: string, signal: AbortSignal): Promise<RedeemOutcome> {
    const asked = { grant_type: 'authorization_code', code, code_verifier: codeVerifier };
    const answer = await this.ask({ ...asked, redirect_uri: returnUrl(this.env) }, signal);
    if (answer === null) return { kind: 'unavailable', reason: 'provider-silent' };
    if (answer.body.error === 'invalid_grant') return { kind: 'not-valid' };
    return answer.status === 200 ? granted(answer.body) : { kind: 'unavailable', reason: 'application-refused' };
  }

  /** True when Google does not know the token any more, also when it did not before. */
  async revoke(refreshToken: string, signal: AbortSignal): Promise<boolean> {
    this.kept.delete(refreshToken);
    const answer = await posted(googleEndpoints(this.env).revoke, { token: refreshToken }, signal);
    return answer !== null && (answer.status === 200 || answer.body.error === 'invalid_token');
  }

  private ask(fields: Record<string, string>, signal: AbortSignal): Promise<TokenAnswer | null> {
    const { GOOGLE_CLIENT_ID = '', GOOGLE_CLIENT_SECRET = '' } = this.env;
    const application = { client_id: GOOGLE_CLIENT_ID, client_secret: GOOGLE_CLIENT_SECRET };
    return posted(googleEndpoints(this.env).token, { ...application, ...fields }, signal);
  }

  private keep(refreshToken: string, accessToken: string, seconds: number): void {
    const [oldest] = this.kept.size >= MOST_KEPT ? this.kept.keys() : [];
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(refreshToken, { accessToken, until: realTime() + seconds * 1000 - EARLY_MS });
  }
}

/** An error of Google's own, or "too many", is silence: it may be another answer in a minute. */
const meaningful = (answer: TokenAnswer): TokenAnswer | null =>
  answer.status >= 500 || answer.status === 429 ? null : answer;

/** Google lets people untick single permissions on its page. */
function granted({ refresh_token: refreshToken, scope }: Record<string, unknown>): RedeemOutcome {
  const given = new Set(typeof scope === 'string' ? scope.split(' ') : []);
  const isComplete = GOOGLE_SCOPES.every((wanted) => given.has(wanted));
  return isComplete && typeof refreshToken === 'string' ? { kind: 'granted', refreshToken } : { kind: 'incomplete' };
}

async function posted(url: string, fields: Record<string, string>, signal: AbortSignal): Promise<TokenAnswer | null> {
  try {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'error', signal });
    const body: unknown = await response.json().catch(() => null);
    return meaningful({ status: response.status, body: (body ?? {}) as Record<string, unknown> });
  } catch {
    return null;
  }
}
