import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { AgentBookingService } from './agent-booking.service.js';
import { AppointmentBook } from './appointment-book.service.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentListService } from './appointment-list.service.js';
import { AppointmentViews } from './appointment-views.service.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { ApproverDesk } from './approver-desk.service.js';
import { BookingTexts } from './booking-texts.service.js';
import { CustomerInbox } from './customer-inbox.service.js';
import { HeldWindows } from './held-windows.service.js';
import { BookingController } from './booking.controller.js';
import { BookingPlanService } from './booking-plan.service.js';
import { BookingSettingsService } from './booking-settings.service.js';
import { BookingWork } from './booking-work.service.js';
import { CalendarEntryService } from './calendar-entry.service.js';
import { CalendarFillService } from './calendar-fill.service.js';
import { CalendarSightService } from './calendar-sight.service.js';
import { CallAppointments } from './call-appointments.service.js';
import { CustomerTextDelivery } from './customer-text-delivery.service.js';
import { CustomerTextsService } from './customer-texts.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, ConfigModule, CalendarModule, OnCallModule],
  controllers: [AppointmentsController, BookingController],
  providers: [
    AgentBookingService,
    AppointmentBook,
    AppointmentDesk,
    AppointmentListService,
    AppointmentViews,
    AppointmentsService,
    ApproverDesk,
    BookingPlanService,
    BookingSettingsService,
    BookingTexts,
    BookingWork,
    CalendarEntryService,
    CalendarFillService,
    CalendarSightService,
    CallAppointments,
    CustomerInbox,
    CustomerTextDelivery,
    CustomerTextsService,
    HeldWindows,
  ],
  exports: [AgentBookingService, BookingTexts, BookingWork, CalendarSightService, CallAppointments],
})
export class BookingModule {}
