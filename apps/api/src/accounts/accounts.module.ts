import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountsService } from './accounts.service.js';
import { MeController } from './me.controller.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [MeController],
  providers: [AccountsService],
  exports: [AccountsService],
})
export class AccountsModule {}
