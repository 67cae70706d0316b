import type { LegScript } from '@domain/escalation/leg-script';
import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { Env } from '@platform/env/env';
import { CallerBridgeService } from '../escalation/caller-bridge.service.js';
import { ReceiptService } from '../escalation/receipt.service.js';
import { TechLegService } from '../escalation/tech-leg.service.js';
import { LegFailureFilter } from './leg-failure.filter.js';
import { AlertAddress } from './twilio-query.dto.js';

/** The technician's phone during a page. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/legs')
export class TwilioLegsController {
  constructor(
    private readonly legs: TechLegService,
    private readonly receipts: ReceiptService,
    private readonly bridge: CallerBridgeService,
    private readonly env: Env,
  ) {}

  @Post('answer')
  @UseFilters(LegFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legAnswered(@Query() { account, alert }: AlertAddress): Promise<string> {
    return this.twiml(await this.legs.answered(account, alert), { account, alert });
  }

  @Post('key')
  @UseFilters(LegFailureFilter)
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legKey(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.legs.pressed(account, alert, form['Digits'] ?? ''), { account, alert });
  }

  @Post('ring')
  @UseFilters(LegFailureFilter)
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legRing(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.legs.ring(account, alert, form['Digits'] ?? ''), { account, alert });
  }

  /** The tech waits in the conference for a caller who has hung up on the way. */
  @Post('alone')
  @UseFilters(LegFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legAlone(@Query() { account, alert }: AlertAddress): Promise<string> {
    return this.twiml(await this.legs.alone(account, alert), { account, alert });
  }

  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  async legStatus(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<void> {
    const { CallSid: sid = '', CallStatus: status = '' } = form;
    await this.receipts.legStatus(account, alert, { sid, status });
    await this.bridge.techLeft(account, alert, status);
  }

  private twiml(script: LegScript, { account, alert }: AlertAddress): string {
    const at = (step: string) =>
      `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/legs/${step}?account=${account}&alert=${alert}`;
    return techLegTwiml(script, { key: at('key'), ring: at('ring') });
  }
}
