import type { AppointmentState, BookedBy, CallbackReason } from '@domain/booking/appointment';
import { writtenDate, writtenTime } from '@domain/booking/slot-words';
import { addNote } from './card-notes.js';
import type { CallbackStatus } from './lead-card.js';

/** What a card says of its appointment, and what people did about its callback. */
export interface FollowingCard {
  appointmentBooked: boolean;
  /** When it is; held, not booked, while `appointmentBooked` is false. */
  appointmentAt: Date | null;
  callbackStatus: CallbackStatus;
  callbackReason: CallbackReason | null;
  /** When somebody last said what came of the callback. */
  callbackAt: Date | null;
  notes: string | null;
}

export interface CardAppointment {
  state: AppointmentState;
  startsAt: Date;
  bookedBy: BookedBy;
  decidedAt: Date | null;
  /** What the customer texted last. */
  reply: { body: string; receivedAt: Date } | null;
}

const REASON_AFTER: Partial<Record<AppointmentState, CallbackReason>> = {
  declined: 'hold_declined',
  expired: 'hold_expired',
  cancelled: 'cancelled',
};

/**
 * The card after news of its appointment. Safe to repeat: what somebody did about the callback since then stands. A
 * customer who texts about a booked visit waits for a call again.
 */
export function cardAfter(card: FollowingCard, appointment: CardAppointment): FollowingCard {
  const settled = afterState(card, appointment);
  const { reply } = appointment;
  if (!reply || (card.callbackAt && card.callbackAt > reply.receivedAt)) return settled;
  const notes = addNote(settled.notes, `Texted: ${reply.body}`);
  return { ...settled, notes, callbackStatus: 'not_called', callbackReason: 'reschedule' };
}

function afterState(card: FollowingCard, appointment: CardAppointment): FollowingCard {
  const { state, startsAt } = appointment;
  if (state === 'held') return { ...card, appointmentBooked: false, appointmentAt: startsAt };
  if (state === 'booked') return afterBooking(card, appointment);
  const free = { ...card, appointmentBooked: false, appointmentAt: null };
  const callbackReason = REASON_AFTER[state];
  if (!callbackReason || isDealtWith(card, appointment)) return free;
  const callbackStatus = card.callbackStatus === 'called_booked' ? 'not_called' : card.callbackStatus;
  return { ...free, callbackStatus, callbackReason };
}

/** Who of the team booked it has spoken with the customer. */
function afterBooking(card: FollowingCard, appointment: CardAppointment): FollowingCard {
  const calledNow =
    card.callbackStatus === 'not_called' && appointment.bookedBy === 'team' && !isDealtWith(card, appointment);
  const callbackStatus = calledNow ? 'called_booked' : card.callbackStatus;
  return {
    ...card,
    appointmentBooked: true,
    appointmentAt: appointment.startsAt,
    callbackStatus,
    callbackReason: null,
  };
}

const isDealtWith = ({ callbackAt }: FollowingCard, { decidedAt }: CardAppointment): boolean =>
  callbackAt !== null && decidedAt !== null && callbackAt > decidedAt;

/** PRD §8 "Appointment": the words beside it. */
export function appointmentLabel(
  appointment: { state: AppointmentState; startsAt: Date; endsAt: Date } | null,
  { timeZone, offersTimes }: { timeZone: string; offersTimes: boolean },
): string {
  const isKept = appointment && (appointment.state === 'held' || appointment.state === 'booked');
  if (!isKept) return offersTimes ? 'Not booked' : 'Not booked (calendar not linked)';
  const when = `${writtenDate(appointment.startsAt, timeZone)} ${writtenTime(appointment, timeZone)}`;
  return appointment.state === 'booked' ? `Booked for ${when}` : `Held for ${when}, waiting for approval`;
}
