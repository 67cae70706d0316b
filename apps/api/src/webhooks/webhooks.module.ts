import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { CallsModule } from '../calls/calls.module.js';
import { EscalationModule } from '../escalation/escalation.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { TwilioBridgeController } from './twilio-bridge.controller.js';
import { TwilioCallbacksController } from './twilio-callbacks.controller.js';
import { TwilioCallsController } from './twilio-calls.controller.js';
import { TwilioForwardingController } from './twilio-forwarding.controller.js';
import { TwilioIntakeController } from './twilio-intake.controller.js';
import { TwilioLegsController } from './twilio-legs.controller.js';
import { TwilioWatchdogController } from './twilio-watchdog.controller.js';
import { TwilioMessagesController } from './twilio-messages.controller.js';
import { TwilioStaffController } from './twilio-staff.controller.js';
import { TwilioVerificationController } from './twilio-verification.controller.js';
import { TwilioOfficeCallsController } from './twilio-office-calls.controller.js';
import { TwilioTestCallsController } from './twilio-test-calls.controller.js';
import { VapiController } from './vapi.controller.js';

/** Providers' wire formats in, feature calls out. */
@Module({
  imports: [PlatformModule, CallsModule, EscalationModule, OnCallModule, ProvisioningModule],
  controllers: [
    TwilioBridgeController,
    TwilioCallsController,
    TwilioCallbacksController,
    TwilioIntakeController,
    TwilioMessagesController,
    TwilioLegsController,
    TwilioWatchdogController,
    TwilioStaffController,
    TwilioVerificationController,
    TwilioOfficeCallsController,
    TwilioTestCallsController,
    TwilioForwardingController,
    VapiController,
  ],
})
export class WebhooksModule {}
