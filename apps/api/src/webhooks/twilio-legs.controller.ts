import type { LegScript } from '@domain/escalation/leg-script';
import { callerTwiml } from '@integrations/twilio/caller-twiml';
import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { Env } from '@platform/env/env';
import { ReceiptService } from '../escalation/receipt.service.js';
import { TechLegService } from '../escalation/tech-leg.service.js';
import { AlertAddress } from './twilio-query.dto.js';
import { VoiceFailureFilter } from './voice-failure.filter.js';

/** The technician's phone during a page, and the caller's way to it. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/legs')
export class TwilioLegsController {
  constructor(
    private readonly legs: TechLegService,
    private readonly receipts: ReceiptService,
    private readonly env: Env,
  ) {}

  @Post('answer')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legAnswered(@Query() { account, alert }: AlertAddress): Promise<string> {
    return this.twiml(await this.legs.answered(account, alert), { account, alert });
  }

  @Post('key')
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legKey(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.legs.pressed(account, alert, form['Digits'] ?? ''), { account, alert });
  }

  @Post('ring')
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legRing(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.legs.ring(account, alert, form['Digits'] ?? ''), { account, alert });
  }

  /** The caller's leg arrives here when a tech has pressed 1. A failure must not leave them in silence. */
  @Post('join')
  @UseFilters(VoiceFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legJoin(@Query() { account, alert }: AlertAddress): Promise<string> {
    return callerTwiml(await this.legs.callerJoins(account, alert), this.env.PUBLIC_URL);
  }

  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  legStatus(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<void> {
    return this.receipts.legStatus(account, alert, { sid: form['CallSid'] ?? '', status: form['CallStatus'] ?? '' });
  }

  private twiml(script: LegScript, { account, alert }: AlertAddress): string {
    const at = (step: string) =>
      `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/legs/${step}?account=${account}&alert=${alert}`;
    return techLegTwiml(script, { key: at('key'), ring: at('ring') });
  }
}
