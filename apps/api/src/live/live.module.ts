import { Module } from '@nestjs/common';
import { JournalRelay } from '@platform/journal/journal-relay';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { LiveController } from './live.controller.js';
import { LiveService } from './live.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [LiveController],
  providers: [LiveService, JournalRelay],
})
export class LiveModule {}
