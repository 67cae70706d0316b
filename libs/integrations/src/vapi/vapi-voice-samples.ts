import { ProviderFailure } from '@domain/ports/provider-failure';
import { VoiceSamples, type VoiceSample } from '@domain/ports/voice-samples';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { textAt } from './json-reading.js';

const WAIT_MS = 5000;
const LARGEST_SAMPLE = 3 * 1024 * 1024;

/**
 * The provider's voice library, as its dashboard reads it: `GET /voice-library/vapi`, whose entries are the API document's
 * `VoiceLibrary` with a `previewUrl`. The path itself is in no document, so an answer of another shape means "no sample".
 */
@Injectable()
export class VapiVoiceSamples extends VoiceSamples {
  constructor(private readonly env: Env) {
    super();
  }

  override async of(voiceId: string): Promise<VoiceSample | null> {
    const address = await this.addressOf(voiceId);
    return address && this.fetched(address);
  }

  private async addressOf(voiceId: string): Promise<URL | null> {
    const headers = { authorization: `Bearer ${this.env.VAPI_API_KEY ?? ''}` };
    const response = await answered(new URL('voice-library/vapi', withSlash(this.env.VAPI_API_URL)), headers);
    const library: unknown = response && (await response.json().catch(() => null));
    const voices: unknown[] = Array.isArray(library) ? library : [];
    const wanted = voiceId.toLowerCase();
    const found = voices.find((voice) => NAMES.some((name) => textAt(voice, name)?.toLowerCase() === wanted));
    return this.allowed(textAt(found, 'previewUrl'));
  }

  /** The sample lies with whoever hosts it for the provider; a plain address only where the provider itself has one. */
  private allowed(text: string | null): URL | null {
    const address = text === null || !URL.canParse(text) ? null : new URL(text);
    const isSafe = address?.protocol === 'https:' || address?.origin === new URL(this.env.VAPI_API_URL).origin;
    return isSafe ? address : null;
  }

  private async fetched(address: URL): Promise<VoiceSample | null> {
    const response = await answered(address, {});
    const contentType = response?.headers.get('content-type')?.split(';')[0] ?? '';
    if (!response || !contentType.startsWith('audio/')) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > LARGEST_SAMPLE ? null : { bytes, contentType };
  }
}

const NAMES = ['providerId', 'slug', 'name'];

const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

/** Null for what is not there. Throws `ProviderFailure` for anything else that is no answer. */
async function answered(address: URL, headers: Record<string, string>): Promise<Response | null> {
  const asked = { headers, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) } as const;
  const response = await fetch(address, asked).catch(() => {
    throw new ProviderFailure('silent', 'provider-silent');
  });
  if (response.ok) return response;
  if (response.status === 404) return null;
  throw new ProviderFailure(response.status >= 500 ? 'silent' : 'refused', `vapi-${response.status}`);
}
