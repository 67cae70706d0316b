import {
  CalendarConsent,
  type ChoicesOutcome,
  type ConsentQuestion,
  type RedeemOutcome,
} from '@domain/ports/calendar-consent';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { googleEndpoints, returnUrl } from './google-endpoints.js';
import { failureOf } from './google-failure.js';
import { GOOGLE_SCOPES } from './google-scopes.js';
import { GoogleSession } from './google-session.js';
import { GoogleTokens } from './google-tokens.js';
import { choicesIn } from './google-wire.js';

/** A person waits for these with a page open. */
const WITHIN_MS = 8000;

/** Google's OAuth 2.0 for web applications, with PKCE. */
@Injectable()
export class GoogleCalendarConsent extends CalendarConsent {
  private readonly tokens: GoogleTokens;

  constructor(private readonly env: Env) {
    super();
    this.tokens = new GoogleTokens(env);
  }

  override get isOffered(): boolean {
    return Boolean(this.env.GOOGLE_CLIENT_ID && this.env.GOOGLE_CLIENT_SECRET);
  }

  /** `prompt=consent`: without it Google gives a lasting permission only the first time a person is asked. */
  override questionUrl({ state, codeChallenge }: ConsentQuestion): string {
    const query = new URLSearchParams({
      client_id: this.env.GOOGLE_CLIENT_ID ?? '',
      redirect_uri: returnUrl(this.env),
      response_type: 'code',
      scope: GOOGLE_SCOPES.join(' '),
      access_type: 'offline',
      prompt: 'consent',
      include_granted_scopes: 'true',
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    });
    return `${googleEndpoints(this.env).consent}?${query.toString()}`;
  }

  override redeem(code: string, codeVerifier: string): Promise<RedeemOutcome> {
    return this.tokens.redeem(code, codeVerifier, AbortSignal.timeout(WITHIN_MS));
  }

  override async calendars(refreshToken: string): Promise<ChoicesOutcome> {
    const session = new GoogleSession(this.env, this.tokens, refreshToken, WITHIN_MS);
    const wanted = { minAccessRole: 'writer', maxResults: 250 };
    const asked = await session.ask((api, options) => api.calendarList.list(wanted, options));
    if (asked.kind === 'ok') return { kind: 'ok', calendars: choicesIn(asked.value) };
    return asked.kind === 'refused' ? failureOf(asked) : asked;
  }

  override revoke(refreshToken: string): Promise<boolean> {
    return this.tokens.revoke(refreshToken, AbortSignal.timeout(WITHIN_MS));
  }
}
