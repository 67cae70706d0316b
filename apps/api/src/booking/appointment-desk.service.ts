import { isBookable } from '@domain/booking/booking-rules';
import type { OpenSlot } from '@domain/booking/open-slots';
import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayDial, parseE164 } from '@domain/phone/e164';
import type { ServiceType } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { Appointment } from './appointment.entity.js';
import { customerOfCard, type CardCustomer } from './appointment.queries.js';
import { AppointmentViews, type ShownAppointment } from './appointment-views.service.js';
import { AppointmentsService, type AskedTime, type Decider } from './appointments.service.js';
import { hasAppointment } from './booking.errors.js';
import type { AppointmentRow, Customer } from './booking.types.js';
import { CalendarSightService } from './calendar-sight.service.js';

/** An appointment that somebody of the team writes down; what is left out is taken from the card. */
export interface HandMade extends AskedTime {
  cardId?: string | undefined;
  customerName?: string | undefined;
  customerPhone?: string | undefined;
  address?: string | undefined;
  serviceType?: ServiceType | undefined;
  issue?: string | undefined;
  notes?: string | undefined;
}

/** What the team does about appointments on the screen and through the API. */
@Injectable()
export class AppointmentDesk {
  constructor(
    private readonly db: AccountDb,
    private readonly appointments: AppointmentsService,
    private readonly views: AppointmentViews,
    private readonly sights: CalendarSightService,
  ) {}

  async slots(accountId: AccountId): Promise<{ slots: OpenSlot[]; answered: boolean }> {
    const sight = await this.sights.look(accountId);
    const slots = await this.db.within(accountId, (tx) => this.appointments.open(tx, sight));
    return { slots, answered: sight.kind === 'known' };
  }

  /** Throws `lead-card-not-found`, `appointment-exists`, `customer-unknown`, `window-taken`, `appointment-time-invalid`, `phone-not-e164`, `phone-not-allowed`. */
  create(accountId: AccountId, made: HandMade, { actor, textCustomer }: Decider): Promise<ShownAppointment> {
    return this.db.within(accountId, async (tx) => {
      const card = made.cardId ? await customerOfCard(tx, made.cardId) : null;
      if (made.cardId && !card) throw notFound('lead card');
      if (card) await this.refuseSecond(tx, card.callId);
      const booking = {
        customer: customerOf(made, card, textCustomer),
        callId: card?.callId ?? null,
        movedFrom: null,
        holdReason: null,
        bookedBy: 'team' as const,
        actor,
      };
      const row = await this.appointments.create(tx, booking, made, textCustomer);
      return this.views.one(tx, row.id);
    });
  }

  approve(accountId: AccountId, id: string, time: AskedTime | null, decider: Decider): Promise<ShownAppointment> {
    return this.decided(accountId, (tx) => this.appointments.approve(tx, id, time, decider));
  }

  decline(accountId: AccountId, id: string, { actor }: Decider): Promise<ShownAppointment> {
    return this.decided(accountId, (tx) => this.appointments.decline(tx, id, actor));
  }

  move(accountId: AccountId, id: string, time: AskedTime, decider: Decider): Promise<ShownAppointment> {
    return this.decided(accountId, (tx) => this.appointments.move(tx, id, time, decider));
  }

  cancel(accountId: AccountId, id: string, decider: Decider): Promise<ShownAppointment> {
    return this.decided(accountId, (tx) => this.appointments.cancel(tx, id, decider));
  }

  private decided(accountId: AccountId, decide: (tx: AccountTx) => Promise<AppointmentRow>): Promise<ShownAppointment> {
    return this.db.within(accountId, async (tx) => this.views.one(tx, (await decide(tx)).id));
  }

  private async refuseSecond(tx: AccountTx, callId: string): Promise<void> {
    const standing = await tx.find(Appointment, { callId, state: In(['held', 'booked']) });
    if (standing.length > 0) throw hasAppointment();
  }
}

/** Throws `customer-unknown` when neither the request nor the card says who and what for. */
function customerOf(made: HandMade, card: CardCustomer | null, mayText: boolean): Customer {
  const phone = made.customerPhone ? { customerPhone: dialable(made.customerPhone) } : {};
  const { customerName, issue, ...known } = { ...NOTHING_KNOWN, ...card, ...said(made), ...phone };
  if (!customerName || !issue)
    throw new DomainError('invalid', 'customer-unknown', 'Say who the appointment is for and what it is about.');
  const { customerPhone, address, notes, serviceType } = known;
  const trade = isBookable(serviceType) ? serviceType : 'general';
  return { customerName, issue, customerPhone, address, notes, serviceType: trade, mayText };
}

const NOTHING_KNOWN = {
  customerName: '',
  issue: '',
  customerPhone: null,
  address: null,
  notes: null,
  serviceType: 'general' as ServiceType,
};

const said = (made: HandMade): Partial<Customer> =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined && value !== null));

function dialable(typed: string): string {
  const phone = parseE164(typed);
  if (!mayDial(phone))
    throw new DomainError('invalid', 'phone-not-allowed', 'Only numbers in the US and Canada can be used.');
  return phone;
}
