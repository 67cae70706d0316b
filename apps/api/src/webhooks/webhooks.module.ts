import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { CallsModule } from '../calls/calls.module.js';
import { EscalationModule } from '../escalation/escalation.module.js';
import { TwilioCallbacksController } from './twilio-callbacks.controller.js';
import { TwilioCallsController } from './twilio-calls.controller.js';
import { TwilioLegsController } from './twilio-legs.controller.js';
import { TwilioMessagesController } from './twilio-messages.controller.js';
import { VapiController } from './vapi.controller.js';

/** Providers' wire formats in, feature calls out. */
@Module({
  imports: [PlatformModule, CallsModule, EscalationModule],
  controllers: [
    TwilioCallsController,
    TwilioCallbacksController,
    TwilioMessagesController,
    TwilioLegsController,
    VapiController,
  ],
})
export class WebhooksModule {}
