import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AlertThreadsService } from './alert-threads.service.js';
import { BusyTextsService } from './busy-texts.service.js';
import { BusyService } from './busy.service.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { ContactCardService } from './contact-card.service.js';
import { ContactPhonesService } from './contact-phones.service.js';
import { ContactProofService } from './contact-proof.service.js';
import { ContactTestService } from './contact-test.service.js';
import { ContactTextService } from './contact-text.service.js';
import { ContactsService } from './contacts.service.js';
import { ContactsController } from './contacts.controller.js';
import { CoverAnswersService } from './cover-answers.service.js';
import { CoverAsksService } from './cover-asks.service.js';
import { CoverTurnsService } from './cover-turns.service.js';
import { CoverageService } from './coverage.service.js';
import { FeedsController } from './feeds.controller.js';
import { HandOffAnswersService } from './hand-off-answers.service.js';
import { HandOffSilenceService } from './hand-off-silence.service.js';
import { HandOffNoticeService } from './hand-off-notice.service.js';
import { LineTypesService } from './line-types.service.js';
import { NoteDeliveryService } from './note-delivery.service.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { OnCallController } from './on-call.controller.js';
import { OnCallNotesService } from './on-call-notes.service.js';
import { OnCallService } from './on-call.service.js';
import { OverridesController } from './overrides.controller.js';
import { OverridesService } from './overrides.service.js';
import { PagerTextsService } from './pager-texts.service.js';
import { PracticeService } from './practice.service.js';
import { PublicCalendarService } from './public-calendar.service.js';
import { PublicFilesController } from './public-files.controller.js';
import { QuietHoursController } from './quiet-hours.controller.js';
import { QuietHoursService } from './quiet-hours.service.js';
import { RingGroupsController } from './ring-groups.controller.js';
import { RingGroupsService } from './ring-groups.service.js';
import { ScheduleController } from './schedule.controller.js';
import { ScheduleService } from './schedule.service.js';
import { TeamService } from './team.service.js';
import { TeamTextsService } from './team-texts.service.js';
import { TimeOffService } from './time-off.service.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, ConfigModule],
  controllers: [
    ContactsController,
    FeedsController,
    OnCallController,
    OverridesController,
    PublicFilesController,
    QuietHoursController,
    RingGroupsController,
    ScheduleController,
  ],
  providers: [
    AlertThreadsService,
    BusyService,
    BusyTextsService,
    CalendarFeedsService,
    ContactCardService,
    ContactPhonesService,
    ContactProofService,
    ContactTestService,
    ContactTextService,
    ContactsService,
    CoverAnswersService,
    CoverAsksService,
    CoverTurnsService,
    CoverageService,
    HandOffAnswersService,
    HandOffNoticeService,
    HandOffSilenceService,
    LineTypesService,
    NoteDeliveryService,
    OnCallChangesService,
    OnCallNotesService,
    OnCallService,
    OverridesService,
    PagerTextsService,
    PracticeService,
    PublicCalendarService,
    QuietHoursService,
    RingGroupsService,
    ScheduleService,
    TeamService,
    TeamTextsService,
    TimeOffService,
    VerificationService,
  ],
  exports: [
    AlertThreadsService,
    ContactTestService,
    ContactTextService,
    CoverTurnsService,
    CoverageService,
    HandOffNoticeService,
    HandOffSilenceService,
    LineTypesService,
    NoteDeliveryService,
    OnCallNotesService,
    OnCallService,
    OverridesService,
    TeamTextsService,
    VerificationService,
  ],
})
export class OnCallModule {}
