import { decideBooking, type HoldReason } from '@domain/booking/decide-booking';
import { offeredSlots, type SlotWish } from '@domain/booking/offered-slots';
import { openSlotAt, openSlots, type OpenSlot } from '@domain/booking/open-slots';
import { spokenSlot } from '@domain/booking/slot-words';
import { isUuid } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { AppointmentBook } from './appointment-book.service.js';
import { Appointment } from './appointment.entity.js';
import { BookingPlanService } from './booking-plan.service.js';
import { insertOffers, offerOf, takeTurns } from './booking.queries.js';
import type {
  AgentChoice,
  AgentRequest,
  AgentWish,
  AppointmentRow,
  BookOutcome,
  OfferOutcome,
} from './booking.types.js';
import { CustomerTextsService } from './customer-texts.service.js';

/** A caller decides within this time, or hears what is open then (AI-04). */
const OFFER_STANDS_MS = 10 * 60_000;
const ANY_TIME: SlotWish = { days: null, part: 'any' };

/** What the voice agent may do about appointments: read out windows and name one of them. Every rule is checked here, twice. */
@Injectable()
export class AgentBookingService {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly book: AppointmentBook,
    private readonly texts: CustomerTextsService,
  ) {}

  /** Windows to read out, kept so that the agent can name them. In the transaction that holds the call's lock. */
  async offer(tx: AccountTx, asked: AgentWish): Promise<OfferOutcome> {
    const plan = await this.plans.plan(tx);
    const decision = decideBooking(plan.rules, asked.request);
    if (decision.kind === 'human') return decision;
    if (asked.sight.kind === 'unknown') return { kind: 'calendar_unknown' };
    const here = { now: this.plans.now(), timeZone: plan.timeZone };
    const offer = offeredSlots(
      openSlots(plan, await this.plans.diary(tx, plan, asked.sight), here.now),
      asked.wish,
      here,
    );
    if (!offer) return { kind: 'fully_booked' };
    const expiresAt = new Date(here.now.getTime() + OFFER_STANDS_MS);
    const stored = await insertOffers(tx, asked.callId, offer.slots, expiresAt);
    const offers = stored.map((slot) => ({ slotId: slot.id, spoken: spokenSlot(slot, here) }));
    return { kind: 'offered', offers, asWished: offer.asWished };
  }

  /** Takes the named window, or says why not. The same choice made twice is one appointment. */
  async choose(tx: AccountTx, choice: AgentChoice): Promise<BookOutcome> {
    await takeTurns(tx);
    const { rules } = await this.plans.rules(tx);
    const decision = decideBooking(rules, choice.request);
    if (decision.kind === 'human') return decision;
    const standing = await this.ofCall(tx, choice.callId);
    if (standing) return this.already(tx, standing);
    const offer = isUuid(choice.slotId) ? await offerOf(tx, choice.callId, choice.slotId, this.plans.now()) : null;
    if (!offer) return { kind: 'not_offered' };
    const slot = await this.stillOpen(tx, choice, offer.startsAt);
    if (!slot) return this.taken(tx, choice);
    const holdReason = choice.sight.kind === 'unknown' ? 'calendar' : decision.kind === 'hold' ? decision.reason : null;
    return this.place(tx, choice, { slot, holdReason });
  }

  private async place(
    tx: AccountTx,
    choice: AgentChoice,
    { slot, holdReason }: { slot: OpenSlot; holdReason: HoldReason | null },
  ): Promise<BookOutcome> {
    const { callId, customer } = choice;
    const from = { callId, movedFrom: null, bookedBy: 'agent', actor: { type: 'voice_agent' } } as const;
    const placed = await this.book.place(tx, { customer, slot, holdReason, ...from });
    if (!placed) return this.taken(tx, choice);
    const spoken = await this.spoken(tx, placed);
    // Of a held window the customer hears when it is approved, and not before.
    const isTold = holdReason ? await this.texts.canText(tx, placed) : await this.texts.write(tx, placed, 'confirmed');
    return { kind: holdReason ? 'held' : 'booked', spoken, startsAt: placed.startsAt, isTold };
  }

  private async stillOpen(tx: AccountTx, { sight }: AgentRequest, startsAt: Date): Promise<OpenSlot | null> {
    const plan = await this.plans.plan(tx);
    return openSlotAt(plan, await this.plans.diary(tx, plan, sight), { startsAt, now: this.plans.now() });
  }

  /** Somebody was quicker: the next ones, in the same answer. */
  private async taken(tx: AccountTx, choice: AgentRequest): Promise<BookOutcome> {
    return { kind: 'taken', next: await this.offer(tx, { ...choice, wish: ANY_TIME }) };
  }

  private async ofCall(tx: AccountTx, callId: string): Promise<AppointmentRow | null> {
    const [standing] = await tx.find(Appointment, { callId, state: In(['held', 'booked']) });
    return standing ?? null;
  }

  private async already(tx: AccountTx, standing: AppointmentRow): Promise<BookOutcome> {
    return { kind: 'already', spoken: await this.spoken(tx, standing), isBooked: standing.state === 'booked' };
  }

  private async spoken(tx: AccountTx, appointment: AppointmentRow): Promise<string> {
    const { timeZone } = await this.plans.plan(tx);
    return spokenSlot(appointment, { now: this.plans.now(), timeZone });
  }
}
