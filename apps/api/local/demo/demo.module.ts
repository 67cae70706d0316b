import { Module } from '@nestjs/common';
import { LoggingModule } from '@platform/logging/logging.module';
import { PlatformModule } from '@platform/platform.module';
import { AdaptersModule } from '../../src/adapters.module.js';
import { CallsModule } from '../../src/calls/calls.module.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { DatabaseModule } from '../../src/database.module.js';
import { DigestModule } from '../../src/digest/digest.module.js';
import { OnCallModule } from '../../src/on-call/on-call.module.js';
import { ServiceStart } from './service-start.js';
import { ProvisioningModule } from '../../src/provisioning/provisioning.module.js';
import { DemoSchedule } from './demo-schedule.service.js';
import { SeedDemo } from './seed-demo.service.js';

/** The demo's own program: nothing of it is in a worker or an API that answers real lines. */
@Module({
  imports: [
    ...[PlatformModule, LoggingModule, DatabaseModule, AdaptersModule, ConfigModule, OnCallModule],
    ...[CallsModule, DigestModule, ProvisioningModule],
  ],
  providers: [DemoSchedule, SeedDemo, ServiceStart],
})
export class DemoModule {}
