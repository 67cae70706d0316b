import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { CalendarBook } from './calendar-book.service.js';
import { CalendarConsentsService } from './calendar-consents.service.js';
import { CalendarLinkService } from './calendar-link.service.js';
import { CalendarSettingsService } from './calendar-settings.service.js';
import { CalendarVault } from './calendar-vault.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';

@Module({
  imports: [PlatformModule, IdentityModule],
  controllers: [CalendarController],
  providers: [
    CalendarBook,
    CalendarConsentsService,
    CalendarLinkService,
    CalendarService,
    CalendarSettingsService,
    CalendarVault,
  ],
  exports: [CalendarService, CalendarSettingsService],
})
export class CalendarModule {}
