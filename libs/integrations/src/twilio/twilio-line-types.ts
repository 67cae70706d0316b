import type { LineType } from '@domain/on-call/roster';
import type { E164 } from '@domain/phone/e164';
import { LineTypes } from '@domain/ports/line-types';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type twilio from 'twilio';
import { createTwilioClient } from './twilio-client.js';
import { asked, lineTypeOf } from './twilio-wire.js';

/** Twilio Lookup v2 with the one field that is paid for, on the main account: numbers of people belong to no contractor's. */
@Injectable()
export class TwilioLineTypes extends LineTypes {
  private readonly client: twilio.Twilio;

  constructor(env: Env) {
    super();
    this.client = createTwilioClient(env);
  }

  override async of(number: E164): Promise<LineType> {
    const answer = await asked(() =>
      this.client.lookups.v2.phoneNumbers(number).fetch({ fields: 'line_type_intelligence' }),
    );
    return lineTypeOf(answer.lineTypeIntelligence);
  }
}
