import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { TestCallAnswerService } from '../calls/test-call-answer.service.js';
import { TestCallNewsService } from '../calls/test-call-news.service.js';
import { TestCallAddress } from './twilio-query.dto.js';

/** The phone of somebody who wants to hear the agent of their own account. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/test-call')
export class TwilioTestCallsController {
  constructor(
    private readonly calls: TestCallAnswerService,
    private readonly news: TestCallNewsService,
    private readonly env: Env,
  ) {}

  @Post('answer')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async testCallAnswered(@Query() { account, call }: TestCallAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return callerTwiml(await this.calls.answered(account, call, form['CallSid'] ?? ''), this.env.PUBLIC_URL);
  }

  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  testCallStatus(@Query() { account, call }: TestCallAddress, @SignedForm() form: TwilioForm): Promise<void> {
    const seconds = Number(form['CallDuration']);
    return this.news.hear(account, call, {
      callSid: form['CallSid'] ?? '',
      status: form['CallStatus'] ?? '',
      durationSeconds: form['CallDuration'] && Number.isFinite(seconds) ? seconds : null,
    });
  }
}
