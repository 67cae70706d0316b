import { calledOffText, confirmedText, movedText } from '@domain/booking/booking-texts';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { customerLine, hasOptedOut } from './booking.queries.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { AppointmentRow } from './booking.types.js';
import { insertText, type TextKind } from './customer-texts.queries.js';

const WORDS = { confirmed: confirmedText, moved: movedText, called_off: calledOffText };

/** Texts to customers about their appointments: written with the change, sent after it (law 4). */
@Injectable()
export class CustomerTextsService {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly jobs: Jobs,
  ) {}

  /** True when a text will go out; a customer without a number, or who wants none, is called. Once for each kind. */
  async write(tx: AccountTx, appointment: AppointmentRow, kind: TextKind): Promise<boolean> {
    const { customerPhone: phone } = appointment;
    if (!phone || !(await this.canText(tx, appointment))) return false;
    const { businessName, timeZone } = await this.plans.plan(tx);
    const id = newId();
    const body = WORDS[kind]({ ...appointment, businessName, timeZone });
    const written = { id, appointmentId: appointment.id, kind, phone, body };
    if (!(await insertText(tx, written, this.plans.now()))) return false;
    await this.jobs.enqueue(tx, 'booking.text_customer', { accountId: tx.accountId, id });
    return true;
  }

  /** Only what will happen may be promised: a number, a line that carriers take texts from, nobody's STOP (decision 16). */
  async canText(
    tx: AccountTx,
    { customerPhone, mayText }: Pick<AppointmentRow, 'customerPhone' | 'mayText'>,
  ): Promise<boolean> {
    if (!mayText || !customerPhone || !mayDial(customerPhone as E164)) return false;
    const line = await customerLine(tx);
    return line?.mayText === true && !(await hasOptedOut(tx, customerPhone));
  }
}
