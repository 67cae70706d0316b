import type { E164 } from '@domain/phone/e164';
import { AgentNumbers } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { VapiClient } from '@vapi-ai/server-sdk';
import { createVapiClient } from './vapi-client.js';

/** Numbers known to Vapi. Texts stay ours: by default an import would take the SMS URL too (telephony, fact 3). */
@Injectable()
export class VapiAgentNumbers extends AgentNumbers {
  private readonly client: VapiClient;

  constructor(private readonly env: Env) {
    super();
    this.client = createVapiClient(env);
  }

  async adopt(number: E164): Promise<string> {
    const known = await this.client.phoneNumbers.list();
    const mine = known.find((candidate) => 'number' in candidate && candidate.number === number);
    if (mine) return mine.id;
    const created = await this.client.phoneNumbers.create({
      provider: 'twilio',
      number,
      smsEnabled: false,
      twilioAccountSid: this.env.TWILIO_ACCOUNT_SID,
      twilioAuthToken: this.env.TWILIO_AUTH_TOKEN,
    });
    return created.id;
  }
}
