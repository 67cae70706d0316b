import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { AgentSettingsController } from './agent-settings.controller.js';
import { ConfigVersionsController } from './config-versions.controller.js';
import { ConfigVersionsService } from './config-versions.service.js';
import { ConfigController } from './config.controller.js';
import { ConfigService } from './config.service.js';
import { GoLiveService } from './go-live.service.js';
import { HistoryService } from './history.service.js';
import { LiveCheckService } from './live-check.service.js';
import { PersonaService } from './persona.service.js';
import { ScheduleViewController } from './schedule-view.controller.js';
import { SettingsService } from './settings.service.js';
import { VoicePreviewService } from './voice-preview.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [ConfigController, ScheduleViewController, AgentSettingsController, ConfigVersionsController],
  providers: [
    ...[ConfigService, PersonaService, ConfigVersionsService],
    ...[SettingsService, LiveCheckService, GoLiveService, HistoryService, VoicePreviewService],
  ],
  exports: [ConfigService, PersonaService, ConfigVersionsService, SettingsService, GoLiveService],
})
export class ConfigModule {}
