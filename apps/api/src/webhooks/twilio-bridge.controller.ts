import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { CallerNextService } from '../calls/caller-next.service.js';
import { StaffLineService } from '../escalation/staff-line.service.js';
import { TechLegService } from '../escalation/tech-leg.service.js';
import { AlertAddress, MeetingAddress } from './twilio-query.dto.js';
import { VoiceFailureFilter } from './voice-failure.filter.js';

/** The caller's way to the technician, and what becomes of the technician's leg. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/legs')
export class TwilioBridgeController {
  constructor(
    private readonly legs: TechLegService,
    private readonly staff: StaffLineService,
    private readonly next: CallerNextService,
    private readonly env: Env,
  ) {}

  /** The caller's leg arrives here when a tech has pressed 1. A failure must not leave them in silence. */
  @Post('join')
  @UseFilters(VoiceFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legJoin(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    const hears = await this.legs.callerJoins(account, alert);
    return callerTwiml(hears ?? (await this.next.afterLostTech(form['CallSid'] ?? '')), this.env.PUBLIC_URL);
  }

  /** The tech's phone dropped while the caller was on the way, or alone in the conference. */
  @Post('lost')
  @UseFilters(VoiceFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legLost(@Query() _alert: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return callerTwiml(await this.next.afterLostTech(form['CallSid'] ?? ''), this.env.PUBLIC_URL);
  }

  /** The caller comes to a technician who has rung the line. */
  @Post('meet')
  @UseFilters(VoiceFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async legMeet(@Query() { account, incident }: MeetingAddress): Promise<string> {
    return callerTwiml(await this.staff.callerMeets(account, incident), this.env.PUBLIC_URL);
  }
}
