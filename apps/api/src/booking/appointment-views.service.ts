import { writtenDate, writtenTime } from '@domain/booking/slot-words';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { Appointment } from './appointment.entity.js';
import { cardsOfCalls, repliesAbout, type StoredReply } from './appointment.queries.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentRow } from './booking.types.js';
import { textsAbout, type TextKind } from './customer-texts.queries.js';

/** An appointment with what belongs to it elsewhere: its card, the text to the customer, and what they texted back. */
export interface ShownAppointment {
  row: AppointmentRow;
  cardId: string | null;
  when: string;
  customerText: { kind: TextKind; state: string } | null;
  replies: StoredReply[];
}

@Injectable()
export class AppointmentViews {
  constructor(private readonly plans: BookingPlanService) {}

  /** In the order of `ids`. */
  async shown(tx: AccountTx, ids: string[]): Promise<ShownAppointment[]> {
    if (ids.length === 0) return [];
    const rows = new Map((await tx.find(Appointment, { id: In(ids) })).map((row) => [row.id, row]));
    const cards = await cardsOfCalls(
      tx,
      [...rows.values()].flatMap(({ callId }) => callId ?? []),
    );
    const [texts, replies] = [await textsAbout(tx, ids), await repliesAbout(tx, ids)];
    const { timeZone } = await this.plans.plan(tx);
    return ids.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      const when = `${writtenDate(row.startsAt, timeZone)} ${writtenTime(row, timeZone)}`;
      const about = replies.filter(({ appointmentId }) => appointmentId === id);
      return [
        { row, cardId: cards.get(row.callId ?? '') ?? null, when, customerText: texts.get(id) ?? null, replies: about },
      ];
    });
  }

  /** Throws `appointment-not-found`. */
  async one(tx: AccountTx, id: string): Promise<ShownAppointment> {
    const [shown] = await this.shown(tx, [id]);
    if (!shown) throw notFound('appointment');
    return shown;
  }
}
