import { askApproverText } from '@domain/booking/booking-texts';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallNotesService } from '../on-call/on-call-notes.service.js';
import { AppointmentBook } from './appointment-book.service.js';
import { Appointment } from './appointment.entity.js';
import { BookingPlanService } from './booking-plan.service.js';
import { takeTurns } from './booking.queries.js';

/** A held window waits for somebody: they are asked when people are awake, and after a while it becomes a callback. */
@Injectable()
export class HeldWindows {
  constructor(
    private readonly db: AccountDb,
    private readonly plans: BookingPlanService,
    private readonly book: AppointmentBook,
    private readonly notes: OnCallNotesService,
  ) {}

  /** Alarm `booking_ask`. The question is a note to the contact, written with the change and sent after it. */
  ask(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const held = await tx.lockDue(Appointment, { id: appointmentId });
      if (!held?.row.askAt || held.row.askAt > held.now) return;
      await tx.update(Appointment, { id: appointmentId }, { askAt: null });
      await this.tellApprover(tx, held.row);
    });
  }

  /** Alarm `booking_expiry`. */
  expire(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      await takeTurns(tx);
      const held = await tx.lockDue(Appointment, { id: appointmentId });
      if (!held?.row.heldUntil || held.row.heldUntil > held.now) return;
      await this.book.end(tx, held.row, 'expired', { type: 'system' });
    });
  }

  private async tellApprover(tx: AccountTx, held: Appointment): Promise<void> {
    const { approverId, code, heldUntil } = held;
    if (!approverId || !code || !heldUntil) return;
    const { businessName, timeZone } = await this.plans.plan(tx);
    await this.notes.tell(tx, approverId, askApproverText({ ...held, code, heldUntil, businessName, timeZone }));
  }
}
