import type { LineUrls } from '@domain/ports/line-provider';

/** Every address the carrier must know of a line; `publicUrl` is the origin it reaches us at. */
export function lineUrls(publicUrl: string): LineUrls {
  const webhook = (path: string) => `${publicUrl.replace(/\/$/, '')}/api/twilio/${path}`;
  return {
    voice: webhook('incoming-call'),
    voiceFallback: webhook('voice/fallback'),
    callStatus: webhook('call-status'),
    sms: webhook('sms-incoming'),
  };
}

export const sameUrls = (one: LineUrls, other: LineUrls): boolean =>
  one.voice === other.voice &&
  one.voiceFallback === other.voiceFallback &&
  one.callStatus === other.callStatus &&
  one.sms === other.sms;
