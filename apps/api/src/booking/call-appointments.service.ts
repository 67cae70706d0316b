import { offersTimes } from '@domain/booking/booking-rules';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { appointmentsOfCalls, callOfAppointment, repliesAbout } from './appointment.queries.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentOfCall } from './booking.types.js';

/** What became of the appointments that calls led to, for whoever keeps their cards. */
@Injectable()
export class CallAppointments {
  constructor(private readonly plans: BookingPlanService) {}

  /** By call; calls that never had one are missing. */
  async ofCalls(tx: AccountTx, callIds: string[]): Promise<Map<string, AppointmentOfCall>> {
    if (callIds.length === 0) return new Map();
    const rows = await appointmentsOfCalls(tx, callIds);
    const replies = await repliesAbout(
      tx,
      rows.map(({ appointmentId }) => appointmentId),
    );
    const last = new Map(replies.map((reply) => [reply.appointmentId, reply]));
    return new Map(rows.map((row) => [row.callId, { ...row, reply: last.get(row.appointmentId) ?? null }]));
  }

  /** The call an appointment came of; null: it was made for somebody who never called. */
  callOf(tx: AccountTx, appointmentId: string): Promise<string | null> {
    return callOfAppointment(tx, appointmentId);
  }

  /** The contractor's zone, and whether the agent may speak of times at all. */
  async terms(tx: AccountTx): Promise<{ timeZone: string; offersTimes: boolean }> {
    const { rules, timeZone } = await this.plans.plan(tx);
    return { timeZone, offersTimes: offersTimes(rules) };
  }
}
