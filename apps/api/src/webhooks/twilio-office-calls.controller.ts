import type { DeskHears } from '@domain/call/desk-hears';
import { deskTwiml } from '@integrations/twilio/desk-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { OfficeCallTalkService } from '../calls/office-call-talk.service.js';
import { OfficeCallAddress } from './twilio-query.dto.js';

/** The phone of somebody in the office who has clicked on "Call". */
@ApiExcludeController()
@Public()
@Controller('api/twilio/office-call')
export class TwilioOfficeCallsController {
  constructor(
    private readonly talk: OfficeCallTalkService,
    private readonly env: Env,
  ) {}

  @Post('answer')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async deskAnswered(@Query() at: OfficeCallAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(at, await this.talk.answered(at.account, at.call, form['CallSid'] ?? ''));
  }

  @Post('connect')
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async deskPressed(@Query() at: OfficeCallAddress): Promise<string> {
    return this.twiml(at, await this.talk.connect(at.account, at.call));
  }

  @Post('dialled')
  @FromTwilio('dialled')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async customerDialled(@Query() at: OfficeCallAddress, @SignedForm() form: TwilioForm): Promise<string> {
    const end = { status: form['DialCallStatus'] ?? 'failed', seconds: Number(form['DialCallDuration'] ?? 0) };
    return this.twiml(at, await this.talk.dialled(at.account, at.call, end));
  }

  /** The customer's own phone: heard of even when the office has hung up first. */
  @Post('customer')
  @FromTwilio('call-status')
  @HttpCode(204)
  customerStatus(@Query() at: OfficeCallAddress, @SignedForm() form: TwilioForm): Promise<void> {
    const end = { status: form['CallStatus'] ?? '', seconds: Number(form['CallDuration'] ?? 0) };
    return this.talk.customerLeft(at.account, at.call, end);
  }

  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  officeCallStatus(@Query() { account, call }: OfficeCallAddress, @SignedForm() form: TwilioForm): Promise<void> {
    const seconds = Number(form['CallDuration']);
    return this.talk.hear(account, call, {
      callSid: form['CallSid'] ?? '',
      status: form['CallStatus'] ?? '',
      durationSeconds: form['CallDuration'] && Number.isFinite(seconds) ? seconds : null,
    });
  }

  private twiml({ account, call }: OfficeCallAddress, hears: DeskHears): string {
    const origin = this.env.PUBLIC_URL.replace(/\/$/, '');
    const at = (step: string) => `${origin}/api/twilio/office-call/${step}?account=${account}&call=${call}`;
    return deskTwiml(hears, { connect: at('connect'), dialled: at('dialled'), customer: at('customer') });
  }
}
