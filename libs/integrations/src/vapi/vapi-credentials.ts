import type { CarrierAccount } from '@domain/ports/line-provider';
import { ProviderFailure } from '@domain/ports/provider-failure';
import type { Env } from '@platform/env/env';
import { textAt } from './json-reading.js';

const TIMEOUT_MS = 5000;

/**
 * Permissions to use a Twilio account (docs.vapi.ai, api-reference/credentials). The SDK has no method for them; the
 * account's SID is how one is recognised, because the token is never given back.
 */
export class VapiCredentials {
  constructor(private readonly env: Env) {}

  /** One is kept per account at the carrier. */
  async ensure(carrier: CarrierAccount): Promise<string> {
    const [kept, ...extra] = await this.idsOf(carrier.sid);
    for (const id of extra) await this.ask('DELETE', `/${id}`);
    if (kept) return kept;
    const { sid: accountSid, authToken } = carrier;
    const name = `Nightdesk ${accountSid.slice(-12)}`;
    const id = textAt(await this.ask('POST', '', { provider: 'twilio', accountSid, authToken, name }), 'id');
    if (!id) throw new ProviderFailure('silent', 'provider-silent');
    return id;
  }

  async remove(carrierSid: string): Promise<void> {
    for (const id of await this.idsOf(carrierSid)) await this.ask('DELETE', `/${id}`);
  }

  private async idsOf(carrierSid: string): Promise<string[]> {
    const known = await this.ask('GET', '?provider=twilio&limit=1000');
    const ours = Array.isArray(known) ? known.filter((one) => textAt(one, 'accountSid') === carrierSid) : [];
    return ours.map((one) => textAt(one, 'id') ?? '').filter((id) => id !== '');
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.env.VAPI_API_URL.replace(/\/$/, '')}/credential${path}`, {
      method,
      headers: { authorization: `Bearer ${this.env.VAPI_API_KEY}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 429)
      throw new ProviderFailure('silent', 'provider-silent');
    if (answer.status === 404 && method === 'DELETE') return null;
    if (!answer.ok) throw new ProviderFailure('refused', `vapi-${answer.status}`);
    return answer.json().catch(() => {
      throw new ProviderFailure('silent', 'provider-silent');
    });
  }
}
