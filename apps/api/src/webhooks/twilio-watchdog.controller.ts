import type { LegScript } from '@domain/escalation/leg-script';
import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { WatchdogLegService } from '../escalation/watchdog-leg.service.js';
import { LegFailureFilter } from './leg-failure.filter.js';
import { AlertAddress } from './twilio-query.dto.js';

/** "Did you reach …?" on the technician's phone. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/legs')
export class TwilioWatchdogController {
  constructor(
    private readonly legs: WatchdogLegService,
    private readonly env: Env,
  ) {}

  @Post('asked')
  @UseFilters(LegFailureFilter)
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async watchdogAnswered(@Query() { account, alert }: AlertAddress): Promise<string> {
    return this.twiml(await this.legs.answered(account, alert), { account, alert });
  }

  @Post('asked-key')
  @UseFilters(LegFailureFilter)
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async watchdogKey(@Query() { account, alert }: AlertAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.legs.pressed(account, alert, form['Digits'] ?? ''), { account, alert });
  }

  private twiml(script: LegScript, { account, alert }: AlertAddress): string {
    const origin = this.env.PUBLIC_URL.replace(/\/$/, '');
    const key = `${origin}/api/twilio/legs/asked-key?account=${account}&alert=${alert}`;
    return techLegTwiml(script, { key, ring: '' });
  }
}
