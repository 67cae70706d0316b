import type { CallerHears } from '@domain/call/caller-hears';
import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, Header, HttpCode, Post, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Env } from '@platform/env/env';
import { Public } from '@platform/http/public.decorators';
import { CallerNextService } from '../calls/caller-next.service.js';
import { FrontDeskService } from '../calls/front-desk.service.js';
import { MessagesService } from '../calls/messages.service.js';
import { ForwardingCheckInterceptor } from './forwarding-check.interceptor.js';
import { arrivingCall, finishedRecording } from './twilio-calls.dto.js';
import { VoicemailAddress } from './twilio-query.dto.js';
import { VoiceFailureFilter } from './voice-failure.filter.js';

/** The caller's line: every answer is TwiML, status 200. */
@ApiExcludeController()
@Public()
@UseFilters(VoiceFailureFilter)
@Controller('api/twilio')
export class TwilioCallsController {
  constructor(
    private readonly env: Env,
    private readonly desk: FrontDeskService,
    private readonly next: CallerNextService,
    private readonly messages: MessagesService,
  ) {}

  @Post('incoming-call')
  @UseInterceptors(ForwardingCheckInterceptor)
  @FromTwilio('incoming-call')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async incomingCall(@SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.desk.answer(arrivingCall(form)));
  }

  /** The number's fallback URL: the carrier could not get an answer from `incoming-call`. */
  @Post('voice/fallback')
  @FromTwilio('incoming-call')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  voiceFallback(@SignedForm() form: TwilioForm): string {
    return this.twiml(this.desk.voicemail(form['To']));
  }

  @Post('transfer-status')
  @FromTwilio('dialled')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async transferStatus(@SignedForm() form: TwilioForm, @Query('of') of: string | undefined): Promise<string> {
    if (of === 'conference') return this.twiml(await this.next.afterConference(form['CallSid'] ?? ''));
    return this.twiml(await this.next.afterBusiness(form['CallSid'] ?? '', form['DialCallStatus'] ?? ''));
  }

  @Post('voice/after-agent')
  @FromTwilio('voice')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async afterAgent(@SignedForm() form: TwilioForm, @Query('asked') asked: string | undefined): Promise<string> {
    return this.twiml(await this.next.afterAgent(form['CallSid'] ?? '', asked !== undefined));
  }

  @Post('voice/voicemail-key')
  @FromTwilio('gathered')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async voicemailKey(@Query() { l }: VoicemailAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.messages.keyPressed(arrivingCall(form), form['Digits'] ?? '', l));
  }

  @Post('voice/voicemail-done')
  @FromTwilio('recorded')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async voicemailDone(@Query() { l }: VoicemailAddress, @SignedForm() form: TwilioForm): Promise<string> {
    return this.twiml(await this.messages.left(arrivingCall(form), finishedRecording(form, true), l));
  }

  private twiml(hears: CallerHears): string {
    return callerTwiml(hears, this.env.PUBLIC_URL);
  }
}
