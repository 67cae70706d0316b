import { laterStage } from '@domain/call/call-status';
import { bookingArguments, type BookingArguments } from '@domain/call/tool-arguments';
import type { ServiceType } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AgentBookingService } from '../booking/agent-booking.service.js';
import type { AgentRequest, BookOutcome, Customer, OfferOutcome } from '../booking/booking.types.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import type { LeadCardRow } from '../lead-cards/lead-cards.types.js';
import { bookReply, offerReply } from './booking-replies.js';
import { Call } from './call.entity.js';
import { draftOf } from './card-draft.js';
import { OfficePromiseService } from './office-promise.service.js';
import type { ToolTask } from './tool-task.js';
import type { Verdict } from './verdict.js';

/** What a call is about when its agent speaks of times. */
interface Enquiry {
  verdict: Verdict;
  card: LeadCardRow | undefined;
  told: BookingArguments;
  asked: AgentRequest;
}

/** `check_availability` and `book_appointment` (PRD section 5), for a call that is no emergency. In the transaction that holds its lock. */
@Injectable()
export class ToolBookingService {
  constructor(
    private readonly booking: AgentBookingService,
    private readonly cards: LeadCardsService,
    private readonly promises: OfficePromiseService,
  ) {}

  async check(tx: AccountTx, verdict: Verdict, task: ToolTask): Promise<string> {
    const enquiry = await this.enquire(tx, verdict, task);
    const outcome = await this.offersFor(tx, enquiry);
    if (outcome.kind === 'fully_booked') await this.promiseFirst(tx, enquiry);
    return offerReply(outcome, await this.promises.office(tx));
  }

  async book(tx: AccountTx, verdict: Verdict, task: ToolTask): Promise<string> {
    const enquiry = await this.enquire(tx, verdict, task);
    const { slotId } = enquiry.told;
    const outcome = await this.booking.choose(tx, { ...enquiry.asked, slotId, customer: customerOf(enquiry) });
    await this.keep(tx, enquiry, outcome);
    return bookReply(outcome, await this.promises.office(tx));
  }

  /** A test call (VTCR 1.3) hears what a real one would; no card is put first. */
  async rehearseCheck(tx: AccountTx, verdict: Verdict, task: ToolTask): Promise<string> {
    const enquiry = await this.enquire(tx, verdict, task);
    return offerReply(await this.offersFor(tx, enquiry), await this.promises.office(tx));
  }

  /** And takes nobody's window. */
  async rehearse(tx: AccountTx, verdict: Verdict, task: ToolTask): Promise<string> {
    const enquiry = await this.enquire(tx, verdict, task);
    const outcome = await this.booking.rehearse(tx, { ...enquiry.asked, slotId: enquiry.told.slotId });
    return bookReply(outcome, await this.promises.office(tx));
  }

  private offersFor(tx: AccountTx, { asked, told }: Enquiry): Promise<OfferOutcome> {
    return this.booking.offer(tx, { ...asked, wish: { words: told.preferredDate, part: told.preferredTime } });
  }

  private async enquire(tx: AccountTx, verdict: Verdict, { given, sight }: ToolTask): Promise<Enquiry> {
    const told = bookingArguments(given);
    const { call } = verdict;
    const card = (await this.cards.forCalls(tx, [call.id])).get(call.id);
    const request = requestOf(verdict, card, told);
    return { verdict, told, card, asked: { callId: call.id, callerPhone: call.callerPhone, request, sight } };
  }

  /** What was said on the way to the appointment, and the appointment itself: the card is there when the queue looks for it. */
  private async keep(tx: AccountTx, { verdict, told }: Enquiry, outcome: BookOutcome): Promise<void> {
    const { call } = verdict;
    await tx.update(Call, { id: call.id }, { stage: laterStage(call.stage, 'booking') });
    const { callerName, address, serviceType, issue } = told;
    const said = {
      callerName,
      address,
      issueSummary: issue ?? verdict.issue,
      ...(serviceType === 'unknown' ? {} : { serviceType }),
    };
    await this.cards.save(tx, { ...draftOf(call), ...said, ...timeOf(outcome) });
    const isFull = outcome.kind === 'taken' && outcome.next.kind === 'fully_booked';
    if (isFull) await this.cards.putFirst(tx, call.id, 'fully_booked');
  }

  private async promiseFirst(tx: AccountTx, { verdict }: Enquiry): Promise<void> {
    await this.cards.save(tx, { ...draftOf(verdict.call), issueSummary: verdict.issue });
    await this.cards.putFirst(tx, verdict.call.id, 'fully_booked');
  }
}

const timeOf = (outcome: BookOutcome) =>
  outcome.kind === 'booked' || outcome.kind === 'held'
    ? { appointmentBooked: outcome.kind === 'booked', appointmentAt: outcome.startsAt }
    : {};

/** What the agent passed on stands above what was known; the class never comes from it alone. */
function requestOf(verdict: Verdict, card: LeadCardRow | undefined, told: BookingArguments): AgentRequest['request'] {
  const { classification, priority, serviceType } = verdict.call;
  const trades = [told.serviceType, card?.serviceType, serviceType as ServiceType | null];
  return {
    classification,
    priority,
    isUnsafe: verdict.safetyLine !== null,
    serviceType: trades.find((trade) => trade && trade !== 'unknown') ?? 'unknown',
    issue: [told.issue, card?.issueSummary, verdict.issue].find((words) => words) ?? '',
    address: told.address ?? card?.address ?? null,
  };
}

/** Texts go to the number the network showed: one that was only said may be anybody's. */
function customerOf({ verdict, card, told, asked }: Enquiry): Customer {
  const { callerPhone } = verdict.call;
  const { serviceType, issue, address } = asked.request;
  const { callerName, callbackPhone, notes } = card ?? NO_CARD;
  return {
    serviceType,
    issue,
    address,
    notes,
    customerName: told.callerName ?? callerName,
    customerPhone: callerPhone ?? callbackPhone,
    mayText: callerPhone !== null && told.mayText,
  };
}

const NO_CARD = { callerName: 'Unknown', callbackPhone: null, notes: null };
