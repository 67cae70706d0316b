import type { CalendarFailure } from '@domain/ports/calendar';
import type { calendar_v3 } from '@googleapis/calendar';
import type { Env } from '@platform/env/env';
import { googleEndpoints } from './google-endpoints.js';
import { refusalOf, type Refusal } from './google-failure.js';
import type { GoogleTokens } from './google-tokens.js';

type Api = calendar_v3.Calendar;

/** What every request carries: where to, signed by whom, how long. */
export interface RequestOptions {
  rootUrl: string;
  headers: { authorization: string };
  signal: AbortSignal;
  retry: false;
}

export type Asked<T> = { kind: 'ok'; value: T } | Refusal | CalendarFailure;

type Request<T> = (api: Api, options: RequestOptions) => Promise<{ data: T }>;

let loading: Promise<Api> | undefined;

/** Loaded with its first use, because a worker has more urgent things to read; the API loads it when it starts. */
export const loadCalendarApi = (): Promise<Api> =>
  (loading ??= import('@googleapis/calendar').then((sdk) => sdk.calendar('v3')));

/** Requests in one person's name that have to be through together within so many milliseconds. */
export class GoogleSession {
  private readonly signal: AbortSignal;

  constructor(
    private readonly env: Env,
    private readonly tokens: GoogleTokens,
    private readonly refreshToken: string,
    withinMs: number,
  ) {
    this.signal = AbortSignal.timeout(withinMs);
  }

  /** Never throws: what Google says and does not say is an outcome. */
  async ask<T>(request: Request<T>): Promise<Asked<T>> {
    const token = await this.tokens.of(this.refreshToken, this.signal);
    if (token.kind !== 'ok') return token;
    const asked = await this.answered(request, token.accessToken);
    return asked.kind === 'refused' && asked.status === 401 ? this.afterUnauthorised() : asked;
  }

  private async answered<T>(request: Request<T>, accessToken: string): Promise<Asked<T>> {
    const { signal } = this;
    const headers = { authorization: `Bearer ${accessToken}` };
    try {
      const api = await loadCalendarApi();
      const { data } = await request(api, { rootUrl: googleEndpoints(this.env).api, headers, signal, retry: false });
      return { kind: 'ok', value: data };
    } catch (error) {
      return refusalOf(error) ?? { kind: 'unavailable', reason: 'provider-silent' };
    }
  }

  /** A permission that was taken back ends its access tokens first; the refresh token tells whether it is that. */
  private async afterUnauthorised(): Promise<CalendarFailure> {
    const renewed = await this.tokens.renewed(this.refreshToken, this.signal);
    return renewed.kind === 'ok' ? { kind: 'unavailable', reason: 'google-401' } : renewed;
  }
}
