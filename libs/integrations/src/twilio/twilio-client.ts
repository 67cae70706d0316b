import type { Env } from '@platform/env/env';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type HttpResponse from 'twilio/lib/http/response.js';

const TIMEOUT_MS = 5000;

const VENDOR = '.twilio.com';
const CORE_API = 'api.twilio.com';

/** Sends the SDK's requests to the configured origin, with the path the vendor's API has. */
class OriginRequestClient extends twilio.RequestClient {
  constructor(private readonly origin: URL) {
    super({ timeout: TIMEOUT_MS });
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>): Promise<HttpResponse.default<TData>> {
    return super.request<TData>({ ...options, uri: addressOf(new URL(options.uri), this.origin) });
  }
}

/** The vendor's other products (Lookup) have hosts of their own; a stand-in answers them all at one origin. */
export function addressOf(wanted: URL, origin: URL): string {
  if (origin.hostname.endsWith(VENDOR) && wanted.hostname !== CORE_API) return wanted.href;
  return `${origin.origin}${wanted.pathname}${wanted.search}`;
}

/** The vendor's SDK, bounded to five seconds a request; it retries nothing by itself. */
export const createTwilioClient = (env: Env): twilio.Twilio =>
  twilio(env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, {
    accountSid: env.TWILIO_ACCOUNT_SID,
    autoRetry: false,
    httpClient: new OriginRequestClient(new URL(env.TWILIO_API_URL)),
  });
