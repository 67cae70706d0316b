import { decideBooking, type BookingDecision, type HoldReason } from '@domain/booking/decide-booking';
import { offeredSlots } from '@domain/booking/offered-slots';
import { openSlotAt, openSlots, type OpenSlot } from '@domain/booking/open-slots';
import { preferredDays } from '@domain/booking/preferred-day';
import { spokenSlot } from '@domain/booking/slot-words';
import { isUuid } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { AppointmentBook } from './appointment-book.service.js';
import { Appointment } from './appointment.entity.js';
import { BookingPlanService } from './booking-plan.service.js';
import { hasIncident, insertOffers, isKnownCustomer, offerOf, takeTurns } from './booking.queries.js';
import type { AgentChoice, AgentRequest, AgentWish, BookOutcome, NamedSlot, OfferOutcome } from './booking.types.js';
import { CustomerTextsService } from './customer-texts.service.js';

/** A caller decides within this time, or hears what is open then (AI-04). */
const OFFER_STANDS_MS = 10 * 60_000;
const ANY_TIME = { words: null, part: 'any' } as const;

type Named = { kind: 'open'; slot: OpenSlot; holdReason: HoldReason | null } | BookOutcome;

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
    const decision = await this.decide(tx, asked);
    if (decision.kind === 'human') return decision;
    const plan = await this.plans.plan(tx);
    const here = { now: this.plans.now(), timeZone: plan.timeZone };
    const days = preferredDays(asked.wish.words ?? '', here.now, here.timeZone);
    const open = openSlots(plan, await this.plans.diary(tx, plan, asked.sight), here.now);
    const offer = offeredSlots(open, { days, part: asked.wish.part }, here);
    if (!offer) return { kind: 'fully_booked' };
    const expiresAt = new Date(here.now.getTime() + OFFER_STANDS_MS);
    const stored = await insertOffers(tx, asked.callId, offer.slots, expiresAt);
    const offers = stored.map((slot) => ({ slotId: slot.id, spoken: spokenSlot(slot, here) }));
    return { kind: 'offered', offers, asWished: offer.asWished };
  }

  /** Takes the named window, or says why not. A call has one appointment, however often it asks. */
  async choose(tx: AccountTx, choice: AgentChoice): Promise<BookOutcome> {
    const named = await this.named(tx, choice);
    if (named.kind !== 'open') return named;
    // Only who finds the window open waits for a turn, and looks again.
    await takeTurns(tx);
    const slot = await this.openAt(tx, choice, named.slot.startsAt);
    return slot ? this.place(tx, choice, { slot, holdReason: named.holdReason }) : this.taken(tx, choice);
  }

  private async place(
    tx: AccountTx,
    choice: AgentChoice,
    { slot, holdReason }: Omit<Extract<Named, { kind: 'open' }>, 'kind'>,
  ): Promise<BookOutcome> {
    const { callId, customer } = choice;
    const from = { callId, movedFrom: null, bookedBy: 'agent', actor: { type: 'voice_agent' } } as const;
    const placed = await this.book.place(tx, { customer, slot, holdReason, ...from });
    if (!placed) return this.taken(tx, choice);
    // Of a held window the customer hears when it is approved, and not before.
    const isTold = holdReason ? await this.texts.canText(tx, placed) : await this.texts.write(tx, placed, 'confirmed');
    const spoken = await this.spoken(tx, slot);
    return { kind: holdReason ? 'held' : 'booked', spoken, startsAt: slot.startsAt, isTold };
  }

  /** The same answer, and nobody's window is taken. */
  async rehearse(tx: AccountTx, choice: NamedSlot): Promise<BookOutcome> {
    const named = await this.named(tx, choice);
    if (named.kind !== 'open') return named;
    const { slot, holdReason } = named;
    const spoken = await this.spoken(tx, slot);
    return {
      kind: holdReason ? 'held' : 'booked',
      spoken,
      startsAt: slot.startsAt,
      isTold: choice.callerPhone !== null,
    };
  }

  private async named(tx: AccountTx, choice: NamedSlot): Promise<Named> {
    const decision = await this.decide(tx, choice);
    if (decision.kind === 'human') return decision;
    const { callId, slotId } = choice;
    const [standing] = await tx.find(Appointment, { callId, state: In(['held', 'booked']) });
    if (standing)
      return { kind: 'already', spoken: await this.spoken(tx, standing), isBooked: standing.state === 'booked' };
    const now = this.plans.now();
    const offer = isUuid(slotId) ? await offerOf(tx, callId, slotId, now) : null;
    if (!offer) return { kind: 'not_offered' };
    const slot = await this.openAt(tx, choice, offer.startsAt);
    return slot ? { kind: 'open', slot, holdReason: holdReasonOf(decision, choice) } : this.taken(tx, choice);
  }

  private async openAt(tx: AccountTx, { sight }: AgentRequest, startsAt: Date): Promise<OpenSlot | null> {
    const plan = await this.plans.plan(tx);
    return openSlotAt(plan, await this.plans.diary(tx, plan, sight), { startsAt, now: this.plans.now() });
  }

  /** Somebody was quicker: the next ones, in the same answer. */
  private async taken(tx: AccountTx, choice: AgentRequest): Promise<BookOutcome> {
    return { kind: 'taken', next: await this.offer(tx, { ...choice, wish: ANY_TIME }) };
  }

  /** Without the permission that a contractor gave, the office calls, as if there were no calendar. */
  private async decide(tx: AccountTx, { request, callId, callerPhone, sight }: AgentRequest): Promise<BookingDecision> {
    if (sight.kind === 'disconnected') return { kind: 'human', reason: 'assist_only' };
    const { rules } = await this.plans.rules(tx);
    const isUnsafe = request.isUnsafe || (await hasIncident(tx, callId));
    const known = callerPhone !== null && (await isKnownCustomer(tx, callerPhone, this.plans.now()));
    return decideBooking(rules, { ...request, isUnsafe, isKnownCustomer: known });
  }

  private async spoken(tx: AccountTx, slot: { startsAt: Date; endsAt: Date }): Promise<string> {
    const { timeZone } = await this.plans.plan(tx);
    return spokenSlot(slot, { now: this.plans.now(), timeZone });
  }
}

/** A calendar that could not be asked is no free one: the office confirms. */
function holdReasonOf(decision: BookingDecision, { sight }: AgentRequest): HoldReason | null {
  if (decision.kind === 'hold') return decision.reason;
  return sight.kind === 'known' ? null : 'calendar';
}
