import type { LineUrls } from '@domain/ports/line-provider';
import type { Env } from '@platform/env/env';

/** Every address the carrier must know of a line. A fallback on our own origin would be down together with us. */
export function lineUrls(env: Pick<Env, 'PUBLIC_URL' | 'VOICE_FALLBACK_URL'>): LineUrls {
  const webhook = (path: string) => `${env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/${path}`;
  return {
    voice: webhook('incoming-call'),
    voiceFallback: env.VOICE_FALLBACK_URL ?? webhook('voice/fallback'),
    callStatus: webhook('call-status'),
    sms: webhook('sms-incoming'),
  };
}

export const sameUrls = (one: LineUrls, other: LineUrls): boolean =>
  one.voice === other.voice &&
  one.voiceFallback === other.voiceFallback &&
  one.callStatus === other.callStatus &&
  one.sms === other.sms;
