import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountsService } from './accounts.service.js';
import { MeController } from './me.controller.js';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [MeController, SignupController],
  providers: [AccountsService, SignupService],
  exports: [AccountsService, SignupService],
})
export class AccountsModule {}
