import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { messageTwiml } from '@integrations/twilio/message-twiml';
import { FromTwilio, SignedForm } from '@integrations/twilio/twilio-signature.guard';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { MessageReceiptService } from '../escalation/message-receipt.service.js';
import { SmsInboxService } from '../escalation/sms-inbox.service.js';
import { MessageAddress } from './twilio-query.dto.js';

/** Texts from technicians, and what became of ours. */
@ApiExcludeController()
@Public()
@Controller('api/twilio')
export class TwilioMessagesController {
  constructor(
    private readonly inbox: SmsInboxService,
    private readonly receipts: MessageReceiptService,
  ) {}

  @Post('sms-incoming')
  @FromTwilio('sms-incoming')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async smsIncoming(@SignedForm() form: TwilioForm): Promise<string> {
    const { MessageSid = '', From = '', To = '', Body = '' } = form;
    return messageTwiml(await this.inbox.receive({ messageSid: MessageSid, from: From, to: To, body: Body }));
  }

  @Post('message-status')
  @FromTwilio('message-status')
  @HttpCode(204)
  messageStatus(@Query() about: MessageAddress, @SignedForm() form: TwilioForm): Promise<void> {
    const { MessageSid = '', MessageStatus = '', ErrorCode } = form;
    return this.receipts.received(about, { sid: MessageSid, status: MessageStatus, errorCode: ErrorCode ?? null });
  }
}
