import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { BookingModule } from '../booking/booking.module.js';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { EscalationModule } from '../escalation/escalation.module.js';
import { LeadCardsModule } from '../lead-cards/lead-cards.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { AgentStartService } from './agent-start.service.js';
import { AssistantPushService } from './assistant-push.service.js';
import { AssistantService } from './assistant.service.js';
import { CallDirectory } from './call-directory.service.js';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallFinishService } from './call-finish.service.js';
import { CallPlanService } from './call-plan.service.js';
import { CallProgressService } from './call-progress.service.js';
import { CallEnquiryService } from './call-enquiry.service.js';
import { CallLog } from './call-log.service.js';
import { CallReconciliationService } from './call-reconciliation.service.js';
import { CallWork } from './call-work.service.js';
import { CallSettlementService } from './call-settlement.service.js';
import { MessagesService } from './messages.service.js';
import { CallSettingsService } from './call-settings.service.js';
import { CallTriageService } from './call-triage.service.js';
import { CallerNextService } from './caller-next.service.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { CallLogBookService } from './call-log-book.service.js';
import { CallsController } from './calls.controller.js';
import { RehearsalService } from './rehearsal.service.js';
import { TestCallAnswerService } from './test-call-answer.service.js';
import { TestCallNewsService } from './test-call-news.service.js';
import { ToolChoiceService } from './tool-choice.service.js';
import { TestCallBookService } from './test-call-book.service.js';
import { TestCallsController } from './test-calls.controller.js';
import { TestCallsService } from './test-calls.service.js';
import { HandMadeCardsService } from './hand-made-cards.service.js';
import { ReceptionService } from './reception.service.js';
import { RecordingsService } from './recordings.service.js';
import { CallsService } from './calls.service.js';
import { ConversationsService } from './conversations.service.js';
import { FrontDeskService } from './front-desk.service.js';
import { IncomingCallsService } from './incoming-calls.service.js';
import { IntakeBook } from './intake-book.service.js';
import { IntakeEndingService } from './intake-ending.service.js';
import { IntakeFindingsService } from './intake-findings.service.js';
import { IntakeService } from './intake.service.js';
import { IntakeTalkService } from './intake-talk.service.js';
import { LateArrivalsService } from './late-arrivals.service.js';
import { LineMemory } from './line-memory.service.js';
import { LiveTalkService } from './live-talk.service.js';
import { MessageCardService } from './message-card.service.js';
import { MissedCallBook } from './missed-call-book.service.js';
import { MissedCallRounds } from './missed-call-rounds.service.js';
import { MissedCallsService } from './missed-calls.service.js';
import { OfficeCallBookService } from './office-call-book.service.js';
import { OfficeCallOutcomeService } from './office-call-outcome.service.js';
import { OfficeCallTalkService } from './office-call-talk.service.js';
import { OfficeCallsService } from './office-calls.service.js';
import { OfficePromiseService } from './office-promise.service.js';
import { PlacedCallsService } from './placed-calls.service.js';
import { ReportsService } from './reports.service.js';
import { SafetyBackstopService } from './safety-backstop.service.js';
import { ToolBookingService } from './tool-booking.service.js';
import { ToolDeskService } from './tool-desk.service.js';
import { ToolWorkService } from './tool-work.service.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';
import { VoicemailService } from './voicemail.service.js';

/** What webhooks, alarms and jobs come in by. */
const ENTRANCES = [
  FrontDeskService,
  CallerNextService,
  CallProgressService,
  IntakeService,
  MessagesService,
  ReceptionService,
  ToolDeskService,
  ConversationsService,
  CallWork,
  AssistantService,
  CallsService,
  TestCallAnswerService,
  TestCallNewsService,
  TestCallsService,
  OfficeCallTalkService,
  MissedCallRounds,
];

@Module({
  imports: [
    PlatformModule,
    IdentityModule,
    BookingModule,
    ConfigModule,
    OnCallModule,
    EscalationModule,
    LeadCardsModule,
  ],
  controllers: [CallsController, CorrectionsController, TestCallsController],
  providers: [
    ...ENTRANCES,
    AssistantPushService,
    RehearsalService,
    TestCallBookService,
    ToolChoiceService,
    CallLogBookService,
    CorrectionsService,
    HandMadeCardsService,
    RecordingsService,
    AgentStartService,
    CallDirectory,
    CallEmergencyService,
    CallFinishService,
    CallEnquiryService,
    CallReconciliationService,
    CallLog,
    CallPlanService,
    IntakeBook,
    IntakeEndingService,
    IntakeFindingsService,
    IntakeTalkService,
    CallSettlementService,
    CallSettingsService,
    CallTriageService,
    IncomingCallsService,
    LineMemory,
    LateArrivalsService,
    LiveTalkService,
    MissedCallBook,
    MissedCallsService,
    MessageCardService,
    OfficeCallBookService,
    OfficeCallOutcomeService,
    OfficeCallsService,
    OfficePromiseService,
    PlacedCallsService,
    ReportsService,
    SafetyBackstopService,
    ToolBookingService,
    ToolWorkService,
    VoicemailNotesService,
    VoicemailService,
  ],
  exports: ENTRANCES,
})
export class CallsModule {}
