import type { E164 } from '@domain/phone/e164';
import { LineProvider, type LineUrls } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type twilio from 'twilio';
import { createTwilioClient } from './twilio-client.js';

/** Numbers at Twilio (IncomingPhoneNumbers). Buying one is final, so it is looked for first. */
@Injectable()
export class TwilioLineProvider extends LineProvider {
  private readonly client: twilio.Twilio;

  constructor(env: Env) {
    super();
    this.client = createTwilioClient(env);
  }

  async connect(number: E164, urls: LineUrls): Promise<string> {
    const settings = {
      voiceUrl: urls.voice,
      voiceMethod: 'POST',
      voiceFallbackUrl: urls.voiceFallback,
      voiceFallbackMethod: 'POST',
      statusCallback: urls.callStatus,
      statusCallbackMethod: 'POST',
      smsUrl: urls.sms,
      smsMethod: 'POST',
    };
    const [owned] = await this.client.incomingPhoneNumbers.list({ phoneNumber: number, limit: 1 });
    if (owned) return (await this.client.incomingPhoneNumbers(owned.sid).update(settings)).sid;
    return (await this.client.incomingPhoneNumbers.create({ phoneNumber: number, ...settings })).sid;
  }
}
