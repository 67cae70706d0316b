import type { Env } from '@platform/env/env';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type HttpResponse from 'twilio/lib/http/response.js';

const TIMEOUT_MS = 5000;

/** Sends the SDK's requests to the configured origin, with the path the vendor's API has. */
class OriginRequestClient extends twilio.RequestClient {
  constructor(private readonly origin: string) {
    super({ timeout: TIMEOUT_MS });
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>): Promise<HttpResponse.default<TData>> {
    const wanted = new URL(options.uri);
    return super.request<TData>({ ...options, uri: `${this.origin}${wanted.pathname}${wanted.search}` });
  }
}

/** The vendor's SDK, bounded to five seconds a request; it retries nothing by itself. */
export const createTwilioClient = (env: Env): twilio.Twilio =>
  twilio(env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, {
    accountSid: env.TWILIO_ACCOUNT_SID,
    autoRetry: false,
    httpClient: new OriginRequestClient(new URL(env.TWILIO_API_URL).origin),
  });
