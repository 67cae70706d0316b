import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { CallsModule } from '../calls/calls.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ConfigModule } from '../config/config.module.js';
import { EscalationModule } from '../escalation/escalation.module.js';
import { LeadCardsModule } from '../lead-cards/lead-cards.module.js';
import { DigestArchiveService } from './digest-archive.service.js';
import { DigestCourier } from './digest-courier.service.js';
import { DigestDeliveryService } from './digest-delivery.service.js';
import { DigestPost } from './digest-post.service.js';
import { DigestNightService } from './digest-night.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { DigestService } from './digest.service.js';
import { DigestsController } from './digests.controller.js';
import { OverviewController } from './overview.controller.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { OverviewStateService } from './overview-state.service.js';
import { OverviewService } from './overview.service.js';

@Module({
  imports: [PlatformModule, ConfigModule, CalendarModule, CallsModule, EscalationModule, LeadCardsModule, OnCallModule],
  controllers: [DigestsController, OverviewController],
  providers: [
    DigestService,
    DigestScheduleService,
    DigestNightService,
    DigestDeliveryService,
    DigestPost,
    DigestCourier,
    DigestArchiveService,
    OverviewService,
    OverviewStateService,
  ],
  exports: [DigestService, DigestCourier],
})
export class DigestModule {}
