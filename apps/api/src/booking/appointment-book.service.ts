import type { AppointmentState } from '@domain/booking/appointment';
import { freeHoldCode } from '@domain/booking/approver-reply';
import { askingTime } from '@domain/booking/asking-time';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { insertAppointment } from './appointment.queries.js';
import { Appointment } from './appointment.entity.js';
import { approverOf, codesInUse } from './booking.queries.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentRow, Booking } from './booking.types.js';

type Ending = Exclude<AppointmentState, 'held' | 'booked'>;
const NO_HOLD = { heldUntil: null, askAt: null } as const;

/** The one place where appointments begin, go on and end; whoever writes has taken their turn (`takeTurns`). */
@Injectable()
export class AppointmentBook {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** Null when the window was taken meanwhile: the database has the last word about it. */
  async place(tx: AccountTx, booking: Booking): Promise<AppointmentRow | null> {
    const row = await this.rowOf(tx, booking);
    if (!(await insertAppointment(tx, row))) return null;
    await this.follow(tx, row, booking.actor);
    return row;
  }

  /** A held window becomes an appointment. */
  async approve(tx: AccountTx, held: AppointmentRow, actor: Actor): Promise<AppointmentRow> {
    const change = { state: 'booked', ...NO_HOLD, decidedAt: this.plans.now(), version: held.version + 1 } as const;
    await tx.update(Appointment, { id: held.id }, change);
    const booked = { ...held, ...change };
    await this.follow(tx, booked, actor);
    return booked;
  }

  /** Its window is free again. */
  async end(tx: AccountTx, standing: AppointmentRow, state: Ending, actor: Actor): Promise<AppointmentRow> {
    const change = { state, ...NO_HOLD, decidedAt: this.plans.now(), version: standing.version + 1 };
    await tx.update(Appointment, { id: standing.id }, change);
    const ended = { ...standing, ...change };
    await this.follow(tx, ended, actor);
    return ended;
  }

  /** Everybody who has to know learns of it after the commit: the live stream, the card, the calendar. */
  private async follow(tx: AccountTx, row: AppointmentRow, actor: Actor): Promise<void> {
    const { id, callId, state, startsAt, bookedBy, holdReason, movedFrom } = row;
    const data = { startsAt: startsAt.toISOString(), bookedBy, holdReason, movedFrom };
    await this.journal.record(tx, { event: `appointment.${state}`, subjectId: id, callId, actor, data });
    const job = { accountId: tx.accountId, id };
    await this.jobs.enqueue(tx, 'booking.follow_card', job, { singletonKey: `${id}/${state}` });
    await this.jobs.enqueue(tx, 'booking.follow_calendar', job, { singletonKey: `${id}/${state}` });
  }

  private async rowOf(tx: AccountTx, { customer, slot, ...booking }: Booking): Promise<AppointmentRow> {
    const { actor: _, ...made } = booking;
    const id = newId();
    const now = this.plans.now();
    return {
      ...customer,
      ...made,
      accountId: tx.accountId,
      id,
      version: 1,
      state: booking.holdReason ? 'held' : 'booked',
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      busyUntil: slot.busyUntil,
      crew: slot.crew,
      ...(booking.holdReason ? await this.holdOf(tx, id, slot.startsAt) : { ...NO_HOLD, code: null, approverId: null }),
      otherTimes: null,
      calendarState: null,
      calendarAttempt: 0,
      createdAt: now,
      decidedAt: booking.holdReason ? null : now,
    };
  }

  /** Without an approver who takes texts nobody is asked, and the window waits on the screen. */
  private async holdOf(
    tx: AccountTx,
    id: string,
    startsAt: Date,
  ): Promise<Pick<AppointmentRow, 'heldUntil' | 'askAt' | 'code' | 'approverId'>> {
    const { rules, timeZone } = await this.plans.plan(tx);
    const { askAt, heldUntil } = askingTime(this.plans.now(), startsAt, { ...rules, timeZone });
    const approverId = await approverOf(tx, rules.approverContactId);
    return { heldUntil, approverId, askAt: approverId ? askAt : null, code: freeHoldCode(await codesInUse(tx), id) };
  }
}
