import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { ForwardingCall } from '../provisioning/forwarding-call.service.js';
import { ForwardingCheckAddress } from './twilio-query.dto.js';

const FOR_WHO_ANSWERS = 'This is a test of your call forwarding. Nothing is wrong. Let it ring next time. Goodbye.';

/** The call of a forwarding check, on the business's side. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/forwarding')
export class TwilioForwardingController {
  constructor(
    private readonly checks: ForwardingCall,
    private readonly env: Env,
  ) {}

  @Post('answer')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  forwardingAnswered(): string {
    return callerTwiml({ kind: 'goodbye', words: FOR_WHO_ANSWERS }, this.env.PUBLIC_URL);
  }

  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  forwardingStatus(@Query() about: ForwardingCheckAddress, @SignedForm() form: TwilioForm): Promise<void> {
    return this.checks.status(about.account, about.check, form['CallStatus'] ?? '');
  }
}
