import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { CalendarEntryService } from './calendar-entry.service.js';
import { CalendarFillService } from './calendar-fill.service.js';
import { CustomerTextDelivery } from './customer-text-delivery.service.js';
import { HeldWindows } from './held-windows.service.js';

/** The feature's face to the clock and the queue. */
@Injectable()
export class BookingWork {
  constructor(
    private readonly delivery: CustomerTextDelivery,
    private readonly entries: CalendarEntryService,
    private readonly calendars: CalendarFillService,
    private readonly held: HeldWindows,
  ) {}

  /** Job `booking.text_customer`. */
  textCustomer(accountId: AccountId, textId: string): Promise<void> {
    return this.delivery.deliver(accountId, textId);
  }

  /** Job `booking.follow_calendar`. */
  followCalendar(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.entries.follow(accountId, appointmentId);
  }

  /** Job `booking.fill_calendar`. */
  fillCalendar(accountId: AccountId): Promise<void> {
    return this.calendars.fill(accountId);
  }

  /** Alarm `booking_ask`. */
  askApprover(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.held.ask(accountId, appointmentId);
  }

  /** Alarm `booking_expiry`. */
  expireHold(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.held.expire(accountId, appointmentId);
  }
}
