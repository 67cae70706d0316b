import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { IdentityModule } from '../identity/identity.module.js';
import { EscalationModule } from '../escalation/escalation.module.js';
import { BookingModule } from '../booking/booking.module.js';
import { AppointmentCardService } from './appointment-card.service.js';
import { CardInboxService } from './card-inbox.service.js';
import { CardSurroundings } from './card-surroundings.service.js';
import { LeadCardsController } from './lead-cards.controller.js';
import { LeadCardsService } from './lead-cards.service.js';
import { SettledEmergencyService } from './settled-emergency.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, BookingModule, EscalationModule],
  controllers: [LeadCardsController],
  providers: [LeadCardsService, CardInboxService, CardSurroundings, AppointmentCardService, SettledEmergencyService],
  exports: [AppointmentCardService, LeadCardsService, SettledEmergencyService],
})
export class LeadCardsModule {}
