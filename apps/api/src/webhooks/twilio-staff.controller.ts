import { callerTwiml } from '@integrations/twilio/caller-twiml';
import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { ReceptionService } from '../calls/reception.service.js';
import { StaffLineService, type StaffMenu } from '../escalation/staff-line.service.js';
import { LegFailureFilter } from './leg-failure.filter.js';
import { arrivingCall } from './twilio-calls.dto.js';
import { StaffAddress, StaffChoice } from './twilio-query.dto.js';
import { VoiceFailureFilter } from './voice-failure.filter.js';

/** A technician who rings the line about an emergency. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/legs')
export class TwilioStaffController {
  constructor(
    private readonly staff: StaffLineService,
    private readonly reception: ReceptionService,
    private readonly env: Env,
  ) {}

  @Post('back')
  @UseFilters(LegFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async staffMenu(@Query() address: StaffAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.staff.menu(address.account, address.contact, form['From']), address);
  }

  @Post('back-key')
  @UseFilters(LegFailureFilter)
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async staffKey(@Query() choice: StaffChoice, @SignedForm() form: TwilioForm): Promise<string> {
    const { account, contact, of } = choice;
    const script = await this.staff.chosen(account, contact, of.split(','), form['Digits'] ?? '');
    return this.twiml({ script, incidentIds: [] }, choice);
  }

  /** Whoever presses no key is taken for a caller. */
  @Post('back-as-caller')
  @UseFilters(VoiceFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async asCaller(@SignedForm() form: TwilioForm): Promise<string> {
    return callerTwiml(await this.reception.asCaller(arrivingCall(form)), this.env.PUBLIC_URL);
  }

  private twiml({ script, incidentIds }: StaffMenu, { account, contact }: StaffAddress): string {
    const at = (step: string) => `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/legs/${step}`;
    const key = `${at('back-key')}?account=${account}&contact=${contact}&of=${incidentIds.join(',')}`;
    return techLegTwiml(script, { key, ring: key, otherwise: at('back-as-caller') });
  }
}
