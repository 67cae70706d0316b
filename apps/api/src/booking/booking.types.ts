import type { AppointmentState, BookedBy } from '@domain/booking/appointment';
import type { BookingRequest, HoldReason, HumanReason } from '@domain/booking/decide-booking';
import type { DayPart } from '@domain/booking/offered-slots';
import type { OpenSlot } from '@domain/booking/open-slots';
import type { BusyTime } from '@domain/ports/calendar';
import type { ServiceType } from '@domain/triage/triage.types';
import type { Actor } from '@platform/journal/journal';

/** How an appointment stands in the contractor's own calendar; null: none is connected, or nothing is to be written. */
export type CalendarState = 'wanted' | 'written' | 'conflict' | 'failed';

/** One of the other windows an approver was told by letter. Instants as RFC 3339. */
export interface OtherTime {
  startsAt: string;
  endsAt: string;
}

/** Who it is for and what is to be done. */
export interface Customer {
  customerName: string;
  /** E.164; null when nobody knows a number. */
  customerPhone: string | null;
  address: string | null;
  serviceType: ServiceType;
  issue: string;
  notes: string | null;
  /** The customer is content with a text, as far as anybody was asked. */
  mayText: boolean;
}

/** One appointments row. */
export interface AppointmentRow extends Customer {
  accountId: string;
  id: string;
  version: number;
  state: AppointmentState;
  bookedBy: BookedBy;
  callId: string | null;
  movedFrom: string | null;
  startsAt: Date;
  endsAt: Date;
  busyUntil: Date;
  crew: number;
  holdReason: HoldReason | null;
  heldUntil: Date | null;
  askAt: Date | null;
  code: string | null;
  approverId: string | null;
  otherTimes: OtherTime[] | null;
  calendarState: CalendarState | null;
  calendarAttempt: number;
  createdAt: Date;
  decidedAt: Date | null;
}

/** An appointment that is to be made. `holdReason`: held for approval because of it; null: booked. */
export interface Booking {
  customer: Customer;
  slot: OpenSlot;
  holdReason: HoldReason | null;
  callId: string | null;
  movedFrom: string | null;
  bookedBy: BookedBy;
  actor: Actor;
}

/** What the contractor's calendar showed, seconds ago and outside any transaction. `unknown`: it could not be
 * asked, which is never free time, so that windows are only held; `disconnected`: somebody has to give the permission again. */
export type CalendarSight = { kind: 'known'; busy: BusyTime[] } | { kind: 'unknown' | 'disconnected' };

/** What a call wants booked, from our own records and the server's reading of what the agent passed on. */
export interface AgentRequest {
  callId: string;
  /** The network's word; null when it was withheld. */
  callerPhone: string | null;
  request: Omit<BookingRequest, 'isKnownCustomer'>;
  sight: CalendarSight;
}

/** A window that the agent may read out, and the only name it can book it by. */
export interface SpokenOffer {
  slotId: string;
  spoken: string;
}

export type OfferOutcome =
  | { kind: 'offered'; offers: SpokenOffer[]; asWished: boolean }
  | { kind: 'fully_booked' }
  | { kind: 'human'; reason: HumanReason };

export type BookOutcome =
  /** `isTold`: a confirmation goes to the customer's phone. */
  | { kind: 'booked'; spoken: string; startsAt: Date; isTold: boolean }
  | { kind: 'held'; spoken: string; startsAt: Date; isTold: boolean }
  /** This call has its appointment already. */
  | { kind: 'already'; spoken: string; isBooked: boolean }
  /** Not offered in this call, or too long ago. */
  | { kind: 'not_offered' }
  | { kind: 'taken'; next: OfferOutcome }
  | { kind: 'human'; reason: HumanReason };

export interface AgentWish extends AgentRequest {
  /** The day as the caller said it. */
  wish: { words: string | null; part: DayPart };
}

/** `slotId` as the agent passed it on: nobody vouches for it. */
export interface NamedSlot extends AgentRequest {
  slotId: string;
}

export interface AgentChoice extends NamedSlot {
  customer: Customer;
}

/** The appointment of a call as its card needs it: the one that stands, or else the last there was. */
export interface AppointmentOfCall {
  callId: string;
  appointmentId: string;
  state: AppointmentState;
  startsAt: Date;
  endsAt: Date;
  bookedBy: BookedBy;
  decidedAt: Date | null;
  /** What the customer texted last about it. */
  reply: { body: string; receivedAt: Date } | null;
}
