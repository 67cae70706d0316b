import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { CallProgressService } from '../calls/call-progress.service.js';
import { MessagesService } from '../calls/messages.service.js';
import { arrivingCall, callNews, finishedRecording } from './twilio-calls.dto.js';

/** What the carrier tells about calls and recordings; nobody listens to the answers. */
@ApiExcludeController()
@Public()
@Controller('api/twilio')
export class TwilioCallbacksController {
  constructor(
    private readonly progress: CallProgressService,
    private readonly messages: MessagesService,
  ) {}

  @Post('call-status')
  @FromTwilio('call-status')
  @HttpCode(204)
  callStatus(@SignedForm() form: TwilioForm): Promise<void> {
    return this.progress.hear(callNews(form));
  }

  @Post('recording-status')
  @FromTwilio('recording-status')
  @HttpCode(204)
  recordingStatus(@SignedForm() form: TwilioForm, @Query('of') of: string | undefined): Promise<void> {
    const isVoicemail = of === 'voicemail' || form['RecordingSource'] === 'RecordVerb';
    return this.messages.recorded(arrivingCall(form), finishedRecording(form, isVoicemail));
  }
}
