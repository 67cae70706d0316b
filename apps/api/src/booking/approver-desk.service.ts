import { approverReply, type ApproverReply } from '@domain/booking/approver-reply';
import {
  approvedText,
  keysText,
  noLongerHeldText,
  otherTimesText,
  takenMeanwhileText,
  whichHoldText,
  willCallText,
} from '@domain/booking/booking-texts';
import { spokenForm } from '@domain/phone/e164';
import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Appointment } from './appointment.entity.js';
import { heldFor } from './appointment.queries.js';
import { AppointmentsService, type AskedTime } from './appointments.service.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentRow } from './booking.types.js';
import { CustomerTextsService } from './customer-texts.service.js';

const OTHERS = 3;

/** "1 approve, 2 other, 3 I'll call": what an approver texts back about a held window. */
@Injectable()
export class ApproverDesk {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly appointments: AppointmentsService,
    private readonly texts: CustomerTextsService,
  ) {}

  /**
   * What is said back; null: the words are about something else. `contactId`: the sender, a contact of the account. A
   * code always means its window; a bare key only where `mayBeBare`, because an emergency has the first right to it.
   */
  async hear(tx: AccountTx, contactId: string, words: string, mayBeBare: boolean): Promise<string | null> {
    const reply = approverReply(words);
    if (!reply || (reply.code === null && !mayBeBare)) return null;
    const open = await this.openFor(tx, contactId);
    if (reply.code !== null) {
      const named = open.find(({ code }) => code === reply.code);
      return named ? this.answer(tx, named, reply) : noLongerHeldText(reply.code);
    }
    const [only, ...more] = open;
    if (!only) return null;
    return more.length > 0 ? whichHoldText(open.flatMap(({ code }) => code ?? [])) : this.answer(tx, only, reply);
  }

  private async openFor(tx: AccountTx, contactId: string): Promise<AppointmentRow[]> {
    const rows: AppointmentRow[] = [];
    for (const id of await heldFor(tx, contactId)) {
      const row = await tx.findOne(Appointment, { id });
      if (row) rows.push(row);
    }
    return rows;
  }

  private answer(tx: AccountTx, held: AppointmentRow, reply: ApproverReply): Promise<string> {
    switch (reply.kind) {
      case 'approve':
        return this.approve(tx, held, null);
      case 'choose':
        return this.choose(tx, held, reply.index);
      case 'other':
        return this.others(tx, held);
      case 'will_call':
        return this.willCall(tx, held);
      case 'unclear':
        return Promise.resolve(keysText(held.code ?? ''));
    }
  }

  private async approve(tx: AccountTx, held: AppointmentRow, time: AskedTime | null): Promise<string> {
    const actor = { type: 'contact', id: held.approverId ?? '' } as const;
    try {
      const booked = await this.appointments.approve(tx, held.id, time, { actor, textCustomer: true });
      return approvedText({ ...booked, ...(await this.named(tx, held)) }, await this.texts.canText(tx, booked));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return takenMeanwhileText(held.code ?? '');
    }
  }

  private choose(tx: AccountTx, held: AppointmentRow, index: number): Promise<string> {
    const other = held.otherTimes?.[index];
    if (!other) return this.others(tx, held);
    return this.approve(tx, held, { startsAt: new Date(other.startsAt), endsAt: new Date(other.endsAt) });
  }

  /** Kept with the question, so that a letter means what was read. */
  private async others(tx: AccountTx, held: AppointmentRow): Promise<string> {
    const open = (await this.appointments.open(tx, { kind: 'known', busy: [] })).slice(0, OTHERS);
    const otherTimes = open.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
    await tx.update(Appointment, { id: held.id }, { otherTimes });
    return otherTimesText(await this.named(tx, held), open);
  }

  private async willCall(tx: AccountTx, held: AppointmentRow): Promise<string> {
    await this.appointments.decline(tx, held.id, { type: 'contact', id: held.approverId ?? '' });
    const phone = held.customerPhone && spokenForm(held.customerPhone);
    return willCallText({ code: held.code ?? '', customerName: held.customerName }, phone);
  }

  private async named(tx: AccountTx, { code }: AppointmentRow): Promise<{ code: string; timeZone: string }> {
    return { code: code ?? '', timeZone: (await this.plans.plan(tx)).timeZone };
  }
}
