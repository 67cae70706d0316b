import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import { FromTwilio } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { VerificationService } from '../on-call/verification.service.js';
import { VerificationAddress } from './twilio-query.dto.js';

const CODE_IS_VOID = {
  words: 'This code is not valid any more. Please ask the office for a new one. Goodbye.',
  language: 'en',
} as const;

/** The call that reads a contact's code out. It takes no keys, so it can accept nothing. */
@ApiExcludeController()
@Public()
@Controller('api/twilio/verification')
export class TwilioVerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Post('answer')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async codeAnswered(@Query() { account, verification }: VerificationAddress): Promise<string> {
    const words = (await this.verification.spoken(account, verification)) ?? CODE_IS_VOID;
    return techLegTwiml({ kind: 'goodbye', words }, { key: '', ring: '' });
  }

  /** Whether it was answered says nothing: only the code does. */
  @Post('status')
  @FromTwilio('call-status')
  @HttpCode(204)
  codeCallEnded(): void {}
}
