import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountsService } from './accounts.service.js';
import { AgencyInvitationsController } from './agency-invitations.controller.js';
import { InvitationAnswersController } from './invitation-answers.controller.js';
import { InvitationAnswersService } from './invitation-answers.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { MeController } from './me.controller.js';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [
    MeController,
    SignupController,
    InvitationsController,
    AgencyInvitationsController,
    InvitationAnswersController,
  ],
  providers: [AccountsService, SignupService, InvitationsService, InvitationAnswersService],
  exports: [AccountsService, SignupService, InvitationsService],
})
export class AccountsModule {}
