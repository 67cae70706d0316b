import { appointmentEvent } from '@domain/booking/appointment-event';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { CalendarService } from '../calendar/calendar.service.js';
import { Appointment } from './appointment.entity.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentRow, CalendarState } from './booking.types.js';

/** An appointment as it is now, and whether the calendar should show it. */
interface Wanted {
  row: AppointmentRow;
  timeZone: string;
  isShown: boolean;
}

/**
 * Keeps the contractor's own calendar in step with our appointments. Our rows are the book; an event follows them, and
 * whatever stands in its way is a person's to sort out.
 */
@Injectable()
export class CalendarEntryService {
  constructor(
    private readonly db: AccountDb,
    private readonly plans: BookingPlanService,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
  ) {}

  /** Job `booking.follow_calendar`. Throws while the calendar does not answer, so that the queue comes back. */
  async follow(accountId: AccountId, appointmentId: string): Promise<void> {
    const wanted = await this.wanted(accountId, appointmentId);
    if (!wanted) return;
    if (wanted.isShown) await this.show(accountId, wanted);
    else await this.takeOut(accountId, wanted.row);
  }

  private wanted(accountId: AccountId, id: string): Promise<Wanted | null> {
    return this.db.within(accountId, async (tx) => {
      const row = await tx.findOne(Appointment, { id });
      if (!row) return null;
      const { timeZone } = await this.plans.plan(tx);
      return { row, timeZone, isShown: row.state === 'booked' && row.endsAt > this.plans.now() };
    });
  }

  private async show(accountId: AccountId, { row, timeZone }: Wanted): Promise<void> {
    if (row.calendarState === 'written' || row.calendarState === 'conflict') return;
    const attempt = Math.max(row.calendarAttempt, 1);
    const written = await this.calendar.write(accountId, appointmentEvent({ ...row, attempt }, timeZone));
    if (written.kind === 'not-connected') return;
    if (written.kind === 'unavailable') return this.comeBack(accountId, { ...row, calendarAttempt: attempt });
    const states = { ok: 'written', conflict: 'conflict', disconnected: 'failed' } as const;
    const kept = await this.keep(accountId, { ...row, calendarAttempt: attempt }, states[written.kind]);
    // Called off while it was being written: the job of that may have come too early.
    if (!kept) await this.takeOut(accountId, { ...row, calendarAttempt: attempt });
  }

  /** Asked also when nobody knows that something is there: the answer to the writing may have been lost. */
  private async takeOut(accountId: AccountId, row: AppointmentRow): Promise<void> {
    if (row.calendarAttempt === 0) return;
    const { id: appointmentId, calendarAttempt: attempt } = row;
    const removed = await this.calendar.remove(accountId, { appointmentId, attempt });
    if (removed.kind === 'unavailable') throw new Error(`calendar: ${removed.reason}`);
    await this.db.within(accountId, (tx) => tx.update(Appointment, { id: appointmentId }, { calendarState: null }));
  }

  /** From now on there may be an event, whatever else is known. */
  private async comeBack(accountId: AccountId, row: AppointmentRow): Promise<void> {
    await this.keep(accountId, row, 'wanted');
    throw new Error('calendar: not written yet');
  }

  /** False when the appointment does not stand any more. */
  private keep(
    accountId: AccountId,
    { id, calendarAttempt, callId }: AppointmentRow,
    calendarState: CalendarState,
  ): Promise<boolean> {
    return this.db.within(accountId, async (tx) => {
      const standing = await tx.lock(Appointment, { id });
      await tx.update(Appointment, { id }, { calendarAttempt, calendarState });
      if (calendarState === 'conflict') {
        const actor = { type: 'provider', name: 'google' } as const;
        await this.journal.record(tx, { event: 'appointment.conflicted', subjectId: id, callId, actor });
      }
      return standing?.state === 'booked';
    });
  }
}
