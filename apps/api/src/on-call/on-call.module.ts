import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ContactTestService } from './contact-test.service.js';
import { ContactTextService } from './contact-text.service.js';
import { ContactsService } from './contacts.service.js';
import { ContactsController } from './contacts.controller.js';
import { OnCallController } from './on-call.controller.js';
import { OnCallService } from './on-call.service.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, ConfigModule],
  controllers: [ContactsController, OnCallController],
  providers: [ContactsService, ContactTestService, ContactTextService, OnCallService, TeamService],
  exports: [ContactTestService, ContactTextService, OnCallService],
})
export class OnCallModule {}
