import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { ConfigController } from './config.controller.js';
import { ConfigService } from './config.service.js';
import { PersonaService } from './persona.service.js';
import { SettingsService } from './settings.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [ConfigController],
  providers: [ConfigService, PersonaService, SettingsService],
  exports: [ConfigService, PersonaService],
})
export class ConfigModule {}
