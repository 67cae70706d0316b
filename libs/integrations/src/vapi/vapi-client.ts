import type { Env } from '@platform/env/env';
import { VapiClient } from '@vapi-ai/server-sdk';

/** The vendor's SDK. A request is never retried by it: the caller of a port decides what a failure means. */
export const createVapiClient = (env: Env): VapiClient =>
  new VapiClient({ token: env.VAPI_API_KEY, baseUrl: env.VAPI_API_URL, maxRetries: 0, timeoutInSeconds: 5 });
