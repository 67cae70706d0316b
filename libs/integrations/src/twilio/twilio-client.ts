import type { Env } from '@platform/env/env';
import twilio from 'twilio';
import { TwilioHttp } from './twilio-http.js';

/** The vendor's SDK, bounded to five seconds a request; it retries nothing by itself. */
export const createTwilioClient = (env: Env): twilio.Twilio =>
  twilio(env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, {
    accountSid: env.TWILIO_ACCOUNT_SID,
    autoRetry: false,
    httpClient: new TwilioHttp(new URL(env.TWILIO_API_URL)),
  });
