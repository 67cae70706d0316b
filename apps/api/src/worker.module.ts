import { Module } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { JobRunner } from '@platform/jobs/job-runner';
import { LoggingModule } from '@platform/logging/logging.module';
import { PlatformModule } from '@platform/platform.module';
import { AdaptersModule } from './adapters.module.js';
import { CallsModule } from './calls/calls.module.js';
import { ClockWork } from './clock-work.js';
import { DatabaseModule } from './database.module.js';
import { DigestModule } from './digest/digest.module.js';
import { EscalationModule } from './escalation/escalation.module.js';
import { ProvisioningModule } from './provisioning/provisioning.module.js';
import { SeedDemo } from './seed-demo.service.js';

/** The clock-driven program. */
@Module({
  imports: [
    PlatformModule,
    LoggingModule,
    DatabaseModule,
    AdaptersModule,
    EscalationModule,
    CallsModule,
    DigestModule,
    ProvisioningModule,
  ],
  providers: [AlarmHandlers, AlarmSweeper, JobRunner, ClockWork, SeedDemo],
})
export class WorkerModule {}
