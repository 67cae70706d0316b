import { isStanding } from '@domain/booking/appointment';
import { freeCrew, openSlots, slotOf, type OpenSlot, type OwnVisit } from '@domain/booking/open-slots';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AppointmentBook } from './appointment-book.service.js';
import { Appointment } from './appointment.entity.js';
import { BookingPlanService } from './booking-plan.service.js';
import { notHeld, notStanding, windowTaken, wrongTime } from './booking.errors.js';
import { takeTurns } from './booking.queries.js';
import type { AppointmentRow, Booking, CalendarSight } from './booking.types.js';
import { CustomerTextsService } from './customer-texts.service.js';

/** A time a person asks for; it need not be a window of the week. */
export interface AskedTime {
  startsAt: Date;
  endsAt: Date;
}

/** Who decides, and whether the customer is told by text. */
export interface Decider {
  actor: Actor;
  textCustomer: boolean;
}

const LONGEST_MS = 24 * 60 * 60_000;

/** What people do with appointments: by the screen or by text, the same rules and the same traces. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly book: AppointmentBook,
    private readonly texts: CustomerTextsService,
  ) {}

  /** Windows nobody has, soonest first. */
  async open(tx: AccountTx, sight: CalendarSight): Promise<OpenSlot[]> {
    const plan = await this.plans.plan(tx);
    return openSlots(plan, await this.plans.diary(tx, plan, sight), this.plans.now());
  }

  /** A person's word stands above lead time, horizon and number of visits; never above a crew that is out. Throws `window-taken`, `appointment-time-invalid`. */
  async create(
    tx: AccountTx,
    booking: Omit<Booking, 'slot'>,
    time: AskedTime,
    tells: boolean,
  ): Promise<AppointmentRow> {
    await takeTurns(tx);
    const slot = await this.slotFor(tx, time);
    const placed = slot && (await this.book.place(tx, { ...booking, slot }));
    if (!placed) throw windowTaken();
    if (tells) await this.texts.write(tx, placed, 'confirmed');
    return placed;
  }

  /** As it is held, or at another time. Throws `appointment-not-found`, `appointment-not-held`, `window-taken`. */
  async approve(tx: AccountTx, id: string, time: AskedTime | null, decider: Decider): Promise<AppointmentRow> {
    const held = await this.locked(tx, id);
    if (held.state !== 'held') throw notHeld();
    const isSame =
      !time || (time.startsAt.getTime() === held.startsAt.getTime() && time.endsAt.getTime() === held.endsAt.getTime());
    const booked = isSame
      ? await this.book.approve(tx, held, decider.actor)
      : await this.elsewhere(tx, held, time, decider);
    if (decider.textCustomer) await this.texts.write(tx, booked, 'confirmed');
    return booked;
  }

  /** The customer has to be called. Throws as `approve`. */
  async decline(tx: AccountTx, id: string, actor: Actor): Promise<AppointmentRow> {
    const held = await this.locked(tx, id);
    if (held.state !== 'held') throw notHeld();
    return this.book.end(tx, held, 'declined', actor);
  }

  /** Held or booked, it is booked at the new time. Throws `appointment-not-found`, `appointment-over`, `window-taken`. */
  async move(tx: AccountTx, id: string, time: AskedTime, decider: Decider): Promise<AppointmentRow> {
    const standing = await this.standing(tx, id);
    const moved = await this.elsewhere(tx, standing, time, decider);
    if (decider.textCustomer) await this.texts.write(tx, moved, standing.state === 'held' ? 'confirmed' : 'moved');
    return moved;
  }

  /** Throws `appointment-not-found`, `appointment-over`. */
  async cancel(tx: AccountTx, id: string, decider: Decider): Promise<AppointmentRow> {
    const standing = await this.standing(tx, id);
    const ended = await this.book.end(tx, standing, 'cancelled', decider.actor);
    // Who was never told of a time is not told that it is off.
    if (decider.textCustomer && standing.state === 'booked') await this.texts.write(tx, ended, 'called_off');
    return ended;
  }

  /** Locked, in turn with everybody who takes or frees windows. Throws `appointment-not-found`. */
  async locked(tx: AccountTx, id: string): Promise<AppointmentRow> {
    await takeTurns(tx);
    const row = await tx.lock(Appointment, { id });
    if (!row) throw notFound('appointment');
    return row;
  }

  private async standing(tx: AccountTx, id: string): Promise<AppointmentRow> {
    const row = await this.locked(tx, id);
    if (!isStanding(row.state)) throw notStanding();
    return row;
  }

  /**
   * Looked for before anything is written: who hears that the time is taken keeps the one they have, also where a text is
   * answered in this transaction. Its own window counts as free, so that a visit may move by an hour.
   */
  private async elsewhere(
    tx: AccountTx,
    old: AppointmentRow,
    time: AskedTime,
    { actor }: Decider,
  ): Promise<AppointmentRow> {
    const slot = await this.slotFor(tx, time, old);
    if (!slot) throw windowTaken();
    await this.book.end(tx, old, 'moved', actor);
    const { callId, bookedBy } = old;
    const from = { callId, bookedBy, actor, holdReason: null, movedFrom: old.id };
    const placed = await this.book.place(tx, { customer: customerOf(old), slot, ...from });
    // Everybody who takes windows is in turn; an error undoes all of it.
    if (!placed) throw new Error(`appointment ${old.id}: a free window was refused`);
    return placed;
  }

  /** Null when every crew is out. */
  private async slotFor(
    tx: AccountTx,
    { startsAt, endsAt }: AskedTime,
    moving?: AppointmentRow,
  ): Promise<OpenSlot | null> {
    const now = this.plans.now();
    if (startsAt >= endsAt) throw wrongTime('An appointment ends after it begins.');
    if (startsAt <= now) throw wrongTime('That time has passed.');
    if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) throw wrongTime('An appointment lasts a day at most.');
    const plan = await this.plans.plan(tx);
    const slot = slotOf(startsAt, endsAt, plan.rules);
    const { visits } = await this.plans.diary(tx, plan, { kind: 'known', busy: [] });
    const others = visits.filter((visit) => !moving || !isSameVisit(visit, moving));
    const crew = freeCrew(slot, others, plan.rules.crews);
    return crew === null ? null : { ...slot, crew };
  }
}

/** One crew is in one place at one time. */
const isSameVisit = (one: OwnVisit, other: OwnVisit): boolean =>
  one.crew === other.crew && one.startsAt.getTime() === other.startsAt.getTime();

const customerOf = ({ customerName, customerPhone, address, serviceType, issue, notes, mayText }: AppointmentRow) => ({
  customerName,
  customerPhone,
  address,
  serviceType,
  issue,
  notes,
  mayText,
});
