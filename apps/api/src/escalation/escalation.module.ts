import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { AlertOutcomeService } from './alert-outcome.service.js';
import { AlertUrls } from './alert-urls.js';
import { CallerLineService } from './caller-line.service.js';
import { DispatchService } from './dispatch.service.js';
import { EscalationService } from './escalation.service.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { LadderService } from './ladder.service.js';
import { MessageReceiptService } from './message-receipt.service.js';
import { OptOutService } from './opt-out.service.js';
import { ReceiptService } from './receipt.service.js';
import { ReplyEffectsService } from './reply-effects.service.js';
import { ReplyReaderService } from './reply-reader.service.js';
import { SmsInboxService } from './sms-inbox.service.js';
import { StepService } from './step.service.js';
import { TechLegService } from './tech-leg.service.js';
import { TechReplyService } from './tech-reply.service.js';
import { WatchdogService } from './watchdog.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, ConfigModule, OnCallModule],
  controllers: [IncidentsController],
  providers: [
    AcceptanceService,
    AlertOutcomeService,
    AlertUrls,
    CallerLineService,
    DispatchService,
    EscalationService,
    IncidentsService,
    LadderService,
    MessageReceiptService,
    OptOutService,
    ReceiptService,
    ReplyEffectsService,
    ReplyReaderService,
    SmsInboxService,
    StepService,
    TechLegService,
    TechReplyService,
    WatchdogService,
  ],
  exports: [EscalationService, LadderService, MessageReceiptService, ReceiptService, SmsInboxService, TechLegService],
})
export class EscalationModule {}
