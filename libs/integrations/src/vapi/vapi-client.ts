import type { Env } from '@platform/env/env';
import type * as VapiSdk from '@vapi-ai/server-sdk';

let loading: Promise<typeof VapiSdk> | undefined;

/**
 * The vendor's SDK is 2,500 files, and a worker that takes a dead one's place needs none of them to page somebody. It is
 * loaded with its first use; the API loads it when it starts, because no caller may wait for it.
 */
export const loadVapiSdk = (): Promise<typeof VapiSdk> => (loading ??= import('@vapi-ai/server-sdk'));

/** The SDK's client, once. A request is never retried by it: the caller of a port decides what a failure means. */
export function vapiClient(env: Env): () => Promise<VapiSdk.VapiClient> {
  const wanted = { token: env.VAPI_API_KEY, baseUrl: env.VAPI_API_URL, maxRetries: 0, timeoutInSeconds: 5 };
  let client: Promise<VapiSdk.VapiClient> | undefined;
  return () => (client ??= loadVapiSdk().then((sdk) => new sdk.VapiClient(wanted)));
}
