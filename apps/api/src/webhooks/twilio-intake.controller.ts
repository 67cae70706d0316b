import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { IntakeService } from '../calls/intake.service.js';
import { halfHeardIn, heardIn } from './twilio-calls.dto.js';
import { IntakeAddress, IntakeWaitAddress } from './twilio-query.dto.js';
import { VoiceFailureFilter } from './voice-failure.filter.js';

/** The caller's line while no agent can talk: answers in, questions out. */
@ApiExcludeController()
@Public()
@UseFilters(VoiceFailureFilter)
@Controller('api/twilio/voice')
export class TwilioIntakeController {
  constructor(
    private readonly env: Env,
    private readonly intake: IntakeService,
  ) {}

  @Post('intake')
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async answered(@Query() { q, cut }: IntakeAddress, @SignedForm() form: TwilioForm): Promise<string> {
    const heard = { ...heardIn(form), cutLine: cut === 'line' };
    return callerTwiml(await this.intake.answered(form['CallSid'] ?? '', q, heard), this.env.PUBLIC_URL);
  }

  /** While the caller still speaks; nobody listens to the answer. */
  @Post('intake-partial')
  @FromTwilio('half-heard')
  @HttpCode(204)
  halfHeard(@Query() { q }: IntakeAddress, @SignedForm() form: TwilioForm): Promise<void> {
    return this.intake.halfHeard(form['CallSid'] ?? '', q, halfHeardIn(form));
  }

  @Post('intake-wait')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async waited(@Query() { n }: IntakeWaitAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return callerTwiml(await this.intake.waited(form['CallSid'] ?? '', n), this.env.PUBLIC_URL);
  }
}
