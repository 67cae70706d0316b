import { Module } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { JobRunner } from '@platform/jobs/job-runner';
import { LoggingModule } from '@platform/logging/logging.module';
import { PlatformModule } from '@platform/platform.module';
import { AdaptersModule } from './adapters.module.js';
import { BookingModule } from './booking/booking.module.js';
import { BookingWork } from './booking/booking-work.service.js';
import { CallsModule } from './calls/calls.module.js';
import { AssistantService } from './calls/assistant.service.js';
import { CallWork } from './calls/call-work.service.js';
import { alarmHandlers, ClockWork, JobHandlers, jobHandlers } from './clock-work.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database.module.js';
import { DigestModule } from './digest/digest.module.js';
import { DigestCourier } from './digest/digest-courier.service.js';
import { DigestService } from './digest/digest.service.js';
import { IdentityModule } from './identity/identity.module.js';
import { MailDeliveryService } from './identity/mail-delivery.service.js';
import { AppointmentCardService } from './lead-cards/appointment-card.service.js';
import { LeadCardsModule } from './lead-cards/lead-cards.module.js';
import { SettledEmergencyService } from './lead-cards/settled-emergency.service.js';
import { LadderService } from './escalation/ladder.service.js';
import { EscalationModule } from './escalation/escalation.module.js';
import { UnreachedService } from './escalation/unreached.service.js';
import { ProvisioningWork } from './provisioning/provisioning-work.service.js';
import { CoverTurnsService } from './on-call/cover-turns.service.js';
import { HandOffNoticeService } from './on-call/hand-off-notice.service.js';
import { ContractorImportsService } from './onboarding/contractor-imports.service.js';
import { OnboardingModule } from './onboarding/onboarding.module.js';
import { HandOffSilenceService } from './on-call/hand-off-silence.service.js';
import { LineTypesService } from './on-call/line-types.service.js';
import { OnCallModule } from './on-call/on-call.module.js';
import { NoteDeliveryService } from './on-call/note-delivery.service.js';
import { ProvisioningModule } from './provisioning/provisioning.module.js';

/** The clock-driven program. */
@Module({
  imports: [
    PlatformModule,
    LoggingModule,
    DatabaseModule,
    AdaptersModule,
    IdentityModule,
    BookingModule,
    ConfigModule,
    EscalationModule,
    LeadCardsModule,
    CallsModule,
    DigestModule,
    OnCallModule,
    OnboardingModule,
    ProvisioningModule,
  ],
  providers: [
    {
      provide: AlarmHandlers,
      inject: [
        LadderService,
        DigestService,
        CallWork,
        ProvisioningWork,
        HandOffNoticeService,
        CoverTurnsService,
        HandOffSilenceService,
        LineTypesService,
        BookingWork,
      ],
      useFactory: alarmHandlers,
    },
    {
      provide: JobHandlers,
      inject: [
        DigestService,
        CallWork,
        AssistantService,
        MailDeliveryService,
        UnreachedService,
        ProvisioningWork,
        NoteDeliveryService,
        DigestCourier,
        LineTypesService,
        ContractorImportsService,
        SettledEmergencyService,
        AppointmentCardService,
        BookingWork,
      ],
      useFactory: jobHandlers,
    },
    AlarmSweeper,
    JobRunner,
    ClockWork,
  ],
})
export class WorkerModule {}
