import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { BookingModule } from '../booking/booking.module.js';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { IncidentClosingService } from './incident-closing.service.js';
import { AlertDecisionService } from './alert-decision.service.js';
import { AlertOutcomeService } from './alert-outcome.service.js';
import { AlertPostService } from './alert-post.service.js';
import { AlertUrls } from './alert-urls.js';
import { CallerBridgeService } from './caller-bridge.service.js';
import { CallerLineService } from './caller-line.service.js';
import { CallerNewsService } from './caller-news.service.js';
import { CallerReachService } from './caller-reach.service.js';
import { CrewTextsService } from './crew-texts.service.js';
import { DispatchService } from './dispatch.service.js';
import { DrillRunService } from './drill-run.service.js';
import { DrillsController } from './drills.controller.js';
import { DrillsService } from './drills.service.js';
import { EscalationService } from './escalation.service.js';
import { IncidentListService } from './incident-list.service.js';
import { IncidentOpeningService } from './incident-opening.service.js';
import { IncidentViewService } from './incident-view.service.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { LadderEndService } from './ladder-end.service.js';
import { LadderRestartService } from './ladder-restart.service.js';
import { LadderService } from './ladder.service.js';
import { MessageReceiptService } from './message-receipt.service.js';
import { OptOutService } from './opt-out.service.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { PolicyPreviewService } from './policy-preview.service.js';
import { PolicySourceService } from './policy-source.service.js';
import { ProofController } from './proof.controller.js';
import { ProofService } from './proof.service.js';
import { PhoneTalkService } from './phone-talk.service.js';
import { PlainReceiptService } from './plain-receipt.service.js';
import { ReceiptService } from './receipt.service.js';
import { ReplyDeskService } from './reply-desk.service.js';
import { ReplyEffectsService } from './reply-effects.service.js';
import { ReplyReaderService } from './reply-reader.service.js';
import { RepeatCallService } from './repeat-call.service.js';
import { SenderStandingService } from './sender-standing.service.js';
import { SharedSenderService } from './shared-sender.service.js';
import { SmsInboxService } from './sms-inbox.service.js';
import { SnapshotService } from './snapshot.service.js';
import { StaffActionsService } from './staff-actions.service.js';
import { StaffPagingService } from './staff-paging.service.js';
import { StepPeopleService } from './step-people.service.js';
import { StaffConnectionService } from './staff-connection.service.js';
import { StaffLineService } from './staff-line.service.js';
import { StepDepartureService } from './step-departure.service.js';
import { StepService } from './step.service.js';
import { TechLegService } from './tech-leg.service.js';
import { TechReplyService } from './tech-reply.service.js';
import { TextPaceService } from './text-pace.service.js';
import { UnreachedBookService } from './unreached-book.service.js';
import { UnreachedMailService } from './unreached-mail.service.js';
import { UnreachedService } from './unreached.service.js';
import { WakeController } from './wake.controller.js';
import { WakeService } from './wake.service.js';
import { WatchdogLegService } from './watchdog-leg.service.js';
import { WatchdogService } from './watchdog.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, BookingModule, ConfigModule, OnCallModule],
  controllers: [DrillsController, IncidentsController, PoliciesController, ProofController, WakeController],
  providers: [
    AcceptanceService,
    IncidentClosingService,
    AlertDecisionService,
    AlertOutcomeService,
    AlertPostService,
    AlertUrls,
    CallerBridgeService,
    CallerLineService,
    CallerNewsService,
    CallerReachService,
    CrewTextsService,
    DispatchService,
    DrillRunService,
    DrillsService,
    EscalationService,
    IncidentListService,
    IncidentOpeningService,
    IncidentViewService,
    IncidentsService,
    LadderEndService,
    LadderRestartService,
    LadderService,
    MessageReceiptService,
    OptOutService,
    PoliciesService,
    PolicyPreviewService,
    PolicySourceService,
    ProofService,
    PhoneTalkService,
    PlainReceiptService,
    ReceiptService,
    ReplyDeskService,
    ReplyEffectsService,
    ReplyReaderService,
    RepeatCallService,
    SenderStandingService,
    SharedSenderService,
    SmsInboxService,
    SnapshotService,
    StaffActionsService,
    StaffPagingService,
    StepPeopleService,
    StaffConnectionService,
    StaffLineService,
    StepDepartureService,
    StepService,
    TechLegService,
    TechReplyService,
    TextPaceService,
    UnreachedBookService,
    UnreachedMailService,
    UnreachedService,
    WakeService,
    WatchdogLegService,
    WatchdogService,
  ],
  exports: [
    CallerBridgeService,
    EscalationService,
    LadderService,
    MessageReceiptService,
    ReceiptService,
    SmsInboxService,
    StaffLineService,
    TechLegService,
    UnreachedService,
    WatchdogLegService,
  ],
})
export class EscalationModule {}
