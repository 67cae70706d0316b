import { Module } from '@nestjs/common';
import { DevelopmentClockController } from '@platform/clock/development-clock.controller';
import { HealthController } from '@platform/health/health.controller';
import { LoggingModule } from '@platform/logging/logging.module';
import { MetricsController } from '@platform/metrics/metrics.controller';
import { PlatformModule } from '@platform/platform.module';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdaptersModule } from './adapters.module.js';
import { BookingModule } from './booking/booking.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CallsModule } from './calls/calls.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database.module.js';
import { DigestModule } from './digest/digest.module.js';
import { EscalationModule } from './escalation/escalation.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { LeadCardsModule } from './lead-cards/lead-cards.module.js';
import { LiveModule } from './live/live.module.js';
import { OnboardingModule } from './onboarding/onboarding.module.js';
import { OnCallModule } from './on-call/on-call.module.js';
import { ProvisioningModule } from './provisioning/provisioning.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** The HTTP program. */
@Module({
  imports: [
    PlatformModule,
    LoggingModule,
    DatabaseModule,
    AdaptersModule,
    IdentityModule,
    AccountsModule,
    ConfigModule,
    CalendarModule,
    OnCallModule,
    OnboardingModule,
    BookingModule,
    EscalationModule,
    LeadCardsModule,
    CallsModule,
    DigestModule,
    LiveModule,
    ProvisioningModule,
    WebhooksModule,
  ],
  controllers: [HealthController, MetricsController, DevelopmentClockController],
})
export class AppModule {}
